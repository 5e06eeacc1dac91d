import { escaped } from '../../html/escape.ts';
import { figure } from '../../text.ts';
import type { ReportComparison, ReportDifference } from '../compare-report.ts';
import { ACTION_NAMES, ACTIONS } from '../report-actions.ts';
import { REASONS } from '../report-reasons.ts';

/** CMS's own report beside the diff: counts by letter, then every difference with its reason. */
export function reportSection({ compared, equal, totals, differences, contradictions }: ReportComparison): string {
  const letters = ACTIONS.filter((action) => totals[action].cms + totals[action].ours > 0);
  const unexplained = differences.filter(({ reason }) => reason === null).length;
  const verdict =
    unexplained === 0
      ? `${figure(differences.length)} differ, each for a known reason.`
      : `<span class="bad">${figure(unexplained)} differ for no known reason.</span>`;
  const twice =
    contradictions.length === 0
      ? ''
      : `<p>The report lists twice, once as no change: ${escaped(contradictions.join(', '))}.</p>`;
  return `<section aria-labelledby="report"><h2 id="report">Beside CMS's own transaction report</h2>
<p>${figure(equal)} of ${figure(compared)} codes and modifiers are alike; ${verdict}</p>${twice}
<div class="scroll figures" tabindex="0" role="region" aria-label="Counts by action"><table><caption>Codes by CMS's action letter</caption>
<thead><tr><th scope="col">Letter</th><th scope="col">Action</th><th scope="col" class="number">Report</th><th scope="col" class="number">Diff</th><th scope="col" class="number">Both</th></tr></thead>
<tbody>${letters.map((action) => `<tr><td>${action === 'none' ? '' : action}</td><td>${ACTION_NAMES[action]}</td>${[totals[action].cms, totals[action].ours, totals[action].both].map((value) => `<td class="number">${figure(value)}</td>`).join('')}</tr>`).join('\n')}</tbody></table></div>
${differencesTable(differences)}</section>`;
}

function differencesTable(differences: readonly ReportDifference[]): string {
  if (differences.length === 0) return '';
  const byReason = Map.groupBy(differences, ({ reason }) => reason);
  const reasons = [...REASONS.map(({ id, text }) => ({ id, text })), { id: null, text: 'No reason is known.' }];
  const rows = reasons.flatMap(({ id, text }) => {
    const found = byReason.get(id);
    if (found === undefined) return [];
    return [
      `<tr><td class="number">${figure(found.length)}</td><td class="title">${text}</td><td class="words">${whoSaysWhat(found)}</td></tr>`,
    ];
  });
  return `<div class="scroll" tabindex="0" role="region" aria-label="Differences by reason"><table class="stack"><caption>Where they differ, and why</caption>
<thead><tr><th scope="col" class="number">Codes</th><th scope="col">Why</th><th scope="col">Which</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>`;
}

/** The codes by what the report and what the diff says of them. */
function whoSaysWhat(differences: readonly ReportDifference[]): string {
  const saying = Map.groupBy(differences, ({ cms, ours, change }) => {
    const report = cms === 'none' ? 'not in the report' : `${ACTION_NAMES[cms]} in the report`;
    const gone = change?.printedBy === 'before' ? 'no longer listed' : 'a field without a letter';
    return `${report}, ${ours === 'none' ? gone : `${ACTION_NAMES[ours]} in the diff`}`;
  });
  return [...saying]
    .map(([what, of]) => `<dl><dt>${escaped(what)}</dt><dd>${escaped(of.map(({ code }) => code).join(', '))}</dd></dl>`)
    .join('');
}

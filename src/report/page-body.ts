import type { TableLayout } from '../claims/csv/table-layout.ts';
import type { Codebook } from '../codebook/codebook.ts';
import { CPT_NOTICE } from '../codes/cpt-notice.ts';
import { EDITS, OUTCOMES } from '../edits/edits.ts';
import type { Outcome } from '../edits/finding.ts';
import { barFigure } from '../html/charts.ts';
import { capital, escaped } from '../html/escape.ts';
import { dollarAmount } from '../money.ts';
import { counted, figure } from '../text.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { problemWords, type RunCounts } from './run-counts.ts';
import { OUTCOME_WORD, TONES } from './tones.ts';

export const TITLE = 'Claim check';

export interface PageFacts {
  readonly files: readonly string[];
  readonly written: string;
  readonly counts: RunCounts;
  readonly layouts: readonly TableLayout[];
  readonly shown: number;
  readonly leftOut: number;
  readonly codebook: Codebook;
}

const MOST_FILES = 5;
/** Gravest first. */
const GRAVEST: readonly Outcome[] = OUTCOMES.toReversed();

/** All that is seen of the page. */
export async function bodyOf(facts: PageFacts): Promise<string> {
  return `<body><header><h1>${TITLE}</h1>
<p class="soft">${filesText(facts.files)} Checked ${escaped(facts.written.slice(0, 16).replace('T', ' '))} UTC.
This page holds claim ids, codes, dates of service, charges and NPIs; no names, birth dates or member ids.</p></header>
<main>${tiles(facts.counts)}
${await editSection(facts.counts)}
${claimsSection(facts)}
${notesSection(facts)}
${sourcesSection(facts)}</main>
<footer><p>${CPT_NOTICE}</p><p>Made by Column One from public files of the Centers for Medicare &amp; Medicaid Services. A line without objection is one that no edit which ran objects to; it is no promise of payment.</p></footer>
<script>${PAGE_SCRIPT}</script></body></html>
`;
}

function filesText(files: readonly string[]): string {
  const named = files.slice(0, MOST_FILES).map(escaped).join(', ');
  const more = files.length - MOST_FILES;
  return `${named}${more > 0 ? ` and ${figure(more)} more files` : ''}.`;
}

function tiles(counts: RunCounts): string {
  const { claims, lines, claimsWithObjections, byDisposition, charges, withoutCharge } = counts;
  const tile = (value: string, name: string, tone = ''): string =>
    `<li${tone === '' ? '' : ` class="${tone}"`}><b>${value}</b>${name}</li>`;
  const some = (count: number, name: string, tone: string): string =>
    tile(figure(count), name, count === 0 ? '' : tone);
  const missing = withoutCharge === 0 ? '' : ` ${figure(withoutCharge)} of these lines name no charge.`;
  return `<ul class="tiles">
${tile(figure(claims), claims === 1 ? 'claim' : 'claims')}
${tile(figure(lines), lines === 1 ? 'line' : 'lines')}
${tile(figure(claimsWithObjections), 'claims with a line denied or returned')}
${some(byDisposition.deny, 'lines denied', 'deny')}
${some(byDisposition.return, 'lines returned', 'return')}
${some(byDisposition.review, 'lines to review', 'review')}
${tile(dollarAmount(charges, '−'), 'charged on lines denied or returned', 'money')}${allowedTile(counts, tile)}
</ul>
<p class="soft">${moneyWords(counts)}${missing}</p>`;
}

function allowedTile({ allowed }: RunCounts, tile: (value: string, name: string, tone?: string) => string): string {
  return allowed.lines === 0
    ? ''
    : `\n${tile(dollarAmount(allowed.cents, '−'), 'at stake by what Medicare allows', 'money')}`;
}

function moneyWords({ allowed, byDisposition }: RunCounts): string {
  if (allowed.lines === 0) return 'Money is what was charged, not what a payer would allow.';
  const all = byDisposition.deny + byDisposition.return;
  return `Charged is not what a payer would allow. At stake is the lower of what Medicare allows by the fee schedules and what was charged, on ${figure(allowed.lines)} of ${counted(all, 'line')} denied or returned; of the others it is not known.`;
}

async function editSection({ byEdit, atStake, allowed }: RunCounts): Promise<string> {
  const found = EDITS.map(({ id, title }, i) => ({
    ...{ id, title, outcomes: byEdit[i], total: byEdit[i].reduce((a, b) => a + b, 0) },
    stake: atStake.get(id) ?? { lines: 0, charges: 0, allowed: 0, allowedLines: 0 },
  })).filter(({ total }) => total > 0);
  const head = '<section aria-labelledby="edits"><h2 id="edits">Findings by edit</h2>';
  if (found.length === 0) return `${head}<p>No edit that ran had anything to say.</p></section>`;
  const outcomes = GRAVEST.filter((outcome) => found.some((edit) => edit.outcomes[OUTCOMES.indexOf(outcome)] > 0));
  const largest = found.toSorted((a, b) => b.total - a.total)[0];
  const chart = await barFigure(
    {
      title: 'Findings by edit and outcome',
      description: `Findings by edit; most, ${largest.total}, are of ${largest.title}. The table below has every number.`,
      labels: found.map(({ title }) => title),
      shortLabels: found.map(({ id }) => id),
      series: outcomes.map((outcome) => ({
        name: capital(OUTCOME_WORD[outcome]),
        colour: outcome,
        values: found.map((edit) => edit.outcomes[OUTCOMES.indexOf(outcome)]),
      })),
    },
    TONES,
  );
  const number = (value: string, label: string): string => `<td class="number" data-label="${label}">${value}</td>`;
  const rows = found.map(
    ({ title, outcomes: of, stake }) =>
      `<tr><th scope="row">${escaped(title)}</th>${outcomes.map((outcome) => number(figure(of[OUTCOMES.indexOf(outcome)]), OUTCOME_WORD[outcome])).join('')}${number(figure(stake.lines), 'lines not paid')}${number(dollarAmount(stake.charges, '−'), 'charged on them')}${allowed.lines === 0 ? '' : number(dollarAmount(stake.allowed, '−'), 'at stake')}</tr>`,
  );
  return `${head}${chart}
<div class="scroll" tabindex="0" role="region" aria-label="Table of findings by edit"><table class="stack compact"><caption>Findings by edit, and the lines that each edit decided</caption>
<thead><tr><th scope="col">Edit</th>${outcomes.map((outcome) => `<th scope="col" class="number">${capital(OUTCOME_WORD[outcome])}</th>`).join('')}<th scope="col" class="number">Lines not paid</th><th scope="col" class="number">Charged on them</th>${allowed.lines === 0 ? '' : '<th scope="col" class="number">At stake</th>'}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div></section>`;
}

function claimsSection({ shown, leftOut, counts }: PageFacts): string {
  const head = '<section aria-labelledby="claims"><h2 id="claims">Claims</h2>';
  const silent = counts.claims - shown - leftOut;
  const rest = silent === 0 ? '' : ` Of ${figure(silent)} claims no line has a finding; they are only counted.`;
  if (shown === 0) return `${head}<p>No line has a finding.</p></section>`;
  const cut =
    leftOut === 0
      ? ''
      : `<p class="note">The page holds the first ${figure(shown)} claims with findings on lines; ${figure(leftOut)} more are in the figures above alone. All of them: <code>columnone check --format ndjson</code></p>`;
  const option = (value: string, name: string): string => `<option value="${value}">${escaped(name)}</option>`;
  const edits = EDITS.flatMap(({ title }, i) =>
    counts.byEdit[i].some((found) => found > 0) ? [option(String(i), title)] : [],
  );
  const outcomes = GRAVEST.map((outcome) => option(String(OUTCOMES.indexOf(outcome)), capital(OUTCOME_WORD[outcome])));
  return `${head}<p>Claims with findings on their lines, in the order of the input.${rest}</p>${cut}
<noscript><p class="note">The claims are shown by the page's own script, which this viewer does not run: open the page in a browser.</p></noscript>
<form class="controls" id="controls" role="search" aria-label="Filter claims">
<div><label for="words">Find</label><input type="search" id="words" autocomplete="off" placeholder="claim, code, words, NPI"></div>
<div><label for="outcome">Outcome</label><select id="outcome">${option('', 'All')}${outcomes.join('')}</select></div>
<div><label for="edit">Edit</label><select id="edit">${option('', 'All')}${edits.join('')}</select></div>
<div><label for="provider">Billing provider</label><select id="provider">${option('', 'All')}</select></div>
<div><button type="reset">Clear</button></div></form>
<div class="pages"><span role="status" id="status"></span><button type="button" id="fold">Open all</button></div>
<div id="list"></div>
<nav class="pages" id="pages" aria-label="Pages of claims"><button type="button" id="previous">Previous</button><span id="page"></span><button type="button" id="next">Next</button></nav></section>`;
}

/** What is said of claims as a whole, and what was wrong with the input. */
function notesSection({ counts: { notes, problems } }: PageFacts): string {
  const remarks = [...notes].map(
    ([message, claims]) => `<li>${escaped(message)} <span class="soft">(${counted(claims, 'claim')})</span></li>`,
  );
  const troubles = [...problems].map(([code, { count, places }]) => {
    const { title, action } = problemWords(code);
    return `<tr><th scope="row">${escaped(title)}</th><td class="number" data-label="times">${figure(count)}</td><td class="words">${places.map(escaped).join('<br>')}</td><td class="words">${escaped(action)}</td></tr>`;
  });
  const section = (id: string, title: string, content: string): string =>
    `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`;
  return [
    remarks.length === 0
      ? ''
      : section('notes', 'Said of whole claims', `<ul class="remarks">${remarks.join('\n')}</ul>`),
    troubles.length === 0
      ? ''
      : section(
          'problems',
          'Problems in the input',
          `<div class="scroll" tabindex="0" role="region" aria-label="Table of problems"><table class="stack"><caption>What could not be read as it stands</caption>
<thead><tr><th scope="col">Problem</th><th scope="col" class="number">Times</th><th scope="col">Such as</th><th scope="col">What to do</th></tr></thead><tbody>${troubles.join('\n')}</tbody></table></div>`,
        ),
  ].join('\n');
}

function sourcesSection({ codebook, layouts }: PageFacts): string {
  const releases = codebook.releases.map(({ id }) => `<li>${escaped(id)}</li>`).join('');
  const told = layouts.filter(({ layout, mapped }) => layout !== 'columns' || mapped);
  const tables = told.map(
    ({ file, title, mapped, remarks }) =>
      `<p>${escaped(file?.replace(/^.*[/\\]/, '') ?? 'The input')} was read as ${escaped(title)}${mapped ? ' and by the map given' : ''}.${remarks.map((remark) => ` ${escaped(remark)}`).join('')}</p>`,
  );
  return `<section aria-labelledby="sources"><h2 id="sources">Checked against</h2>
<p>Codebook <code>${escaped(codebook.id)}</code></p>
<details><summary>${counted(codebook.releases.length, 'release')}</summary><ul>${releases}</ul></details>${tables.join('\n')}</section>`;
}

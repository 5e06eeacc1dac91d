import type { ReportComparison } from '../diff/compare-report.ts';
import { ACTION_NAMES, ACTIONS } from '../diff/report-actions.ts';
import { REASONS } from '../diff/report-reasons.ts';
import { counted, figure } from '../text.ts';
import { bold, dim, green, red } from './colors.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

/** CMS's report beside the diff: the counts by letter, then every difference under its reason. */
export function reportText(comparison: ReportComparison, width: number): string {
  const { report, compared, equal, differences, contradictions } = comparison;
  const name = report.sources.map(({ name: source }) => source).join(', ') || 'the transaction report';
  const unexplained = differences.filter(({ reason }) => reason === null).length;
  const verdict =
    unexplained === 0
      ? green(
          differences.length === 0 ? 'no difference' : `${counted(differences.length, 'difference')}, all explained`,
        )
      : red(`${counted(unexplained, 'difference')} without a reason`);
  return [
    `\n${bold("CMS's own report")}  ${wrap(name, width - 18, 18)}\n`,
    `${figure(equal)} of ${counted(compared, 'code')} and modifiers alike, ${verdict}\n`,
    totalsTable(comparison, width),
    ...contradictions.map((code) => dim(`the report lists ${code} twice, once as no change\n`)),
    ...reasonTexts(comparison, width),
  ].join('');
}

function totalsTable({ totals }: ReportComparison, width: number): string {
  const rows = ACTIONS.filter((action) => totals[action].cms + totals[action].ours > 0).map((action) => [
    action === 'none' ? '' : action,
    figure(totals[action].cms),
    figure(totals[action].ours),
    figure(totals[action].both),
    ACTION_NAMES[action],
  ]);
  const right = 'right' as const;
  const columns = [
    { title: '' },
    { title: 'report', align: right },
    { title: 'diff', align: right },
    { title: 'both', align: right },
    { title: '' },
  ];
  return table(columns, rows, width);
}

function reasonTexts({ differences }: ReportComparison, width: number): string[] {
  const byReason = Map.groupBy(differences, ({ reason }) => reason);
  return [
    ...REASONS.map(({ id, text }) => ({ id, text })),
    { id: null, text: 'No reason is known: look at these.' },
  ].flatMap(({ id, text }) => {
    const found = byReason.get(id);
    if (found === undefined) return [];
    const codes = found.map(
      ({ code, cms, ours }) => `${code} ${cms === 'none' ? '–' : cms}/${ours === 'none' ? '–' : ours}`,
    );
    return [
      `\n${bold(`${id ?? 'unexplained'} (${figure(found.length)})`)}\n  ${wrap(text, width, 2)}\n`,
      `  ${wrap(codes.slice(0, MOST_CODES).join(', '), width, 2)}${codes.length > MOST_CODES ? ` and ${figure(codes.length - MOST_CODES)} more` : ''}\n`,
    ];
  });
}

const MOST_CODES = 60;

import { CPT_NOTICE } from '../codes/cpt-notice.ts';
import { CHANGE_CLASSES, type Change, type ChangeClass, type ReleaseDiff } from '../diff/change.ts';
import { type ComparedTable, type DiffDocument, namesLevelOne } from '../diff/document.ts';
import { className, countsText, sectionTitle } from '../diff/names.ts';
import { tally } from '../diff/tallies.ts';
import { figure } from '../text.ts';
import { bold, dim, yellow } from './colors.ts';
import { changeLines } from './diff-lines.ts';
import { reportText } from './diff-report-text.ts';
import { table } from './table.ts';
import { wrap, wrapColoured } from './wrap.ts';

/** Of one class so many are listed; all are in the other forms of output. */
const MOST_LISTED = 20;

/** The comparison for a person: a table of counts, then what changed, table by table. */
export function diffText(document: DiffDocument, width: number, withLists: boolean): string {
  const { tables, remarks, unpaired } = document;
  return [
    ...remarks.map((remark) => `${wrapColoured(remark, width, 0, yellow)}\n`),
    summaryTable(tables, width),
    ...unpaired.map(
      ({ id, side }) => `${dim(`${id} is only in what was named ${side === 'before' ? 'first' : 'second'}`)}\n`,
    ),
    ...(withLists ? tables.map((compared) => tableText(compared, width)) : []),
    ...(withLists ? tables.map(({ report }) => (report === null ? '' : reportText(report, width))) : []),
    originLine(document, width),
    namesLevelOne(document) ? `${wrapColoured(CPT_NOTICE, width, 0, dim)}\n` : '',
  ].join('');
}

const TITLES: Readonly<Record<ChangeClass, string>> = {
  added: 'added',
  reactivated: 'react.',
  discontinued: 'disc.',
  removed: 'removed',
  revised: 'revised',
  changed: 'changed',
};

function summaryTable(tables: readonly ComparedTable[], width: number): string {
  const columns = [
    { title: 'before' },
    { title: 'after' },
    ...CHANGE_CLASSES.map((change) => ({ title: TITLES[change], align: 'right' as const })),
    { title: 'same', align: 'right' as const },
  ];
  const rows = tables.map(({ beforeId, afterId, diff }) => [
    beforeId,
    afterId,
    ...CHANGE_CLASSES.map((change) => (diff.counts[change] === 0 ? '' : figure(diff.counts[change]))),
    figure(diff.unchanged),
  ]);
  return table(columns, rows, width);
}

function tableText(compared: ComparedTable, width: number): string {
  const { table: name, diff } = compared;
  if (diff.total === 0) return '';
  const head = `\n${bold(name)}  ${countsText(diff.counts, diff.kind)}\n`;
  return [head, sectionBars(diff, width), ...classTexts(diff, width)].join('');
}

const LONGEST_BAR = 12;

/** How many rows changed in each section, with bars. */
function sectionBars(diff: ReleaseDiff, width: number): string {
  const { bySection } = tally(diff);
  if (bySection.size < 2) return '';
  const classes = CHANGE_CLASSES.filter((change) => diff.counts[change] > 0);
  const sums = [...bySection.values()].map((counts) => classes.reduce((sum, change) => sum + counts[change], 0));
  const most = Math.max(...sums);
  const columns = [
    { title: 'section' },
    ...classes.map((change) => ({ title: TITLES[change], align: 'right' as const })),
    { title: '' },
    { title: '' },
  ];
  const rows = [...bySection].map(([section, counts], i) => [
    section,
    ...classes.map((change) => (counts[change] === 0 ? '' : figure(counts[change]))),
    '█'.repeat(Math.max(1, Math.round((sums[i] / most) * LONGEST_BAR))),
    sectionTitle(section, diff.kind),
  ]);
  return table(columns, rows, width);
}

function classTexts(diff: ReleaseDiff, width: number): string[] {
  const listed = new Map<ChangeClass, Change[]>();
  for (const change of diff.changes) {
    const list = listed.get(change.change) ?? [];
    if (list.length < MOST_LISTED) list.push(change);
    listed.set(change.change, list);
  }
  return CHANGE_CLASSES.flatMap((change) => {
    const list = listed.get(change);
    if (list === undefined) return [];
    const more = diff.counts[change] - list.length;
    const rest = more === 0 ? '' : dim(`  … and ${figure(more)} more: --csv, --json and --html have all\n`);
    return [
      `\n${bold(`${diff.kind}: ${figure(diff.counts[change])} ${className(change, diff.kind)}`)}\n`,
      changeLines(list, diff.kind, width),
      rest,
    ];
  });
}

function originLine({ before, after }: DiffDocument, width: number): string {
  const name = ({ codebook, path }: DiffDocument['before']): string =>
    codebook === null ? (path ?? '') : `codebook ${codebook.slice(0, 12)}`;
  const text = name(before) === name(after) ? name(before) : `${name(before)} and ${name(after)}`;
  return `\n${dim(wrap(text, width, 0))}\n`;
}

import { type BarChart, barFigure } from '../../html/charts.ts';
import { anchor, capital, escaped } from '../../html/escape.ts';
import { figure } from '../../text.ts';
import { CHANGE_CLASSES, type ChangeClass, type ReleaseDiff } from '../change.ts';
import { type ComparedTable, shortId } from '../document.ts';
import { fieldName } from '../fields.ts';
import { className, sectionTitle } from '../names.ts';
import { type Tallies, tally } from '../tallies.ts';
import { classTable, firstRows } from './tables.ts';
import { TONES } from './tones.ts';

/** One table compared: figures, charts, then all that changed. */
export async function tableSection(
  { table, beforeId, afterId, diff }: ComparedTable,
  command: string,
): Promise<string> {
  const id = anchor(table);
  const head = `<section aria-labelledby="${id}"><h2 id="${id}">${escaped(table)}: ${escaped(shortId(table, beforeId))} to ${escaped(shortId(table, afterId))}</h2>
<p class="soft">${figure(diff.before.rowCount)} rows before, ${figure(diff.after.rowCount)} after; ${figure(diff.unchanged)} are the same.</p>`;
  if (diff.total === 0) return `${head}<p>Nothing changed.</p></section>`;
  const tallies = tally(diff);
  const charts = await Promise.all(chartsOf(diff, tallies).map((chart) => barFigure(chart, TONES)));
  const rows = firstRows(diff.changes);
  const lists = CHANGE_CLASSES.flatMap((change) => {
    const list = rows.get(change);
    return list === undefined ? [] : [classTable(change, list, diff, command, table)];
  });
  return `${head}
<ul class="tiles">${CHANGE_CLASSES.map((change) => tile(change, diff)).join('')}</ul>
${charts.join('\n')}
<div class="filter"><label for="${id}-filter">Find in these tables</label>
<input type="search" id="${id}-filter" data-filter="${id}-lists" autocomplete="off" placeholder="a code, a word …">
<span class="soft" role="status"></span></div>
<div id="${id}-lists">${lists.join('\n')}</div></section>`;
}

const tile = (change: ChangeClass, { kind, counts }: ReleaseDiff): string =>
  counts[change] === 0
    ? ''
    : `<li class="${change}"><b>${figure(counts[change])}</b>${capital(className(change, kind))}</li>`;

const MOST_BARS = 24;

function chartsOf(diff: ReleaseDiff, tallies: Tallies): readonly BarChart[] {
  return [valueChart(diff, tallies), sectionChart(diff, tallies), rationaleChart(tallies), fieldChart(tallies)].filter(
    (chart) => chart !== null,
  );
}

function sectionChart(diff: ReleaseDiff, { bySection }: Tallies): BarChart | null {
  if (bySection.size < 2) return null;
  const sections = [...bySection].slice(0, MOST_BARS);
  const series = CHANGE_CLASSES.filter((change) => sections.some(([, counts]) => counts[change] > 0)).map((change) => ({
    ...{ name: capital(className(change, diff.kind)), colour: change },
    values: sections.map(([, counts]) => counts[change]),
  }));
  const largest = sections.toSorted(([, a], [, b]) => sum(b) - sum(a))[0];
  return {
    title: 'Changes by section of the code set',
    description: `Changes by section; most, ${sum(largest[1])}, are in ${largest[0]}. The tables below have every row.`,
    labels: sections.map(([section]) => sectionLabel(diff, section)),
    series,
  };
}

const sum = (counts: Readonly<Record<ChangeClass, number>>): number =>
  CHANGE_CLASSES.reduce((total, change) => total + counts[change], 0);

const sectionLabel = ({ kind }: ReleaseDiff, section: string): string =>
  `${section}  ${sectionTitle(section, kind)}`.trim();

function valueChart({ kind, counts }: ReleaseDiff, { raised, lowered }: Tallies): BarChart | null {
  if (kind !== 'ncci-mue') return null;
  const bars = [
    { label: 'value raised', value: raised, colour: 'revised' as const },
    { label: 'value lowered', value: lowered, colour: 'changed' as const },
    { label: 'value added', value: counts.added, colour: 'added' as const },
    { label: 'value removed', value: counts.removed, colour: 'removed' as const },
  ];
  return {
    title: 'Medically unlikely edits: which way the values went',
    description: bars.map(({ label, value }) => `${label}: ${value}`).join(', '),
    labels: bars.map(({ label }) => label),
    series: bars.map(({ label, colour }) => ({
      ...{ name: label, colour },
      values: bars.map((bar) => (bar.label === label ? bar.value : 0)),
    })),
  };
}

function rationaleChart({ byRationale }: Tallies): BarChart | null {
  if (byRationale.size === 0) return null;
  const rationales = [...byRationale].sort(([, a], [, b]) => b.added + b.discontinued - a.added - a.discontinued);
  const shown = rationales.slice(0, MOST_BARS);
  return {
    title: 'Pairs added and deleted by rationale',
    description: shown
      .map(([name, { added, discontinued }]) => `${name}: ${added} added, ${discontinued} deleted`)
      .join('; '),
    labels: shown.map(([name]) => name),
    series: [
      { name: 'Added', colour: 'added', values: shown.map(([, { added }]) => added) },
      { name: 'Deleted', colour: 'discontinued', values: shown.map(([, { discontinued }]) => discontinued) },
    ],
  };
}

function fieldChart({ byField }: Tallies): BarChart | null {
  if (byField.size < 2) return null;
  const fields = [...byField].slice(0, MOST_BARS);
  return {
    title: 'Which fields changed',
    description: fields.map(([field, count]) => `${fieldName(field)}: ${count}`).join(', '),
    labels: fields.map(([field]) => fieldName(field)),
    series: [{ name: 'Rows with the field changed', colour: 'revised', values: fields.map(([, count]) => count) }],
  };
}

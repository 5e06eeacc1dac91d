import type { EditId, FindingSource } from '../edits/finding.ts';

const TABLE: Readonly<Record<string, string>> = {
  hcpcs: 'HCPCS',
  'ncci-ptp': 'NCCI PTP',
  'ncci-mue': 'NCCI MUE',
  'ncci-aoc': 'NCCI add-on codes',
  'coverage-articles': 'Medicare Coverage Database',
  pfs: 'Physician fee schedule',
};

/** The row behind a finding in a person's words: `NCCI PTP professional 2024Q4: 11042 / 97597, since 2010-01-01 …`. */
export function sourceText(edit: EditId, { release, row }: FindingSource): string {
  return `${releaseWords(release)}: ${rowWords(edit, row)}`;
}

/** `ncci-ptp/professional/2024Q3/v2` as `NCCI PTP professional 2024Q3 v2`. */
function releaseWords(release: string): string {
  const [kind, ...rest] = release.split('/');
  return [TABLE[kind] ?? kind, ...rest].join(' ');
}

function rowWords(edit: EditId, row: FindingSource['row']): string {
  switch (edit) {
    case 'code-validity':
      return `${row.code} valid ${window(row.from, row.to)}`;
    case 'modifier-validity':
      return `modifier ${row.modifier} valid ${window(row.from, row.to)}`;
    case 'ncci-ptp':
      return `${row.columnOne} / ${row.columnTwo}, ${window(row.effective, row.deletion)}, indicator ${row.modifierIndicator}, ${row.rationale}`;
    case 'ncci-mue':
      return `${row.code} ${row.value}${row.mai === null ? '' : `, MAI ${row.mai}`}, ${row.rationale}`;
    case 'ncci-aoc':
      return `${row.addOn} type ${row.type}${row.effective === null ? '' : `, ${window(row.effective, row.deletion)}`}`;
    case 'coverage':
      return `${row.key} version ${row.version}, ${window(row.from, row.to)}, ${row.title}`;
    default:
      return fieldWords(row);
  }
}

/** `key 27447, status A`: of tables of records. */
const fieldWords = (row: FindingSource['row']): string =>
  Object.entries(row)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} ${value}`)
    .join(', ');

type Cell = string | number | null;
const window = (from: Cell, to: Cell): string => (to === null ? `since ${from}` : `${from} to ${to}`);

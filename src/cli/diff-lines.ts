import { meaningOf } from '../codes/decode-record.ts';
import type { Change, FieldChange } from '../diff/change.ts';
import { fieldName, shownValue } from '../diff/fields.ts';
import { titleName } from '../diff/names.ts';
import { type WordPiece, wordChanges } from '../diff/words.ts';
import type { ReleaseKind } from '../releases/release.ts';
import { green, red } from './colors.ts';
import { table } from './table.ts';
import { wrapLines } from './wrap.ts';

/** Changes of one class as lines: rows that came or went as a table, rows that differ with their fields. */
export function changeLines(changes: readonly Change[], kind: ReleaseKind, width: number): string {
  const brief = changes.every(({ change }) => change !== 'revised' && change !== 'changed');
  return brief ? briefTable(changes, kind, width) : changes.map((change) => detailed(change, width)).join('');
}

/** Columns in which no row has anything are left out. */
function briefTable(changes: readonly Change[], kind: ReleaseKind, width: number): string {
  const columns: readonly { readonly title: string; readonly cell: (change: Change) => string }[] = [
    { title: changes.some(({ other }) => other !== '') ? 'codes' : 'code', cell: codesOf },
    { title: changes[0].change === 'discontinued' ? 'last day' : 'from', cell: dayOf },
    { title: 'instead', cell: successors },
    { title: 'values', cell: kind.startsWith('ncci') ? ncciValues : () => '' },
    {
      title: titleName(kind),
      cell: (change) => change.title || (kind === 'hcpcs' || kind.startsWith('ncci') ? '' : wordsOf(change)),
    },
  ];
  const shown = columns.filter(({ cell }) => changes.some((change) => cell(change) !== ''));
  const rows = changes.map((change) => shown.map(({ cell }) => cell(change)));
  return table(shown, rows, width);
}

/** The fields of an NCCI row that have no column of their own: `units 3, MAI 2`. */
const ncciValues = ({ printedBy, fields }: Change): string =>
  fields
    .filter(({ field }) => /^(value|mai|modifierIndicator|type)$/.test(field))
    .map(
      ({ field, before, after }) =>
        `${fieldName(field)} ${printedBy === 'both' ? `${before} → ${after}` : after || before}`,
    )
    .join(', ');

/** A code that ends without a last day has only gone from the list. */
const dayOf = ({ change, printedBy, effective }: Change): string =>
  effective ?? (change === 'discontinued' && printedBy === 'before' ? 'gone' : '');

const codesOf = ({ code, other }: Change): string => (other === '' ? code : `${code} / ${other}`);

/** Of a code that ends, the codes that CMS names in its cross references. */
const successors = ({ change, fields }: Change): string =>
  change !== 'discontinued'
    ? ''
    : fields
        .filter(({ field, after }) => field.startsWith('crossReference') && after !== '')
        .map(({ after }) => after)
        .join(', ');

/** What a record has in its first fields. */
const wordsOf = ({ fields }: Change): string =>
  fields
    .slice(0, 3)
    .map(({ field, before, after }) => `${fieldName(field)} ${shownValue(field, after || before)}`)
    .join(', ');

function detailed(change: Change, width: number): string {
  const head = `  ${codesOf(change)}  ${change.title}`.trimEnd();
  return `${head}\n${change.fields.map((field) => fieldLines(field, width)).join('')}`;
}

const INDENT = 8;
/** A value longer than this is a text: its words are compared. */
const LONGEST_VALUE = 40;

function fieldLines({ field, before, after }: FieldChange, width: number): string {
  const name = `     ${fieldName(field)}: `;
  if (Math.max(before.length, after.length) <= LONGEST_VALUE && !/\s/.test(`${before}${after}`)) {
    return indented(`${name}${valueText(field, before)} → ${valueText(field, after)}`, width);
  }
  return indented(`${name}${markedWords(before, after)}`, width);
}

function valueText(field: string, value: string): string {
  if (value === '') return '(none)';
  const meaning = meaningOf(field, value);
  return meaning === '' ? shownValue(field, value) : `${value} (${meaning})`;
}

/** Stretches of words that both have are cut to this many at each end. */
const CONTEXT = 7;

/** `two [-days-] {+weeks+}`: marks that a screen without colours shows too. */
function markedWords(before: string, after: string): string {
  const pieces = wordChanges(before, after);
  if (pieces.every(({ kind, text }) => kind === 'same' || text.trim() === '')) return `${after} (spaces alone)`;
  return pieces.map((piece, i) => marked(piece, i === 0, i === pieces.length - 1)).join('');
}

function marked({ kind, text }: WordPiece, isFirst: boolean, isLast: boolean): string {
  const [, start, words, end] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) as RegExpExecArray;
  if (kind !== 'same' && words === '') return kind === 'added' ? text : '';
  if (kind === 'removed') return `${start}[-${words}-]${end}`;
  if (kind === 'added') return `${start}{+${words}+}${end}`;
  const list = text.split(' ');
  const [before, after] = [isFirst ? 0 : CONTEXT, isLast ? 0 : CONTEXT];
  if (list.length <= before + after + 2) return text;
  return `${list.slice(0, before).join(' ')}${isFirst ? '' : ' '}…${isLast ? '' : ' '}${list.slice(list.length - after).join(' ')}`;
}

/** The text in lines, what was taken out and put in coloured on each line for itself. */
function indented(text: string, width: number): string {
  const lines = wrapLines(text.trimStart(), width - INDENT);
  let open: '[-' | '{+' | null = null;
  return lines
    .map((line, i) => {
      const parts = line.split(/(\[-|-\]|\{\+|\+\})/);
      let coloured = '';
      for (const part of parts) {
        if (part === '[-' || part === '{+') open = part;
        coloured += open === '[-' ? red(part) : open === '{+' ? green(part) : part;
        if (part === '-]' || part === '+}') open = null;
      }
      return `${' '.repeat(i === 0 ? 5 : INDENT)}${coloured}\n`;
    })
    .join('');
}

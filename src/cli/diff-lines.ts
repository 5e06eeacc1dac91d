import type { Change, FieldChange } from '../diff/change.ts';
import { fieldName, meaningOf, shownValue } from '../diff/fields.ts';
import { type WordPiece, wordChanges } from '../diff/words.ts';
import { green, red } from './colors.ts';
import { table } from './table.ts';
import { wrapLines } from './wrap.ts';

/** Changes of one class as lines: rows that came or went as a table, rows that differ with their fields. */
export function changeLines(changes: readonly Change[], width: number): string {
  const brief = changes.every(({ change }) => change !== 'revised' && change !== 'changed');
  return brief ? briefTable(changes, width) : changes.map((change) => detailed(change, width)).join('');
}

function briefTable(changes: readonly Change[], width: number): string {
  const [{ change }] = changes;
  const columns = [
    { title: changes.some(({ other }) => other !== '') ? 'codes' : 'code' },
    { title: change === 'discontinued' ? 'last day' : change === 'removed' ? '' : 'from' },
    { title: 'instead' },
    { title: '' },
  ];
  const rows = changes.map((each) => [codesOf(each), dayOf(each), successors(each), wordsOf(each)]);
  const withSuccessors = rows.some(([, , instead]) => instead !== '');
  return table(
    columns.filter((_, i) => i !== 2 || withSuccessors),
    rows.map((row) => row.filter((_, i) => i !== 2 || withSuccessors)),
    width,
  );
}

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

/** Its title; without one its first fields. */
function wordsOf({ title, fields }: Change): string {
  if (title !== '') return title;
  return fields
    .slice(0, 3)
    .map(({ field, before, after }) => `${fieldName(field)} ${shownValue(field, after || before)}`)
    .join(', ');
}

function detailed(change: Change, width: number): string {
  const head = `  ${codesOf(change)}  ${change.title}`;
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

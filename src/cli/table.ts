import { bold } from './colors.ts';
import { printable } from './printable.ts';
import { wrapLines } from './wrap.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

const GAP = '  ';
const BELOW = '     ';
const NARROWEST_LAST = 16;

/**
 * Rows of text as a table no wider than `width`: each column as wide as its widest cell, the last one wrapped
 * to what is left. Cells are plain text. `below` has a text for under each row, for what would make it too wide.
 *
 * @example
 * table([{ title: 'kind' }, { title: 'rows', align: 'right' }], [['hcpcs', '158']], 80)
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
  below: readonly string[] = [],
): string {
  const last = columns.length - 1;
  const cells = rows.map((row) => row.map(printable));
  const widths = columns.map(({ title }, i) => Math.max(title.length, ...cells.map((row) => row[i].length)));
  const before = widths.slice(0, last).reduce((sum, each) => sum + each + GAP.length, 0);
  widths[last] = Math.min(widths[last], Math.max(NARROWEST_LAST, width - before));
  const cell = (text: string, i: number): string =>
    columns[i].align === 'right' ? text.padStart(widths[i]) : i === last ? text : text.padEnd(widths[i]);
  const line = (row: readonly string[]): string => row.map(cell).join(GAP).trimEnd();
  const block = (row: readonly string[], i: number): string => {
    const [first, ...more] = wrapLines(cutWords(row[last], widths[last]), widths[last]);
    const room = width - BELOW.length;
    const under = below[i] === undefined ? [] : wrapLines(cutWords(below[i], room), room).map((text) => BELOW + text);
    return [line([...row.slice(0, last), first]), ...more.map((text) => ' '.repeat(before) + text), ...under].join(
      '\n',
    );
  };
  return `${[bold(line(columns.map(({ title }) => title))), ...cells.map(block)].join('\n')}\n`;
}

/** Words longer than a line in pieces, best at `_` or `-`: a file name must not push the table off the screen. */
const cutWords = (text: string, room: number): string =>
  text
    .split(' ')
    .map((word) => pieces(word, room).join(' '))
    .join(' ');

function pieces(word: string, room: number): string[] {
  if (word.length <= room) return [word];
  const seam = Math.max(word.lastIndexOf('_', room - 1), word.lastIndexOf('-', room - 1)) + 1;
  const end = seam > 0 ? seam : room;
  return [word.slice(0, end), ...pieces(word.slice(end), room)];
}

import { bold } from './colors.ts';
import { counted } from './screen.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

/** A file that no reader knows. */
export interface NotKnownFile {
  readonly name: string;
  readonly reason: string;
}

const MOST_ROWS = 15;
const MOST_NAMES = 20;
/** How readers begin the reason for files that are releases of a kind still to come: all of them are named. */
const NOT_YET = /^not read yet/;

/**
 * Files that were passed over: a table with the reason of each, grouped by reason where they are many. Those that
 * are no release at all are named up to a point, so that a folder of other things does not drown the rest.
 */
export function notKnownText(files: readonly NotKnownFile[], width: number): string {
  if (files.length === 0) return '';
  const head = bold(`not read: ${counted(files.length, 'file')}`);
  if (files.length <= MOST_ROWS) {
    const rows = files.map(({ name, reason }) => [name, reason]);
    return `\n${head}\n${table([{ title: 'file' }, { title: 'why' }], rows, width)}`;
  }
  const groups = [...Map.groupBy(files, ({ reason }) => reason)].sort(
    ([a], [b]) => Number(NOT_YET.test(b)) - Number(NOT_YET.test(a)),
  );
  return `\n${head}\n${groups.map(([reason, group]) => groupText(reason, group, width)).join('')}`;
}

function groupText(reason: string, files: readonly NotKnownFile[], width: number): string {
  const names = files.map(({ name }) => name);
  const most = NOT_YET.test(reason) ? names.length : MOST_NAMES;
  const more = names.length > most ? ` and ${counted(names.length - most, 'more', 'more')} (--json names all)` : '';
  const list = names.slice(0, most).join(', ') + more;
  return `${wrap(`${reason} (${counted(files.length, 'file')})`, width, 2)}\n    ${wrap(list, width, 4)}\n`;
}

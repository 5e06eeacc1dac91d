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

/** Files that were passed over: a table with the reason of each, grouped by reason where they are many. */
export function notKnownText(files: readonly NotKnownFile[], width: number): string {
  if (files.length === 0) return '';
  const head = bold(`not read: ${counted(files.length, 'file')} of no kind known yet`);
  if (files.length <= MOST_ROWS) {
    const rows = files.map(({ name, reason }) => [name, reason]);
    return `\n${head}\n${table([{ title: 'file' }, { title: 'why' }], rows, width)}`;
  }
  const byReason = Map.groupBy(files, ({ reason }) => reason);
  const groups = [...byReason].map(([reason, group]) => {
    const names = group.map(({ name }) => name).join(', ');
    return `${wrap(`${reason} (${counted(group.length, 'file')})`, width, 2)}\n  ${wrap(names, width, 2)}\n`;
  });
  return `\n${head}\n${groups.join('')}`;
}

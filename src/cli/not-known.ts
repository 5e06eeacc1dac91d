import { counted, figure } from '../text.ts';
import { bold } from './colors.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

/** A file that no reader knows. */
export interface NotKnownFile {
  readonly name: string;
  readonly reason: string;
}

const MOST_ROWS = 15;
const MOST_NAMES = 20;
const MOST_EXAMPLES = 2;
/** How readers begin the reason for files that are releases of a kind still to come: all of them are named. */
const NOT_YET = /^not read yet/;
/** How they end it for files that are something else: they are counted, with a few names. */
const NO_RELEASE = /, no release$/;

/**
 * Files that were passed over: a table with the reason of each; by reason where they are many, so that a folder of
 * other things does not drown the releases that could not be read.
 */
export function notKnownText(files: readonly NotKnownFile[], width: number): string {
  if (files.length === 0) return '';
  const head = bold(`not read: ${counted(files.length, 'file')}`);
  if (files.length <= MOST_ROWS) {
    const rows = files.map(({ name, reason }) => [reason, name]);
    return `\n${head}\n${table([{ title: 'why' }, { title: 'file' }], rows, width)}`;
  }
  const others = files.filter(({ reason }) => NO_RELEASE.test(reason));
  const groups = [...Map.groupBy(files, ({ reason }) => reason)]
    .filter(([reason]) => !NO_RELEASE.test(reason))
    .sort(([a], [b]) => Number(NOT_YET.test(b)) - Number(NOT_YET.test(a)));
  return `\n${head}\n${groups.map(([reason, group]) => groupText(reason, group, width)).join('')}${othersText(others, width)}`;
}

function groupText(reason: string, files: readonly NotKnownFile[], width: number): string {
  const shown = NOT_YET.test(reason) ? files : files.slice(0, MOST_NAMES);
  const more =
    files.length > shown.length ? `    and ${figure(files.length - shown.length)} more (--json names all)\n` : '';
  return `${wrap(`${reason} (${counted(files.length, 'file')})`, width, 2)}\n${namesText(shown, width)}${more}`;
}

/** The names, those in one archive together behind its name. */
function namesText(files: readonly NotKnownFile[], width: number): string {
  const byArchive = Map.groupBy(files, ({ name }) => name.slice(0, name.lastIndexOf('!') + 1));
  const rows = [...byArchive].map(([archive, inside]) => {
    const names = inside.map(({ name }) => name.slice(archive.length)).join(', ');
    return archive === '' ? wrap(names, width, 4) : wrap(`${archive.slice(0, -1)}: ${names}`, width, 6);
  });
  return rows.map((row) => `    ${row}\n`).join('');
}

function othersText(files: readonly NotKnownFile[], width: number): string {
  if (files.length === 0) return '';
  const rows = [...Map.groupBy(files, ({ reason }) => reason)].map(([reason, group]) => [
    figure(group.length),
    reason.replace(NO_RELEASE, ''),
    group
      .slice(0, MOST_EXAMPLES)
      .map(({ name }) => name)
      .join(', ') + (group.length > MOST_EXAMPLES ? ', …' : ''),
  ]);
  const columns = [{ title: 'files', align: 'right' as const }, { title: 'no release but' }, { title: 'such as' }];
  return `${table(columns, rows, width)}${files.length > rows.length * MOST_EXAMPLES ? '(--json names all)\n' : ''}`;
}

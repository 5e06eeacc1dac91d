import { readFile } from 'node:fs/promises';
import { type ColumnMap, parseColumnMap } from '../claims/csv/column-map.ts';
import { ProblemError } from '../problems.ts';
import { unreadable } from '../releases/unreadable.ts';

/** The map that `--map` gives: a file's content where there is a file of that name, else the text itself. */
export async function columnMap(given: string): Promise<ColumnMap> {
  try {
    return parseColumnMap((await readFile(given, 'utf8')).replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    if (given.includes('=') || given.trim().startsWith('{')) return parseColumnMap(given);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw unreadable(given, error);
    throw new ProblemError('map-invalid', `"${given.slice(0, 80)}" is neither a file nor a map.`);
  }
}

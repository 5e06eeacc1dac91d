import { readFile } from 'node:fs/promises';
import { type ColumnMap, parseColumnMap } from '../claims/csv/column-map.ts';
import { ProblemError } from '../problems.ts';

/** The map that `--map` gives: a file's content where there is a file of that name, else the text itself. */
export async function columnMap(given: string): Promise<ColumnMap> {
  const content = await readFile(given, 'utf8').catch(() => null);
  if (content !== null) return parseColumnMap(content.replace(/^\ufeff/, ''));
  if (given.includes('=') || given.trim().startsWith('{')) return parseColumnMap(given);
  throw new ProblemError('map-invalid', `"${given.slice(0, 80)}" is neither a file nor a map.`);
}

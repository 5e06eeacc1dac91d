import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of reference data: `$COLUMNONE_DATA`, else `../shared/data` beside the checkout. */
export const DATA = resolve(process.env.COLUMNONE_DATA ?? join(import.meta.dirname, '../../../shared/data'));

/** Whether it is there; tests that need it say what they skipped where it is not. */
export const HAS_DATA = existsSync(DATA);
if (!HAS_DATA) console.warn(`skipped: no reference data at ${DATA} (set COLUMNONE_DATA)`);

export const dataPath = (...parts: string[]): string => join(DATA, ...parts);

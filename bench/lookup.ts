/** What `columnone lookup` takes as a whole process: `node bench/lookup.ts [codebook]`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledCodebook } from './codebook-file.ts';
import { measure, median } from './measure.ts';
import { number, printRows, type Row } from './row.ts';

const COMMAND = join(import.meta.dirname, '../bin/columnone.mjs');
const ROUNDS = 9;

export async function benchLookup(codebook: string): Promise<Row> {
  const runs = [];
  for (let i = 0; i < ROUNDS; i++) {
    runs.push(await measure(COMMAND, ['lookup', 'J0135', '--on', '2018-06-01', '--codebook', codebook]));
  }
  return {
    what: 'columnone lookup, whole process',
    figure: `${number(median(runs.map(({ seconds }) => seconds)) * 1000)} ms`,
    target: '250 ms',
    command: 'node bench/lookup.ts',
  };
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'columnone-bench-'));
  try {
    printRows([await benchLookup(process.argv[2] ?? (await compiledCodebook(folder)))]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

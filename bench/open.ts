/** Reading and opening a codebook in a new process, then its tables: `node bench/open.ts [codebook]`. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledCodebook } from './codebook-file.ts';
import { measure, median } from './measure.ts';
import { number, printRows, type Row } from './row.ts';

const ROUNDS = 9;

export async function benchOpen(path: string): Promise<Row> {
  const runs = [];
  for (let i = 0; i < ROUNDS; i++) runs.push(await measure(join(import.meta.dirname, 'open-once.ts'), [path]));
  const times = runs.map(({ stdout }) => JSON.parse(stdout) as { open: number; tables: number });
  const [open, tables] = [median(times.map((t) => t.open)), median(times.map((t) => t.tables))];
  return {
    what: `opening a codebook of ${number(statSync(path).size / 1e6, 1)} MB`,
    figure: `${number(open)} ms (first tables ${number(tables)} ms more), ${number(median(runs.map(({ peakMiB }) => peakMiB)))} MiB resident`,
    target: '100 ms, 150 MiB',
    command: 'node bench/open.ts',
  };
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'columnone-bench-'));
  try {
    printRows([await benchOpen(process.argv[2] ?? (await compiledCodebook(folder)))]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

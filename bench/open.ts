/** Reading and opening a codebook in a new process, its tables included: `node bench/open.ts [codebook]`. */
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
  const milliseconds = median(runs.map(({ stdout }) => Number(stdout)));
  return {
    what: `opening a codebook of ${number(statSync(path).size / 1e6, 1)} MB`,
    figure: `${number(milliseconds)} ms, ${number(median(runs.map(({ peakMiB }) => peakMiB)))} MiB resident`,
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

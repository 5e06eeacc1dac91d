/** Opening a codebook in a new process and what comes after it: `node bench/open.ts [codebook]`. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CORE_END_AT } from '../src/codebook/format.ts';
import { compiledCodebook } from './codebook-file.ts';
import { measure, median } from './measure.ts';
import { number, printRows, type Row } from './row.ts';

const ROUNDS = 9;

/** Opening as the command line does, which reads the core alone; then the whole file. */
export async function benchOpen(path: string): Promise<Row[]> {
  const command = 'node bench/open.ts';
  const [core, whole] = [await middle([path]), await middle([path, '--all'])];
  const coreSize = number(readFileSync(path).readUInt32LE(CORE_END_AT) / 1e6, 1);
  const size = number(statSync(path).size / 1e6, 1);
  return [
    {
      what: `opening a codebook of ${size} MB: its core of ${coreSize} MB`,
      figure: `${number(core.open)} ms (first answers ${number(core.rest)} ms more), ${number(core.peakMiB)} MiB resident`,
      target: '100 ms, 150 MiB',
      command,
    },
    {
      what: 'the same, and all its tables of records read and checked',
      figure: `${number(whole.open + whole.rest)} ms, ${number(whole.peakMiB)} MiB resident`,
      target: '',
      command,
    },
  ];
}

async function middle(args: readonly string[]): Promise<{ open: number; rest: number; peakMiB: number }> {
  const runs = [];
  for (let i = 0; i < ROUNDS; i++) runs.push(await measure(join(import.meta.dirname, 'open-once.ts'), args));
  const times = runs.map(({ stdout }) => JSON.parse(stdout) as { open: number; rest: number });
  return {
    open: median(times.map(({ open }) => open)),
    rest: median(times.map(({ rest }) => rest)),
    peakMiB: median(runs.map(({ peakMiB }) => peakMiB)),
  };
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'columnone-bench-'));
  try {
    printRows(await benchOpen(process.argv[2] ?? (await compiledCodebook(folder))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

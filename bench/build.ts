/** How long `columnone build` takes over all reference data, and what opening its codebook costs: `node bench/build.ts`. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA, HAS_DATA } from '../test/support/data.ts';
import { measure, median } from './measure.ts';
import { number, printRows, type Row } from './row.ts';

const COMMAND = join(import.meta.dirname, '../bin/columnone.mjs');
const ROUNDS = 7;

export async function benchBuild(): Promise<Row[]> {
  if (!HAS_DATA) return [];
  const folder = mkdtempSync(join(tmpdir(), 'columnone-bench-'));
  try {
    const codebook = join(folder, 'all.codebook');
    const build = await measure(COMMAND, ['build', '--out', codebook, DATA]);
    if (build.status !== 0) throw new Error(`columnone build ended with ${build.status}`);
    return [
      {
        what: 'columnone build of all reference data, whole process',
        figure: `${number(build.seconds, 1)} s, ${number(build.peakMiB)} MiB, codebook ${number(statSync(codebook).size / 1e6, 1)} MB`,
        target: '20 s, 1,536 MiB, 60 MB',
        command: 'node bench/build.ts',
      },
      await lookupRow(codebook),
      await openRow(codebook),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function lookupRow(codebook: string): Promise<Row> {
  const runs = [];
  for (let i = 0; i < ROUNDS; i++) {
    runs.push(await measure(COMMAND, ['lookup', 'J0135', '--on', '2018-06-01', '--codebook', codebook]));
  }
  return {
    what: 'columnone lookup, whole process',
    figure: `${number(median(runs.map(({ seconds }) => seconds)) * 1000)} ms`,
    target: '250 ms',
    command: 'node bench/build.ts',
  };
}

async function openRow(codebook: string): Promise<Row> {
  const runs = [];
  for (let i = 0; i < ROUNDS; i++) runs.push(await measure(join(import.meta.dirname, 'open-once.ts'), [codebook]));
  const milliseconds = median(runs.map(({ stdout }) => Number(stdout)));
  return {
    what: 'reading and opening the codebook in a new process',
    figure: `${number(milliseconds)} ms, ${number(median(runs.map(({ peakMiB }) => peakMiB)))} MiB resident`,
    target: '100 ms, 150 MiB',
    command: 'node bench/build.ts',
  };
}

if (import.meta.main) printRows(await benchBuild());

/** How long `columnone build` takes over all reference data: `node bench/build.ts [codebook to write]`. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA, HAS_DATA } from '../test/support/data.ts';
import { measure } from './measure.ts';
import { number, printRows, type Row } from './row.ts';

const COMMAND = join(import.meta.dirname, '../bin/columnone.mjs');
const SAMPLE = join(import.meta.dirname, '../samples/releases');

/** Builds a codebook of all reference data (of the sample where there is none) at the path. */
export async function benchBuild(path: string): Promise<Row> {
  const build = await measure(COMMAND, ['build', '--out', path, HAS_DATA ? DATA : SAMPLE]);
  if (build.status !== 0) throw new Error(`columnone build ended with ${build.status}`);
  const size = number(statSync(path).size / 1e6, 1);
  return {
    what: `columnone build of ${HAS_DATA ? 'all reference data' : 'the sample'}, whole process`,
    figure: `${number(build.seconds, 1)} s, ${number(build.peakMiB)} MiB, codebook ${size} MB`,
    target: '20 s, 1,536 MiB, 60 MB',
    command: 'node bench/build.ts',
  };
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'columnone-bench-'));
  try {
    printRows([await benchBuild(process.argv[2] ?? join(folder, 'all.codebook'))]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

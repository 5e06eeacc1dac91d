/**
 * All figures of speed and memory, each with the command that repeats it: `npm run bench`. With `--quick` a tenth
 * of the claims and no peers, to see that everything still runs. `npm run bench -- large` measures input of gigabytes
 * alone, which takes ten minutes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DATA, HAS_DATA } from '../test/support/data.ts';
import { benchBuild } from './build.ts';
import { benchCheck } from './check.ts';
import { benchFormats } from './formats.ts';
import { benchLargeFile } from './large-file.ts';
import { benchLookup } from './lookup.ts';
import { benchOpen } from './open.ts';
import { benchPairQuery } from './pair-query.ts';
import { printRows, type Row } from './row.ts';

const { values, positionals } = parseArgs({ options: { quick: { type: 'boolean' } }, allowPositionals: true });
if (positionals.some((part) => part !== 'large'))
  throw new Error(`${positionals.join(' ')}: the one part by name is large`);
const quick = values.quick === true;
if (!HAS_DATA) console.log(`No reference data at ${DATA}: the shipped sample is measured.\n`);
const folder = mkdtempSync(join(tmpdir(), 'columnone-bench-'));
try {
  const codebook = join(folder, 'bench.codebook');
  const build = await benchBuild(codebook);
  printRows(positionals.length > 0 ? await benchLargeFile({ codebook }) : [build, ...(await figures(codebook))]);
} finally {
  rmSync(folder, { recursive: true });
}

async function figures(codebook: string): Promise<Row[]> {
  const claims = quick ? 10_000 : 100_000;
  return [
    ...(await benchOpen(codebook)),
    benchLookup(codebook),
    ...(await benchPairQuery(codebook)),
    ...(await benchCheck({ claims, codebook, peers: !quick })),
    ...(await benchFormats({ claims, codebook })),
  ];
}

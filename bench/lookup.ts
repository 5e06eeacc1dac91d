/** What `columnone lookup` takes as a whole process: `node bench/lookup.ts [codebook]`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledCodebook } from './codebook-file.ts';
import { median } from './measure.ts';
import { number, printRows, type Row } from './row.ts';

const COMMAND = join(import.meta.dirname, '../bin/columnone.mjs');
const ROUNDS = 15;

export function benchLookup(codebook: string): Row {
  const lookup = [COMMAND, 'lookup', 'J0135', '--on', '2018-06-01', '--codebook', codebook];
  return {
    what: `columnone lookup, whole process (Node alone: ${number(milliseconds(['-e', '0']))} ms)`,
    figure: `${number(milliseconds(lookup))} ms`,
    target: '250 ms',
    command: 'node bench/lookup.ts',
  };
}

/** Wall time of a process of this Node, the middle of a few. */
function milliseconds(args: readonly string[]): number {
  const runs = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
    if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
    return performance.now() - start;
  });
  return median(runs);
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'columnone-bench-'));
  try {
    printRows([benchLookup(process.argv[2] ?? (await compiledCodebook(folder)))]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

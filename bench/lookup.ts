/**
 * What `columnone lookup` takes as a whole process, of this checkout or of an installed package:
 * `node bench/lookup.ts [codebook] [path of columnone.mjs]`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledCodebook } from './codebook-file.ts';
import { median } from './measure.ts';
import { number, printRows, type Row } from './row.ts';

const COMMAND = join(import.meta.dirname, '../bin/columnone.mjs');
const ROUNDS = 15;
const FIRST_ROUNDS = 5;

/** A drug, a visit and a diagnosis, each on a day that releases speak for; the first is the figure. */
const ASKED = [
  ['J0135', '2018-06-01'],
  ['99213', '2024-08-01'],
  ['E11.9', '2024-08-01'],
] as const;

export function benchLookup(codebook: string, command = COMMAND): Row {
  const alone = number(milliseconds(ROUNDS, ['-e', '0']));
  const lookups = ASKED.map(([code, on]) => [command, 'lookup', code, '--on', on, '--codebook', codebook]);
  const each = lookups.map((lookup) => number(milliseconds(ROUNDS, lookup)));
  return {
    what: `columnone lookup ${ASKED.map(([code]) => code).join(', ')}, whole process (Node alone: ${alone} ms)`,
    figure: `${each.join(', ')} ms; before Node has kept the compiled code ${number(firstTime(lookups[0]))} ms`,
    target: '250 ms',
    command: 'node bench/lookup.ts',
  };
}

/** As after an installation: the folder in which Node keeps compiled code is empty. */
function firstTime(lookup: readonly string[]): number {
  const runs = Array.from({ length: FIRST_ROUNDS }, () => {
    const cache = mkdtempSync(join(tmpdir(), 'columnone-bench-'));
    try {
      return milliseconds(1, lookup, { NODE_COMPILE_CACHE: cache });
    } finally {
      rmSync(cache, { recursive: true });
    }
  });
  return median(runs);
}

/** Wall time of a process of this Node, the middle of a few. */
function milliseconds(rounds: number, args: readonly string[], environment: Record<string, string> = {}): number {
  const runs = Array.from({ length: rounds }, () => {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore', env: { ...process.env, ...environment } });
    // A code that the codebook does not have is answered, too.
    if (status !== 0 && status !== 1) throw new Error(`node ${args.join(' ')} ended with ${status}`);
    return performance.now() - start;
  });
  return median(runs);
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'columnone-bench-'));
  try {
    printRows([benchLookup(process.argv[2] ?? (await compiledCodebook(folder)), process.argv[3])]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

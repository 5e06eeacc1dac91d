/**
 * How fast an 837P and an 837I file are checked, from bytes to ndjson, and beside it what two npm packages take only to
 * cut the same file into tokens: `node bench/check.ts [--claims N] [--codebook FILE] [--no-peers]`.
 */
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { generate837i } from './claims-837i.ts';
import { generate837p } from './claims-837p.ts';
import { compiledCodebook } from './codebook-file.ts';
import { measure, median } from './measure.ts';
import { number, printRows, type Row } from './row.ts';

const COMMAND = join(import.meta.dirname, '../bin/columnone.mjs');
const PEER = join(import.meta.dirname, 'peer-tokens.ts');
const ROUNDS = 5;

export async function benchCheck(options: { claims: number; codebook?: string; peers: boolean }): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'columnone-bench-'));
  try {
    const codebook = options.codebook ?? (await compiledCodebook(folder));
    const small = await generated(folder, options.claims);
    // The rate first: what is written for the memory row is still on its way to the disk while the next one runs.
    const rows = [await rateRow(codebook, small, options.claims, '837P')];
    const institutional = await written(folder, `${options.claims}.837i`, generate837i({ claims: options.claims }));
    rows.push(await rateRow(codebook, institutional, options.claims, '837I'));
    rows.push(await memoryRow(codebook, small, await generated(folder, options.claims * 5)));
    return options.peers ? [...rows, ...(await peerRows(small, options.claims, rate(rows[0])))] : rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const generated = (folder: string, claims: number): Promise<string> =>
  written(folder, `${claims}.837`, generate837p({ claims }));

async function written(folder: string, name: string, pieces: Iterable<string>): Promise<string> {
  const path = join(folder, name);
  await pipeline(Readable.from(pieces), createWriteStream(path, 'latin1'));
  return path;
}

/** One core from bytes to ndjson: the command's own loop, in this process, warmed up, output to nowhere. */
async function rateRow(codebook: string, file: string, claims: number, kind: '837P' | '837I'): Promise<Row> {
  const run = await measure(join(import.meta.dirname, 'check-loop.ts'), [codebook, file, String(ROUNDS)]);
  const { best, median: middle, findings } = JSON.parse(run.stdout) as Record<'best' | 'median' | 'findings', number>;
  return {
    what: `check ${kind}, ${number(claims)} claims of ${number(statSync(file).size / claims)} bytes, ${number(findings)} findings`,
    figure: `${number(claims / middle)} claims/s (best ${number(claims / best)})`,
    target: kind === '837P' ? '200,000 claims/s' : '133,000 claims/s',
    command: 'node bench/check.ts',
  };
}

/** The whole command on a file and on one five times as large: resident memory must not follow. */
async function memoryRow(codebook: string, small: string, large: string): Promise<Row> {
  const peak = async (file: string): Promise<{ seconds: number; peakMiB: number }> =>
    measure(COMMAND, ['check', '--codebook', codebook, '--format', 'ndjson', file], '/dev/null');
  const [one, five] = [await peak(small), await peak(large)];
  return {
    what: `columnone check, whole process, ${number(statSync(small).size / 1e6)} MB and five times that`,
    figure: `${number(one.seconds, 2)} s, ${number(one.peakMiB)} MiB; ${number(five.seconds, 2)} s, ${number(five.peakMiB)} MiB`,
    target: 'flat',
    command: 'node bench/check.ts',
  };
}

const rate = (row: Row): number => Number(row.figure.split(' ')[0].replaceAll(',', ''));

async function peerRows(file: string, claims: number, ours: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const peer of ['node-x12 (stream)', 'node-x12 (in memory)', 'x12-parser']) {
    const seconds: number[] = [];
    let peakMiB = 0;
    for (let round = 0; round < 2; round++) {
      const run = await measure(PEER, [peer, file]);
      if (run.status !== 0) break;
      seconds.push(JSON.parse(run.stdout).seconds);
      peakMiB = Math.max(peakMiB, run.peakMiB);
    }
    const theirs = claims / median(seconds);
    rows.push({
      what: `${peer}, cutting the same file into tokens only`,
      figure:
        seconds.length === 0
          ? 'did not finish'
          : `${number(theirs)} claims/s, ${number(peakMiB)} MiB; ours checks ${number(ours / theirs, 1)} times as many`,
      target: '',
      command: 'node bench/check.ts',
    });
  }
  return rows;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { claims: { type: 'string' }, codebook: { type: 'string' }, 'no-peers': { type: 'boolean' } },
  });
  printRows(
    await benchCheck({
      claims: Number(values.claims ?? 100_000),
      ...(values.codebook !== undefined && { codebook: values.codebook }),
      peers: values['no-peers'] !== true,
    }),
  );
}

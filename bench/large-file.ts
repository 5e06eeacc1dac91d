/**
 * Whether memory stays flat however large the input is: the whole command on an 837P that is made as it is read, through
 * standard input, so that no disk is needed: `npm run bench -- large`, or
 * `node bench/large-file.ts [--codebook FILE] [--gigabytes 0.5,1,2,5] [--formats ndjson]`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generate837p } from './claims-837p.ts';
import { compiledCodebook } from './codebook-file.ts';
import { measure } from './measure.ts';
import { number, printRows, type Row } from './row.ts';

const COMMAND = join(import.meta.dirname, '../bin/columnone.mjs');
/** What is read, in gigabytes of 10^9 bytes, and what is written of it. */
const RUNS = [
  { format: 'ndjson', gigabytes: [0.5, 1, 2, 5] },
  { format: '999', gigabytes: [0.5, 1] },
  { format: '277ca', gigabytes: [0.5, 1] },
  { format: '835', gigabytes: [0.5, 1] },
] as const;
/** Claims by whose length it is told how many make a gigabyte. */
const SAMPLE = 20_000;

export interface LargeRun {
  readonly format: string;
  readonly gigabytes: readonly number[];
}

export async function benchLargeFile(options: { codebook?: string; runs?: readonly LargeRun[] }): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'columnone-bench-'));
  try {
    const codebook = options.codebook ?? (await compiledCodebook(folder));
    const rows: Row[] = [];
    for (const { format, gigabytes } of options.runs ?? RUNS) {
      for (const size of gigabytes) rows.push(await largeRow(codebook, format, size * 1e9));
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function largeRow(codebook: string, format: string, size: number): Promise<Row> {
  const claims = Math.round(size / bytesAClaim());
  const args = ['check', '--codebook', codebook, '--format', format, '-'];
  let bytes = 0;
  const { seconds, cpuSeconds, peakMiB, status } = await measure(COMMAND, args, '/dev/null', function* () {
    for (const piece of generate837p({ claims })) {
      bytes += piece.length;
      yield piece;
    }
  });
  if (status !== 0 && status !== 1) throw new Error(`columnone check ended with ${status}`);
  return {
    what: `check --format ${format} of ${number(bytes / 1e9, 1)} GB of 837P through a pipe, ${number(claims)} claims`,
    figure: `${number(peakMiB)} MiB, ${number(seconds)} s, ${number(claims / seconds)} claims/s, ${number(bytes / seconds / 1e6)} MB/s (${number(cpuSeconds)} s of CPU)`,
    target: 'flat',
    command: 'npm run bench -- large',
  };
}

function bytesAClaim(): number {
  let bytes = 0;
  for (const piece of generate837p({ claims: SAMPLE })) bytes += piece.length;
  return bytes / SAMPLE;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      codebook: { type: 'string' },
      gigabytes: { type: 'string' },
      formats: { type: 'string', default: 'ndjson' },
    },
  });
  const gigabytes = values.gigabytes?.split(',').map(Number);
  printRows(
    await benchLargeFile({
      ...(values.codebook !== undefined && { codebook: values.codebook }),
      ...(gigabytes && { runs: values.formats.split(',').map((format) => ({ format, gigabytes })) }),
    }),
  );
}

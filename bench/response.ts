/**
 * What answering claims adds to reading and checking them, and that its memory does not grow with the file:
 * `node bench/response.ts [--claims N] [--codebook FILE]`.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createX12Reader } from '../src/claims/x12/index.ts';
import { FileSpill } from '../src/cli/file-spill.ts';
import { openCodebook } from '../src/codebook/open.ts';
import { Checker } from '../src/edits/checker.ts';
import { NdjsonWriter } from '../src/edits/ndjson-writer.ts';
import { ClaimAcknowledgmentWriter } from '../src/remit/claim-acknowledgment.ts';
import { RemittanceWriter } from '../src/remit/remittance.ts';
import { generate837p } from './claims-837p.ts';
import { compiledCodebook } from './codebook-file.ts';
import { measure, median } from './measure.ts';
import { number, printRows, type Row } from './row.ts';

const COMMAND = join(import.meta.dirname, '../bin/columnone.mjs');
const COMMAND_LINE = 'node bench/response.ts';
const RUNS = 5;
const PIECE = 1 << 18;
const OPTIONS = { date: '20260902', time: '1015', control: 1, sender: 'PAYER', receiver: 'CLINIC' };

type Answer = 'none' | 'ndjson' | '277CA' | '835';

export async function benchResponse(options: { claims: number; codebook?: string }): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'columnone-bench-'));
  try {
    const path = options.codebook ?? (await compiledCodebook(folder));
    const codebook = await openCodebook(readFileSync(path));
    const bytes = new TextEncoder().encode([...generate837p({ claims: options.claims })].join(''));
    // In turns, so that what else the machine does meanwhile falls on all alike.
    const seconds: Record<Answer, number[]> = { none: [], ndjson: [], '277CA': [], '835': [] };
    for (let run = 0; run <= RUNS; run++) {
      for (const answer of Object.keys(seconds) as Answer[]) {
        const taken = timed(() => answerOnce(new Checker(codebook), bytes, answer));
        if (run > 0) seconds[answer].push(taken);
      }
    }
    const none = median(seconds.none);
    const rows = (['277CA', '835'] as const).map((answer): Row => {
      const more = (than: number): string => number((median(seconds[answer]) / than - 1) * 100);
      return {
        what: `${answer} of ${number(options.claims)} claims, beside reading and checking them`,
        figure:
          `${number(options.claims / median(seconds[answer]))} claims/s (${number(options.claims / none)} without any output): ` +
          `${more(none)} % more; ${more(median(seconds.ndjson))} % more than with the findings as ndjson`,
        target: answer === '277CA' ? '30 % more' : '',
        command: COMMAND_LINE,
      };
    });
    return [...rows, await memoryRow(folder, path, bytes, options.claims)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function answerOnce(checker: Checker, bytes: Uint8Array, answer: Answer): number {
  let written = 0;
  const put = (piece: string | Uint8Array): void => {
    written += piece.length;
  };
  const writer =
    answer === '277CA'
      ? new ClaimAcknowledgmentWriter(checker, { ...OPTIONS, spill: new FileSpill() }, put)
      : answer === '835'
        ? new RemittanceWriter(checker, OPTIONS, put)
        : null;
  const lines = answer === 'ndjson' ? new NdjsonWriter(checker) : null;
  const reader = createX12Reader({
    onClaim: (claim) => {
      checker.check(claim);
      writer?.add(claim);
      lines?.add(claim);
      if (lines !== null && lines.length > PIECE) lines.giveBack(lines.take());
    },
    onProblem: ({ message }) => {
      throw new Error(message);
    },
  });
  for (let at = 0; at < bytes.length; at += 1 << 20) reader.write(bytes.subarray(at, at + (1 << 20)));
  reader.end();
  writer?.end();
  return written;
}

/** The whole command on one transaction set and on one five times as large: resident memory must not follow. */
async function memoryRow(folder: string, codebook: string, small: Uint8Array, claims: number): Promise<Row> {
  const files = [join(folder, 'one.837'), join(folder, 'five.837')];
  writeFileSync(files[0], small);
  writeFileSync(files[1], [...generate837p({ claims: claims * 5 })].join(''));
  const peaks: number[] = [];
  for (const file of files) {
    const run = await measure(COMMAND, ['check', '--codebook', codebook, '--format', '277ca', file], '/dev/null');
    peaks.push(run.peakMiB);
  }
  return {
    what: `columnone check --format 277ca, ${number(claims)} claims in a transaction set and five times that`,
    figure: peaks.map((peak) => `${number(peak)} MiB`).join('; '),
    target: 'flat',
    command: COMMAND_LINE,
  };
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { claims: { type: 'string' }, codebook: { type: 'string' } } });
  printRows(
    await benchResponse({
      claims: Number(values.claims ?? 100_000),
      ...(values.codebook !== undefined && { codebook: values.codebook }),
    }),
  );
}

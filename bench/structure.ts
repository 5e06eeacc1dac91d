/**
 * What checking the structure of an 837P costs, and that its memory does not grow with the file:
 * `node bench/structure.ts [claims]`.
 */
import { createX12Reader } from '../src/claims/x12/index.ts';
import { createStructureChecker } from '../src/claims/x12/structure/checker.ts';
import type { InterchangeReport } from '../src/claims/x12/structure/report.ts';
import { generate837p } from './claims-837p.ts';
import { median } from './measure.ts';
import { number, printRows, type Row } from './row.ts';

const RUNS = 5;

export function benchStructure({ claims }: { claims: number }): Row[] {
  const bytes = new TextEncoder().encode([...generate837p({ claims })].join(''));
  const seconds = median(Array.from({ length: RUNS }, () => timed(() => checkOnce(bytes))));
  const reading = median(Array.from({ length: RUNS }, () => timed(() => readOnce(bytes))));
  const before = process.memoryUsage().rss;
  checkOnce(bytes);
  const grown = Math.max(0, process.memoryUsage().rss - before) / 2 ** 20;
  return [
    {
      what: `checking the structure of ${number(claims)} claims, ${number(bytes.length / 2 ** 20)} MiB`,
      figure: `${number(claims / seconds)} claims/s (reading them: ${number(claims / reading)}), ${number(grown)} MiB more`,
      target: '',
      command: 'node bench/structure.ts',
    },
  ];
}

function checkOnce(bytes: Uint8Array): void {
  let report: InterchangeReport | undefined;
  const checker = createStructureChecker({
    onInterchange: (of) => {
      report = of;
    },
  });
  inPieces(bytes, (piece) => checker.write(piece));
  checker.end();
  if (report === undefined || report.code !== '000') throw new Error('The generated file has no sound interchange');
}

function readOnce(bytes: Uint8Array): void {
  const reader = createX12Reader({ onClaim: () => {}, onProblem: () => {} });
  inPieces(bytes, (piece) => reader.write(piece));
  reader.end();
}

function inPieces(bytes: Uint8Array, write: (piece: Uint8Array) => void): void {
  for (let at = 0; at < bytes.length; at += 1 << 20) write(bytes.subarray(at, at + (1 << 20)));
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
}

if (import.meta.main) printRows(benchStructure({ claims: Number(process.argv[2] ?? 100_000) }));

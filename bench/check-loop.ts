/** The loop of `columnone check --format ndjson` alone, several times: `node bench/check-loop.ts CODEBOOK FILE ROUNDS`. */
import { readFileSync } from 'node:fs';
import { createClaimReader } from '../src/claims/index.ts';
import { openCodebook } from '../src/codebook/open.ts';
import { Checker } from '../src/edits/checker.ts';
import { NdjsonWriter } from '../src/edits/ndjson-writer.ts';
import { median } from './measure.ts';

const CHUNK = 1 << 20;
const PIECE = 1 << 18;
const [codebookFile, claimFile, rounds] = process.argv.slice(2);
const codebook = await openCodebook(readFileSync(codebookFile));
const file = readFileSync(claimFile);

let findings = 0;
let bytesOut = 0;

/** One reading of the file in chunks, as a stream gives them; the text made is counted and let go. */
function round(): number {
  const checker = new Checker(codebook);
  const writer = new NdjsonWriter(checker);
  findings = bytesOut = 0;
  const count = (piece: Uint8Array): void => {
    bytesOut += piece.length;
    writer.giveBack(piece);
  };
  const start = performance.now();
  const reader = createClaimReader({
    file: claimFile,
    onClaim: (claim) => {
      checker.check(claim);
      findings += checker.rows.count;
      writer.add(claim);
      if (writer.length > PIECE) count(writer.take());
    },
    onProblem: (problem) => {
      throw new Error(problem.message);
    },
  });
  for (let at = 0; at < file.length; at += CHUNK) reader.write(file.subarray(at, at + CHUNK));
  reader.end();
  count(writer.take());
  return (performance.now() - start) / 1000;
}

const seconds = Array.from({ length: Number(rounds) }, round);
console.log(
  JSON.stringify({ best: Math.min(...seconds), median: median(seconds), first: seconds[0], findings, bytesOut }),
);

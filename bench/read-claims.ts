/**
 * How fast claims are read, without edits: `node bench/read-claims.ts [claims]`. Generates an 837P in memory and
 * reads it in chunks of 1 MiB, as a file stream gives them.
 */
import { createX12Reader } from '../src/claims/x12/index.ts';
import { generate837p } from './claims-837p.ts';

const CHUNK = 1 << 20;
const ROUNDS = 7;

const claims = Number(process.argv[2] ?? 100_000);
const file = Buffer.concat([...generate837p({ claims })].map((piece) => Buffer.from(piece, 'latin1')));
const chunks = Array.from({ length: Math.ceil(file.length / CHUNK) }, (_, i) =>
  file.subarray(i * CHUNK, (i + 1) * CHUNK),
);
const before = process.resourceUsage().maxRSS / 1024;

let seconds = Number.POSITIVE_INFINITY;
let lines = 0;
for (let round = 0; round < ROUNDS; round++) {
  let read = 0;
  lines = 0;
  const start = performance.now();
  const reader = createX12Reader({
    onClaim: (claim) => {
      read++;
      lines += claim.lineCount;
    },
    onProblem: (problem) => {
      throw new Error(problem.message);
    },
  });
  for (const chunk of chunks) reader.write(chunk);
  reader.end();
  seconds = Math.min(seconds, (performance.now() - start) / 1000);
  if (read !== claims) throw new Error(`${read} of ${claims} claims were read`);
}

const megabytes = file.length / 1e6;
const after = process.resourceUsage().maxRSS / 1024;
console.log(
  `${claims} claims, ${lines} lines, ${megabytes.toFixed(1)} MB (${Math.round(file.length / claims)} bytes a claim)`,
);
console.log(`best of ${ROUNDS}: ${Math.round(claims / seconds)} claims/s, ${Math.round(megabytes / seconds)} MB/s`);
console.log(`peak memory: ${Math.round(after)} MB, of which the reader added ${Math.round(after - before)} MB`);

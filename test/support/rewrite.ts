import { createClaimReader } from '../../src/claims/index.ts';
import type { Change } from '../../src/claims/normalise.ts';
import { correctionsOf } from '../../src/claims/x12/write/corrections.ts';
import { Splicer } from '../../src/claims/x12/write/splicer.ts';

/** An X12 file passed through in the given cuts, as `columnone convert --to 837` does. */
export function rewrite(bytes: Uint8Array, apply: boolean, cuts: readonly number[] = []) {
  const splicer = new Splicer();
  const pieces: Uint8Array[] = [];
  const changes: Change[] = [];
  let mostHeld = 0;
  const reader = createClaimReader({
    onClaim: (coded) => {
      if (!apply) return;
      for (const correction of correctionsOf(coded)) {
        splicer.replace(correction);
        changes.push(correction.change);
      }
    },
    onProblem: () => {},
  });
  let from = 0;
  for (const cut of [...cuts, bytes.length]) {
    const chunk = bytes.slice(from, cut);
    splicer.write(chunk);
    reader.write(chunk);
    const { settled = 0 } = reader;
    pieces.push(...splicer.take(settled));
    mostHeld = Math.max(mostHeld, cut - settled);
    from = cut;
  }
  reader.end();
  pieces.push(...splicer.end());
  return { bytes: new Uint8Array(Buffer.concat(pieces)), changes, mostHeld };
}

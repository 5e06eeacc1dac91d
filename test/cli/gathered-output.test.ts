import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { GatheredOutput } from '../../src/cli/gathered-output.ts';

const PIECE = 1 << 18;
const PIECES = 200;

/** A stream that takes a piece only when others have had their turn, and what it was given. */
function slowStream() {
  const hash = createHash('sha256');
  let most = 0;
  const stream: Writable = new Writable({
    write(chunk: Buffer, _, done) {
      most = Math.max(most, stream.writableLength);
      hash.update(chunk);
      setImmediate(done);
    },
  });
  return { stream, taken: () => ({ hash: hash.digest('hex'), most }) };
}

describe('gathered output', () => {
  test('what comes in one go stays in order and does not pile up in memory', async () => {
    const { stream, taken } = slowStream();
    const output = new GatheredOutput(stream);
    const expected = createHash('sha256');
    let back = 0;
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < PIECES; i++) {
        const piece = new Uint8Array(PIECE).fill(i);
        expected.update(piece).update(`é${i}`);
        output.addPiece(piece, () => back++);
        output.add(`é${i}`);
      }
      await output.drained();
    }
    await output.end();
    await new Promise<void>((resolve) => stream.end(resolve));
    const { hash, most } = taken();
    expect(hash).toBe(expected.digest('hex'));
    expect(most).toBeLessThan((PIECES * PIECE) / 2);
    expect(back).toBe(2 * PIECES);
  });
});

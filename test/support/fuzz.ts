/** Deterministic mutation of inputs: the same seed gives the same inputs on every machine. */

/** Inputs tried by each fuzz test; `COLUMNONE_FUZZ_RUNS=100000` for the full round. */
export const FUZZ_RUNS = Number(process.env.COLUMNONE_FUZZ_RUNS ?? 5_000);

export type Random = () => number;

/** mulberry32: a number in [0, 1) at each call. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const below = (random: Random, limit: number): number => Math.floor(random() * limit);

/** The input after one to eight random changes: bits, bytes, cuts, copies, insertions, words of the format. */
export function mutate(input: Uint8Array, random: Random, words: readonly string[] = []): Uint8Array {
  let bytes = input;
  for (let changes = 1 + below(random, 8); changes > 0; changes--) bytes = change(bytes, random, words);
  return bytes;
}

function change(bytes: Uint8Array, random: Random, words: readonly string[]): Uint8Array {
  const at = below(random, bytes.length + 1);
  const end = Math.min(bytes.length, at + 1 + below(random, random() < 0.2 ? 4_000 : 40));
  switch (below(random, words.length > 0 ? 7 : 6)) {
    case 0:
      return flipped(bytes, at, 1 << below(random, 8));
    case 1:
      return spliced(bytes, at, Math.min(at + 1, bytes.length), Uint8Array.of(below(random, 256)));
    case 2:
      return spliced(bytes, at, end, new Uint8Array(0));
    case 3:
      return spliced(bytes, at, at, bytes.subarray(at, end));
    case 4:
      return Uint8Array.from(bytes.subarray(0, at));
    case 5:
      return spliced(
        bytes,
        at,
        at,
        Uint8Array.from({ length: 1 + below(random, 8) }, () => below(random, 256)),
      );
    default:
      return spliced(bytes, at, end, new TextEncoder().encode(words[below(random, words.length)]));
  }
}

function flipped(bytes: Uint8Array, at: number, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  if (at < copy.length) copy[at] ^= bit;
  return copy;
}

/** `bytes` with `[start, end)` replaced. */
function spliced(bytes: Uint8Array, start: number, end: number, middle: Uint8Array): Uint8Array {
  const result = new Uint8Array(start + middle.length + bytes.length - end);
  result.set(bytes.subarray(0, start));
  result.set(middle, start);
  result.set(bytes.subarray(end), start + middle.length);
  return result;
}

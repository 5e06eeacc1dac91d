import { packCode } from './guide.ts';

/** What a byte is in an interchange. Order matters: 0 is part of a value, up to `TERMINATOR` ends one. */
export const PLAIN = 0;
export const ELEMENT = 1;
export const TERMINATOR = 2;
export const COMPONENT = 3;
export const REPETITION = 4;
/** A character that X12 has not. */
export const ODD = 5;

/** The kind of each byte under these delimiters; `repetition` is -1 where the interchange has none. */
export function byteKinds(element: number, component: number, repetition: number, terminator: number): Uint8Array {
  const kinds = new Uint8Array(256).fill(ODD);
  kinds.fill(PLAIN, 32, 127);
  if (repetition >= 0) kinds[repetition] = REPETITION;
  kinds[component] = COMPONENT;
  kinds[element] = ELEMENT;
  kinds[terminator] = TERMINATOR;
  return kinds;
}

/**
 * The value at an element's position in the segment whose id ends at `at`, packed: of a composite its first
 * component; -1 where there is none of four bytes at most.
 */
export function qualifierAt(bytes: Uint8Array, at: number, position: number, kinds: Uint8Array): number {
  let start = at;
  for (let number = 0; ; start++) {
    const kind = kinds[bytes[start]];
    if (kind === TERMINATOR) return -1;
    if (kind === ELEMENT && ++number === position) break;
  }
  let end = ++start;
  while (kinds[bytes[end]] === PLAIN) end++;
  return packCode(bytes, start, end);
}

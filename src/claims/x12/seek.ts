import { beginsWithSegment, HEADER_REACH, isHeader } from './delimiters.ts';

/** How far the delimiters of a file without ISA are looked for. */
export const GUESS_REACH = 2048;

/** What stands where an interchange header is due. */
export type Sought =
  /** More bytes are needed, or none are left. */
  | { readonly what: 'more'; readonly at: number }
  | { readonly what: 'header'; readonly at: number }
  /** A segment that may stand in an 837: the file begins without its header. */
  | { readonly what: 'bare'; readonly at: number }
  /** Bytes that are no interchange, up to `next`. */
  | { readonly what: 'other'; readonly at: number; readonly next: number };

/**
 * Looks for an interchange header from `from` on. Blanks and byte-order marks are passed over. What is found
 * does not depend on how many bytes beyond those needed are there.
 */
export function seekHeader(bytes: Uint8Array, from: number, end: number, first: boolean, final: boolean): Sought {
  let at = from;
  while (at < end && isBlankOrMark(bytes[at])) at++;
  if (at === end || (!final && end - at < HEADER_REACH)) return { what: 'more', at };
  if (at + 4 <= end && isHeader(bytes, at)) return { what: 'header', at };
  if (first && at + 4 <= end && beginsWithSegment(bytes, at)) {
    return { what: !final && end - at < GUESS_REACH ? 'more' : 'bare', at };
  }
  let next = at + 1;
  while (next + 4 <= end && !isHeader(bytes, next)) next++;
  return { what: 'other', at, next: final && next + 4 > end ? end : next };
}

/** A blank, a line break, or a byte of the UTF-8 byte-order mark. */
const isBlankOrMark = (c: number): boolean => c <= 32 || c === 0xef || c === 0xbb || c === 0xbf;

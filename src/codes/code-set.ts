import { type PackedCode, packCodeText } from './packed.ts';

/** A set of codes that is asked by packed code, without building text. */
export interface CodeSet {
  has(code: PackedCode): boolean;
}

/**
 * The codes and ranges of codes named, `99202-99205 G0402`. Within a range only codes that end in a digit count, unless
 * its first one does not.
 *
 * @example
 * codeSet('99202-99205 G0402').has(packCodeText('99203')) // true
 */
export function codeSet(text: string): CodeSet {
  const ranges = text
    .split(' ')
    .filter(Boolean)
    .map((part) => part.split('-').map(packCodeText))
    .map(([from, to = from]) => [from, to] as const)
    .sort(([a], [b]) => a - b);
  const from = Int32Array.from(ranges, (range) => range[0]);
  const to = Int32Array.from(ranges, (range) => range[1]);
  const least = from[0] ?? 0;
  const most = to.reduce((a, b) => Math.max(a, b), -1);
  return {
    has(code) {
      if (code < least || code > most) return false;
      let at = from.length - 1;
      while (at >= 0 && from[at] > code) at--;
      return at >= 0 && code <= to[at] && (code % 36 <= 9 || from[at] % 36 > 9);
    },
  };
}

import { type PackedCode, packCodeText } from '../codes/packed.ts';

/** `J0135`, a range `J0100-J0199`, or a beginning `993*`. */
const PATTERN = /^(?:([0-9A-Z]{5})(?:-([0-9A-Z]{5}))?|([0-9A-Z]{1,4})\*)$/;

/** Whether a text is a code, a range of codes (first to last) or the beginning of codes. */
export function isCodePattern(text: string): boolean {
  const [whole, from, to] = PATTERN.exec(text.toUpperCase()) ?? [];
  return whole !== undefined && (to === undefined || packCodeText(from) <= packCodeText(to));
}

/**
 * Whether a code is one of those that patterns name, asked by its packed value.
 *
 * @example
 * codeMatcher(['99213', 'J0100-J0199', '993*'])(packCodeText('99381')) // true
 */
export function codeMatcher(patterns: readonly string[]): (code: PackedCode) => boolean {
  const single = new Set<number>();
  const ranges: [number, number][] = [];
  for (const pattern of patterns) {
    const [, from, to, start] = PATTERN.exec(pattern.toUpperCase()) ?? [];
    if (start !== undefined) ranges.push([packCodeText(start.padEnd(5, '0')), packCodeText(start.padEnd(5, 'Z'))]);
    else if (to !== undefined) ranges.push([packCodeText(from), packCodeText(to)]);
    else if (from !== undefined) single.add(packCodeText(from));
  }
  return (code) => single.has(code) || ranges.some(([from, to]) => code >= from && code <= to);
}

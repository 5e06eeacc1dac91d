import { type PackedCode, packCodeText } from '../codes/packed.ts';

/** Ranges of codes that NCCI takes as evaluation and management: modifiers 24, 25 and 57 belong on them. */
const RANGES: readonly (readonly [PackedCode, PackedCode])[] = [
  ['92002', '92014'],
  ['99201', '99499'],
  ['G0402', 'G0402'],
  ['G0438', 'G0439'],
  ['G0463', 'G0463'],
].map(([from, to]) => [packCodeText(from), packCodeText(to)] as const);

/**
 * Whether a code is an evaluation and management service for the purposes of NCCI (NCCI Policy Manual,
 * chapter I, section D; chapter XI for the ophthalmological visits).
 */
export function isEvaluationAndManagement(code: PackedCode): boolean {
  for (const [from, to] of RANGES) if (code >= from && code <= to && code % 36 <= 9) return true;
  return false;
}

import { type PackedCode, packCodeText } from '../codes/packed.ts';

/** Ranges of codes that are evaluation and management for NCCI: modifiers 24, 25 and 57 belong on them. */
const RANGES: readonly (readonly [PackedCode, PackedCode])[] = [
  // Ophthalmological visits (NCCI Policy Manual, chapter XI).
  ['92002', '92014'],
  // The CPT section; 99201 until 2020.
  ['99201', '99499'],
  // Visits to a hospital's type B emergency department, and to its clinics (OPPS).
  ['G0380', 'G0384'],
  ['G0463', 'G0463'],
  // Hospitals report modifier 25 on these two as on a visit (OPPS).
  ['G0101', 'G0101'],
  ['G0175', 'G0175'],
  // Welcome to Medicare visit and annual wellness visits.
  ['G0402', 'G0402'],
  ['G0438', 'G0439'],
].map(([from, to]) => [packCodeText(from), packCodeText(to)] as const);

/**
 * Whether a code is an evaluation and management service for the purposes of NCCI (NCCI Policy Manual for Medicare
 * Services, chapter I, section D; chapter XI).
 *
 * @example
 * isEvaluationAndManagement(packCodeText('99213')) // true
 */
export function isEvaluationAndManagement(code: PackedCode): boolean {
  for (const [from, to] of RANGES) if (code >= from && code <= to && code % 36 <= 9) return true;
  return false;
}

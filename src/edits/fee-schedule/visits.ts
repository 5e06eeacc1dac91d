import { type PackedCode, packCodeText } from '../../codes/packed.ts';

/** Visits that a global period takes in: eyes, office, hospital, consultation, emergency, critical care, nursing home, home. */
const VISITS: readonly (readonly [PackedCode, PackedCode])[] = [
  ['92002', '92014'],
  ['99201', '99215'],
  ['99217', '99255'],
  ['99281', '99285'],
  ['99291', '99292'],
  ['99304', '99318'],
  ['99324', '99350'],
].map(([from, to]) => [packCodeText(from), packCodeText(to)] as const);

const FIRST = VISITS[0][0];
const LAST = VISITS[VISITS.length - 1][1];

export function isVisit(code: PackedCode): boolean {
  if (code < FIRST || code > LAST || code % 36 > 9) return false;
  for (const [from, to] of VISITS) if (code >= from && code <= to) return true;
  return false;
}

const CRITICAL_CARE = packCodeText('99291');
const CRITICAL_CARE_FURTHER = packCodeText('99292');

export const isCriticalCare = (code: PackedCode): boolean => code === CRITICAL_CARE || code === CRITICAL_CARE_FURTHER;

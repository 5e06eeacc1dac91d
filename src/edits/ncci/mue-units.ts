import { type CodedClaim, UNIT_BASIS_MINUTES } from '../../claims/coded-claim.ts';
import { NOT_A_DAY } from '../../codes/day.ts';
import { packCodeText } from '../../codes/packed.ts';
import type { CheckInput } from '../define-edit.ts';
import { MODIFIER_55 } from '../modifier-sets.ts';

/** SV104 has room for fifteen characters. */
const TOO_MANY = 1e15;
/** By the mile: since 2011 ambulance mileage is reported to a tenth of a mile (CR 7065). */
const MILEAGE = new Set(
  'A0021 A0080 A0090 A0160 A0380 A0390 A0425 A0435 A0436 A0888'.split(' ').map((code) => packCodeText(code)),
);

/** Whether a number of units can be counted: more than 0 and such as a claim has room for. */
export const areUnits = (units: number): boolean => units > 0 && units < TOO_MANY;

/** Whether a line has a part of a unit where units are whole. */
export const isFraction = ({ code, units, unitBasis }: CodedClaim, line: number): boolean =>
  !Number.isInteger(units[line]) && unitBasis[line] !== UNIT_BASIS_MINUTES && !MILEAGE.has(code[line]);

/**
 * Units a day that a line counts against an MUE; 0 where it does not count: anesthesia minutes are no units of
 * service, and postoperative care alone (modifier 55) is exempt. A line over several days counts on its first
 * day, its units divided by the days and rounded by policy.
 */
export function countedUnits({ claim, lines, policy }: CheckInput, line: number): number {
  const units = claim.units[line];
  if (!areUnits(units) || claim.unitBasis[line] === UNIT_BASIS_MINUTES) return 0;
  if (lines.hasModifier(line, MODIFIER_55)) return 0;
  const days = claim.to[line] === NOT_A_DAY ? 1 : claim.to[line] - claim.from[line] + 1;
  if (days <= 1) return units;
  return policy.mue.rangeUnits === 'nearest' ? Math.round(units / days) : Math.ceil(units / days);
}

/** Decimal units add up without the last digits' noise. */
export const tidy = (units: number): number => (Number.isInteger(units) ? units : Math.round(units * 1e4) / 1e4);

/** Units of a run's lines, own lines of a weight of at least `atLeast` left out. */
export function unitsOfRun(input: CheckInput, run: number, weights: Uint8Array | null, atLeast: number): number {
  const { claim, lines } = input;
  let units = 0;
  for (let i = lines.runStart[run]; i < lines.runStart[run + 1]; i++) {
    const line = lines.order[i];
    if (weights !== null && line < claim.ownLines && weights[line] >= atLeast) continue;
    units += countedUnits(input, line);
  }
  return tidy(units);
}

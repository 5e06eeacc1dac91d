import { type FeeScheduleTable, NO_MODIFIER } from '../../codebook/fee-schedule-table.ts';
import { NOT_A_DAY } from '../../codes/day.ts';
import { UNPACKABLE } from '../../codes/packed.ts';
import type { CheckInput } from '../define-edit.ts';
import { ASSISTANT, MODIFIER_55, modifierSet } from '../modifier-sets.ts';
import { isOfSameProvider } from '../past-lines.ts';
import { modifierIn } from './practitioner-lines.ts';
import { isVisit } from './visits.ts';

/** Care before the operation alone, and operations that were broken off: neither has a period of its own. */
const NO_PERIOD = modifierSet('56 53 73 74');
/** The operation alone (54) and a return to the operating room (78) have no days after. */
const NO_DAYS_AFTER = modifierSet('54 78');
export const LONGEST = 90;

/** Row of a procedure with a global period of 0, 10 or 90 days, -1 for any other line. */
export function procedureRow({ claim }: CheckInput, table: FeeScheduleTable, line: number): number {
  const code = claim.code[line];
  const day = claim.from[line];
  if (code < 0 || day === NOT_A_DAY || isVisit(code) || !table.isKnown(day)) return -1;
  const row = table.find(code, NO_MODIFIER, day);
  return row >= 0 && table.globalDays(row) <= LONGEST ? row : -1;
}

/**
 * Whether `line` lies in the global period of the procedure on `other`, which the same provider did: days `from` to
 * `to` about it, as far as its modifiers leave it those.
 */
export function isWithin(input: CheckInput, line: number, other: number, from: number, to: number): boolean {
  const { claim, policy } = input;
  const after = claim.from[line] - claim.from[other];
  if (after < from || after > to) return false;
  if (claim.modifierCount[other] > 0 && !hasDay(input, other, after)) return false;
  return isOfSameProvider(claim, line, other, policy.provider);
}

function hasDay({ claim, lines }: CheckInput, other: number, after: number): boolean {
  if (modifierIn(claim, other, ASSISTANT) !== UNPACKABLE || modifierIn(claim, other, NO_PERIOD) !== UNPACKABLE)
    return false;
  if (after > 0) return modifierIn(claim, other, NO_DAYS_AFTER) === UNPACKABLE;
  return !lines.hasModifier(other, MODIFIER_55);
}

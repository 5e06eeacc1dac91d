import type { CodedClaim } from '../../claims/coded-claim.ts';
import { addMonths } from '../../codes/calendar.ts';
import { NOT_A_DAY } from '../../codes/day.ts';
import type { PackedModifier } from '../../codes/packed.ts';
import type { LineView } from '../line-view.ts';

/** Months of rent that are paid; then the beneficiary owns the equipment. */
export const MOST_MONTHS = 13;
/** A break of more days than these after a month of rent begins a new period of continuous use. */
const BREAK = 60;

/**
 * Which month of continuous rental a line is, by the lines before it, whoever the supplier (Medicare Claims Processing
 * Manual, chapter 20, section 30.5.4: a break of more than 60 days beyond the month paid begins anew). Counted up to one
 * more than are paid.
 */
export function rentalMonth(claim: CodedClaim, lines: LineView, line: number, rented: PackedModifier): number {
  let month = 1;
  let day = claim.from[line];
  while (month <= MOST_MONTHS) {
    const last = lastRentalBefore(claim, lines, claim.code[line], day, rented);
    if (last === NOT_A_DAY || day - addMonths(last, 1) > BREAK) return month;
    month++;
    day = last;
  }
  return month;
}

function lastRentalBefore(
  claim: CodedClaim,
  lines: LineView,
  code: number,
  day: number,
  rented: PackedModifier,
): number {
  let last = NOT_A_DAY;
  for (let other = 0; other < claim.pastEnd; other++) {
    const from = claim.from[other];
    if (from < day && from > last && claim.code[other] === code && lines.hasModifier(other, rented)) last = from;
  }
  return last;
}

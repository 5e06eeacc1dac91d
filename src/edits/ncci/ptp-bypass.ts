import { MODIFIER_SLOTS } from '../../claims/coded-claim.ts';
import { dayOf } from '../../codes/day.ts';
import type { CheckInput } from '../define-edit.ts';
import { isEvaluationAndManagement } from '../evaluation-and-management.ts';
import { ANATOMIC, DISTINCT, PTP_ASSOCIATED, VISIT } from '../modifier-sets.ts';

/**
 * Which modifier, on which of the two lines, bypasses a PTP edit of modifier indicator 1.
 *
 * - 24, 25, 57: on an evaluation and management line, whichever column it is.
 * - 59, XE, XP, XS, XU: on column two; on either line for dates of service from 2019-07-01 (CR 11168).
 * - the other PTP-associated modifiers: on either line, or by policy on column two alone.
 * - outpatient hospital claims: all of them on either line (24, 25, 57 on the visit still).
 *
 * NCCI Policy Manual for Medicare Services, chapter I, section E.
 */

/** 59 and X{EPSU} count on either line from this date of service, before on column two only. */
export const EITHER_LINE_FROM = dayOf(2019, 7, 1);
/** Added to a bypassing modifier that stands on the column-one line. */
export const ON_COLUMN_ONE = 4096;
export const NOT_BYPASSED = -1;
/** The same anatomic modifier on both lines and no 59 or X{EPSU} that counts. */
export const SAME_SITE = -2;

/** The bypassing modifier, plus ON_COLUMN_ONE where it stands there; SAME_SITE; NOT_BYPASSED. */
export function bypassOf(input: CheckInput, indicator: number, columnOne: number, columnTwo: number): number {
  if (indicator !== 1) return NOT_BYPASSED;
  const onTwo = strongestOn(input, columnTwo, false);
  const onOne = strongestOn(input, columnOne, true);
  if (onTwo < 0 && onOne < 0) return NOT_BYPASSED;
  const isOne = onTwo < 0 || (onOne >= 0 && rank(onOne) < rank(onTwo));
  const modifier = isOne ? onOne : onTwo;
  if (!DISTINCT.has(modifier) && hasSameSite(input, columnOne, columnTwo)) return SAME_SITE;
  return isOne ? modifier + ON_COLUMN_ONE : modifier;
}

/** The strongest modifier on the line that counts there, the first of equals; -1 for none. */
function strongestOn(input: CheckInput, line: number, isColumnOne: boolean): number {
  const { claim } = input;
  let strongest = -1;
  const start = line * MODIFIER_SLOTS;
  const end = start + Math.min(claim.modifierCount[line], MODIFIER_SLOTS);
  for (let slot = start; slot < end; slot++) {
    const modifier = claim.modifiers[slot];
    if (!PTP_ASSOCIATED.has(modifier) || !counts(input, modifier, line, isColumnOne)) continue;
    if (strongest < 0 || rank(modifier) < rank(strongest)) strongest = modifier;
  }
  return strongest;
}

function counts(input: CheckInput, modifier: number, line: number, isColumnOne: boolean): boolean {
  if (VISIT.has(modifier)) return isEvaluationAndManagement(input.claim.code[line]);
  if (!isColumnOne || input.setting === 'outpatient') return true;
  if (DISTINCT.has(modifier)) return input.claim.from[line] >= EITHER_LINE_FROM;
  return input.policy.ptp.modifierLine === 'either';
}

/** 59 and X{EPSU} say outright that the services are distinct; an anatomic modifier says so only by its site. */
const rank = (modifier: number): number => (DISTINCT.has(modifier) ? 0 : ANATOMIC.has(modifier) ? 2 : 1);

function hasSameSite({ claim, lines }: CheckInput, columnOne: number, columnTwo: number): boolean {
  const start = columnOne * MODIFIER_SLOTS;
  const end = start + Math.min(claim.modifierCount[columnOne], MODIFIER_SLOTS);
  for (let slot = start; slot < end; slot++) {
    const modifier = claim.modifiers[slot];
    if (ANATOMIC.has(modifier) && lines.hasModifier(columnTwo, modifier)) return true;
  }
  return false;
}

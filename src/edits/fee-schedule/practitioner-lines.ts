import type { CodedClaim } from '../../claims/coded-claim.ts';
import { MODIFIER_SLOTS } from '../../claims/coded-claim.ts';
import { type FeeScheduleTable, NO_MODIFIER } from '../../codebook/fee-schedule-table.ts';
import { isoDay, NOT_A_DAY } from '../../codes/day.ts';
import { UNPACKABLE } from '../../codes/packed.ts';
import type { RecordField } from '../../releases/record-tables.ts';
import type { CheckInput, FindingFacts, MessageDefinition, Report } from '../define-edit.ts';
import type { FindingSource } from '../finding.ts';
import { MODIFIER_26, MODIFIER_TC, type ModifierSet } from '../modifier-sets.ts';
import { recordSource } from '../record-source.ts';

/**
 * The physician fee schedule is for practitioners' claims: not for facilities', nor for what an ambulatory surgical
 * centre bills for itself.
 */
export const isPractitioners = ({ claim, lines, setting }: CheckInput): boolean =>
  setting === 'professional' && !claim.isInstitutional && !lines.isSurgicalCentre;

/** The line's first modifier of a set, UNPACKABLE for none. */
export function modifierIn(claim: CodedClaim, line: number, set: ModifierSet): number {
  const start = line * MODIFIER_SLOTS;
  const end = start + Math.min(claim.modifierCount[line], MODIFIER_SLOTS);
  for (let slot = start; slot < end; slot++) if (set.has(claim.modifiers[slot])) return claim.modifiers[slot];
  return UNPACKABLE;
}

/** The line's row: that of the code with 26 or TC where the line has one and the table too; -1 for none. */
export function feeRow(table: FeeScheduleTable, { claim, lines }: CheckInput, line: number): number {
  const code = claim.code[line];
  const day = claim.from[line];
  if (claim.modifierCount[line] > 0) {
    const component = lines.hasModifier(line, MODIFIER_26) ? MODIFIER_26 : MODIFIER_TC;
    const row = lines.hasModifier(line, component) ? table.find(code, component, day) : -1;
    if (row >= 0) return row;
  }
  return table.find(code, NO_MODIFIER, day);
}

/** Whether a line has a code and a day, so that a row can be looked for. */
export const canBeLookedUp = (claim: CodedClaim, line: number): boolean =>
  claim.code[line] >= 0 && claim.from[line] !== NOT_A_DAY;

/**
 * Goes through the lines that have a modifier of a set and whose code the fee schedule lists. Says `no-data` once where
 * no release loaded speaks for the day of one of them.
 */
export function eachModified<Reason extends string>(
  input: CheckInput,
  set: ModifierSet,
  report: Report<Reason | 'no-data'>,
  check: (input: CheckInput, table: FeeScheduleTable, line: number, modifier: number, report: Report<Reason>) => void,
): void {
  const { claim } = input;
  if (!isPractitioners(input)) return;
  const table = input.records.feeSchedule;
  let isUnknown = false;
  for (let line = 0; line < claim.ownLines; line++) {
    if (claim.modifierCount[line] === 0) continue;
    const modifier = modifierIn(claim, line, set);
    if (modifier === UNPACKABLE || !canBeLookedUp(claim, line)) continue;
    if (table === null || !table.isKnown(claim.from[line])) isUnknown = true;
    else check(input, table, line, modifier, report);
  }
  if (isUnknown) report.add('no-data', -1);
}

/** The finding that no fee schedule loaded speaks for the day. */
export const NO_FEE_SCHEDULE: MessageDefinition = {
  outcome: 'info',
  means: 'No physician fee schedule is loaded, or none of those loaded speaks for the date of service.',
  say: ({ records: { feeSchedule } }) =>
    feeSchedule === null
      ? 'No physician fee schedule is loaded: its payment policies were not checked.'
      : `The physician fee schedules loaded are of days from ${isoDay(feeSchedule.knownFrom)} to ${isoDay(feeSchedule.knownTo)}, some perhaps missing between; lines of other days were not checked.`,
};

/** The row of the fee schedule behind a finding, with the indicators that say so. */
export function feeSource(facts: FindingFacts, fields: readonly RecordField<'pfs'>[]): FindingSource | null {
  const table = facts.records.feeSchedule;
  if (table === null || facts.row < 0) return null;
  return recordSource(facts, 'pfs', table.key(facts.row), fields, table.release(facts.row).period.from);
}

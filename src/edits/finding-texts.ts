import { type CodedClaim, SETTINGS } from '../claims/coded-claim.ts';
import type { Codebook, CodebookTables } from '../codebook/codebook.ts';
import { type Day, NOT_A_DAY } from '../codes/day.ts';
import { unpackCode } from '../codes/packed.ts';
import type { Setting } from '../releases/release.ts';
import type { FindingFacts } from './define-edit.ts';
import { EDITS } from './edits.ts';
import type { Finding } from './finding.ts';
import type { FindingRows } from './finding-rows.ts';
import type { Adjustment, Profile } from './profile.ts';

const decoder = new TextDecoder('latin1');

/** Patient control number of the current claim. */
export const claimIdOf = (claim: CodedClaim): string =>
  decoder.decode(claim.bytes.subarray(claim.idStart, claim.idEnd));

/** A line's code: upper case where it is five letters and digits, as submitted where not. */
export function codeOfLine(claim: CodedClaim, line: number): string {
  if (claim.code[line] >= 0) return unpackCode(claim.code[line]);
  return decoder.decode(claim.bytes.subarray(claim.codeStart[line], claim.codeEnd[line]));
}

/** What a run's findings are put into words with. */
export interface FindingContext {
  readonly codebook: Codebook;
  readonly tables: CodebookTables;
  readonly asOf: Day | undefined;
  readonly profile: Profile;
}

/** The facts that an edit's message speaks of. */
export function factsOf(
  context: FindingContext,
  claim: CodedClaim,
  setting: Setting,
  rows: FindingRows,
  i: number,
): FindingFacts {
  const line = rows.line[i];
  const other = rows.other[i];
  return {
    code: line < 0 ? '' : codeOfLine(claim, line),
    otherCode: other < 0 ? '' : codeOfLine(claim, other),
    lineNumber: line < 0 ? 0 : claim.number[line],
    otherLineNumber: other < 0 ? 0 : claim.number[other],
    day: line < 0 ? NOT_A_DAY : claim.from[line],
    setting,
    detail: rows.detail[i],
    row: rows.row[i],
    codebook: context.codebook,
    tables: context.tables,
    asOf: context.asOf,
  };
}

/** CARC, RARC and group of a finding in the payer's words; null for what takes nothing from the line. */
export function adjustmentOf(profile: Profile, edit: number, reason: string): Adjustment | null {
  const definition = EDITS[edit];
  if (definition.messages[reason].outcome === 'info') return null;
  const words = profile.adjustments[definition.id];
  return words[reason] ?? words['*'] ?? null;
}

/** Finding number `i` of the current claim as a value. */
export function findingOf(
  context: FindingContext,
  claim: CodedClaim,
  setting: Setting,
  rows: FindingRows,
  i: number,
): Finding {
  const edit = EDITS[rows.edit[i]];
  const reason = edit.reasons[rows.reason[i]];
  const message = edit.messages[reason];
  const facts = factsOf(context, claim, setting, rows, i);
  const adjustment = adjustmentOf(context.profile, rows.edit[i], reason);
  return {
    claim: claimIdOf(claim),
    line: rows.line[i] < 0 ? null : claim.number[rows.line[i]],
    code: rows.line[i] < 0 ? null : facts.code,
    edit: edit.id,
    outcome: message.outcome,
    reason,
    message: message.say(facts),
    carc: adjustment?.carc ?? null,
    rarc: adjustment?.rarc ?? null,
    group: adjustment?.group ?? null,
    with: rows.other[i] < 0 ? null : withOf(claim, rows.other[i], facts),
    source: message.source?.(facts) ?? null,
    resolutions: message.resolutions?.(facts) ?? [],
  };
}

function withOf(claim: CodedClaim, other: number, facts: FindingFacts): Finding['with'] {
  const line = { line: facts.otherLineNumber, code: facts.otherCode };
  return other < claim.ownLines ? line : { ...line, claim: claim.historyClaims[claim.historyClaim[other]] ?? '' };
}

/** The setting whose tables a claim is checked against. */
export const settingOf = (claim: CodedClaim): Setting => SETTINGS[claim.setting];

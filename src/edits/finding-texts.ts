import type { CodedClaim } from '../claims/coded-claim.ts';
import { textOf } from '../claims/text.ts';
import type { Codebook, CodebookTables } from '../codebook/codebook.ts';
import { type Day, NOT_A_DAY } from '../codes/day.ts';
import { unpackCode } from '../codes/packed.ts';
import { CLAIM_SETTINGS, type ClaimSetting, type Setting } from '../codes/setting.ts';
import type { FindingFacts } from './define-edit.ts';
import { EDITS } from './edits.ts';
import type { Finding } from './finding.ts';
import type { FindingRows } from './finding-rows.ts';
import type { Adjustment, Profile } from './profile.ts';
import type { RecordTables } from './record-tables.ts';
import { outcomeOf } from './verdicts.ts';

/** Patient control number of the current claim. */
export const claimIdOf = (claim: CodedClaim): string => shortText(claim.bytes, claim.idStart, claim.idEnd);

/** A line's code: upper case where it is five letters and digits, as submitted where not. */
export function codeOfLine(claim: CodedClaim, line: number): string {
  if (claim.code[line] >= 0) return unpackCode(claim.code[line]);
  return shortText(claim.bytes, claim.codeStart[line], claim.codeEnd[line]);
}

/** Text of a few bytes, mostly ASCII: quicker than a decoder. */
function shortText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) {
    if (bytes[i] >= 0x80 || i - start > 64) return textOf(bytes, start, end);
    text += String.fromCharCode(bytes[i]);
  }
  return text;
}

/** What a run's findings are put into words with. */
export interface FindingContext {
  readonly codebook: Codebook;
  readonly tables: CodebookTables;
  readonly records: RecordTables;
  readonly asOf: Day | undefined;
  readonly profile: Profile;
}

/** The facts that an edit's message speaks of. */
function factsOf(
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
    lineNumber: line < 0 ? 0 : claim.number[line],
    otherLineNumber: other < 0 ? 0 : claim.number[other],
    day: line < 0 ? NOT_A_DAY : claim.from[line],
    setting,
    policy: context.profile.policy,
    profile: context.profile,
    detail: rows.detail[i],
    row: rows.row[i],
    codebook: context.codebook,
    tables: context.tables,
    records: context.records,
    asOf: context.asOf,
  };
}

/** CARC, RARC and group of a finding in the payer's words; null for what takes nothing from the line. */
export function adjustmentOf(profile: Profile, edit: number, reason: string, detail: number): Adjustment | null {
  const definition = EDITS[edit];
  if (outcomeOf(profile, edit, reason) === 'info') return null;
  if (definition.id === 'user-rules') return profile.rules?.[detail]?.adjustment ?? null;
  const words = profile.adjustments[definition.id];
  return words[reason] ?? words['*'] ?? null;
}

/**
 * Finding number `i` of the current claim as a value.
 * @param numbers line numbers for its words to name instead of the lines' own
 */
export function findingOf(
  context: FindingContext,
  claim: CodedClaim,
  setting: Setting,
  rows: FindingRows,
  i: number,
  numbers?: Pick<FindingFacts, 'lineNumber' | 'otherLineNumber'>,
): Finding {
  const edit = EDITS[rows.edit[i]];
  const reason = edit.reasons[rows.reason[i]];
  const message = edit.messages[reason];
  const facts = { ...factsOf(context, claim, setting, rows, i), ...numbers };
  const adjustment = adjustmentOf(context.profile, rows.edit[i], reason, rows.detail[i]);
  return {
    claim: claimIdOf(claim),
    line: rows.line[i] < 0 ? null : claim.number[rows.line[i]],
    code: rows.line[i] < 0 ? null : facts.code,
    edit: edit.id,
    outcome: outcomeOf(context.profile, rows.edit[i], reason),
    reason,
    message: message.say(facts),
    carc: adjustment?.carc ?? null,
    rarc: adjustment?.rarc ?? null,
    group: adjustment?.group ?? null,
    with: rows.other[i] < 0 ? null : withOf(claim, rows.other[i]),
    source: message.source?.(facts) ?? null,
    resolutions: message.resolutions?.(facts) ?? [],
  };
}

/** The message of finding number `i` alone. */
export function messageOf(
  context: FindingContext,
  claim: CodedClaim,
  setting: Setting,
  rows: FindingRows,
  i: number,
): string {
  const edit = EDITS[rows.edit[i]];
  return edit.messages[edit.reasons[rows.reason[i]]].say(factsOf(context, claim, setting, rows, i));
}

/** The other line of a finding. */
export function withOf(claim: CodedClaim, other: number): Finding['with'] {
  const line = { line: claim.number[other], code: codeOfLine(claim, other) };
  return other < claim.ownLines ? line : { ...line, claim: claim.historyClaims[claim.historyClaim[other]] ?? '' };
}

/** What a claim is by its own word. */
export const settingOf = (claim: CodedClaim): ClaimSetting => CLAIM_SETTINGS[claim.setting];

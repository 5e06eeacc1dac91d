import type { CodedClaim } from '../claims/coded-claim.ts';
import type { Checker } from '../edits/checker.ts';
import { EDITS } from '../edits/edits.ts';
import { codeOfLine } from '../edits/finding-texts.ts';
import type { ClaimAcknowledgmentProfile } from './acknowledgment-profile.ts';
import { CHARGES, type ClaimStatus, SEE_LINE, statusesOf } from './claim-status.ts';

/** Why a claim is refused, in the codes of STC01, STC10 and STC11: `A7:507`. */
export interface Refusal {
  /** At most three, the gravest reason first. */
  readonly claim: readonly string[];
  readonly lines: readonly RefusedLine[];
  /** STC12; '' for none. */
  readonly text: string;
}

export interface RefusedLine {
  /** Index of the line in the claim. */
  readonly index: number;
  /** At most three. */
  readonly statuses: readonly string[];
}

/** Messages kept for the next time they occur. */
const MOST_KEPT = 1 << 14;
/** Composites that an STC segment has room for. */
const MOST_STATUSES = 3;
/** Longest STC12. */
const LONGEST_TEXT = 264;

/** Judges the claims that a checker has checked, one after the other. */
export class Refusals {
  private readonly checker: Checker;
  private readonly profile: ClaimAcknowledgmentProfile;
  private readonly kept = new Map<string, string>();
  private readonly statuses: readonly (readonly (ClaimStatus | null)[])[];

  constructor(checker: Checker, profile: ClaimAcknowledgmentProfile) {
    this.checker = checker;
    this.profile = profile;
    this.statuses = statusesOf(profile.refuse === 'validity-and-ncci');
  }

  /**
   * Why the checker's current claim is refused; null where it is accepted.
   * @param charge CLM02 in cents, NaN where missing
   * @param lines sum of the lines' charges
   */
  of(claim: CodedClaim, charge: number, lines: number): Refusal | null {
    // Nothing is made for a claim that is accepted.
    const isBalanced = !this.profile.balance || charge === lines;
    if (isBalanced && !this.hasRefusedLine()) return null;
    return this.make(claim, isBalanced ? null : Number.isNaN(charge) ? 'A6' : 'A7');
  }

  private status(i: number): ClaimStatus | null {
    const { rows } = this.checker;
    return rows.line[i] < 0 ? null : this.statuses[rows.edit[i]][rows.reason[i]];
  }

  private hasRefusedLine(): boolean {
    for (let i = 0; i < this.checker.rows.count; i++) if (this.status(i) !== null) return true;
    return false;
  }

  /** A finding's message. Those of equal facts are equal, and kept. */
  private words(claim: CodedClaim, i: number): string {
    const { rows } = this.checker;
    const line = rows.line[i];
    // What is no code may be any text: not kept.
    const { messages, reasons } = EDITS[rows.edit[i]];
    if (claim.code[line] < 0 || messages[reasons[rows.reason[i]]].needsLines) return this.checker.message(i);
    const key = [
      this.checker.setting,
      rows.edit[i],
      rows.reason[i],
      claim.code[line],
      claim.from[line],
      rows.row[i],
      rows.detail[i],
    ].join();
    let words = this.kept.get(key);
    if (words === undefined) {
      if (this.kept.size >= MOST_KEPT) this.kept.clear();
      words = this.checker.message(i);
      this.kept.set(key, words);
    }
    return words;
  }

  private make(claim: CodedClaim, charges: 'A6' | 'A7' | null): Refusal {
    const { rows } = this.checker;
    const lines = new Map<number, string[]>();
    const words: string[] =
      charges === null ? [] : [`CLAIM CHARGE ${charges === 'A6' ? 'MISSING' : 'NOT SUM OF LINES'}`];
    const found: ClaimStatus[] = [];
    let nameless: ClaimStatus | null = null;
    for (let i = 0; i < rows.count; i++) {
      const status = this.status(i);
      if (status === null) continue;
      const line = rows.line[i];
      found.push(status);
      lines.set(line, [...(lines.get(line) ?? []), `${status.category}:${status.line}`]);
      words.push(`LINE ${claim.number[line]} ${this.words(claim, i)}`);
      if (!canBeNamed(claim, line)) nameless ??= status;
    }
    return {
      claim: distinct([...(charges === null ? [] : [`${charges}:${CHARGES}`]), ...this.ofClaim(found, nameless)]),
      lines: this.profile.lines
        ? [...lines].flatMap(([index, statuses]) =>
            canBeNamed(claim, index) ? [{ index, statuses: distinct(statuses) }] : [],
          )
        : [],
      text: this.profile.freeText ? fitting(words) : '',
    };
  }

  /** What the claim itself says of its lines. A line without a code or revenue code cannot be named: it is said here. */
  private ofClaim(found: readonly ClaimStatus[], nameless: ClaimStatus | null): string[] {
    const [first] = found;
    if (first === undefined) return [];
    const whole = (status: ClaimStatus): string => `${status.category}:${status.claim}`;
    if (!this.profile.lines || this.profile.claimStatus === 'first-line') return [whole(first)];
    const clinical = found.find((status) => status.clinical);
    return [
      ...(nameless === null ? [] : [whole(nameless)]),
      ...(clinical === undefined || !this.profile.freeText ? [] : [whole(clinical)]),
      ...(found.some((status) => !status.clinical) || !this.profile.freeText ? [`A3:${SEE_LINE}`] : []),
    ];
  }
}

/** SVC01 names a line by its code, or by its revenue code. */
const canBeNamed = (claim: CodedClaim, line: number): boolean =>
  claim.revenue[line] >= 0 || codeOfLine(claim, line).trim() !== '';

const distinct = (statuses: readonly string[]): string[] => [...new Set(statuses)].slice(0, MOST_STATUSES);

/** As many of the words as there is room for, and how many are left. */
function fitting(words: readonly string[]): string {
  let text = '';
  for (const [i, word] of words.entries()) {
    const next = text === '' ? word : `${text} / ${word}`;
    const rest = words.length - i - 1;
    const more = rest === 0 ? '' : ` / AND ${rest} MORE`;
    if (next.length + more.length > LONGEST_TEXT) {
      return i === 0 ? word.slice(0, LONGEST_TEXT) : `${text} / AND ${words.length - i} MORE`;
    }
    text = next;
  }
  return text;
}

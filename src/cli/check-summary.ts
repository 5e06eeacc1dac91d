import type { CodedClaim } from '../claims/coded-claim.ts';
import type { Checker } from '../edits/checker.ts';
import { EDITS, OUTCOMES, RETURNED } from '../edits/edits.ts';
import type { EditId, Outcome } from '../edits/finding.ts';
import { MoneyCounts } from './money-counts.ts';

/** The counts of a check run. */
export interface CheckSummary {
  /** SHA-256 of the codebook that answered. */
  readonly codebook: string;
  readonly claims: number;
  readonly lines: number;
  /** Claims with a line denied or returned. */
  readonly claimsWithObjections: number;
  readonly findings: number;
  /** Of the edits that were applied. */
  readonly byEdit: Readonly<Partial<Record<EditId, Readonly<Record<Outcome, number>>>>>;
  /** Findings `no-data`: edits that could not run on a claim. */
  readonly notChecked: number;
  readonly problems: number;
  /** Money on lines denied or returned, in cents; where it was asked for. */
  readonly money?: MoneySummary;
}

export interface MoneySummary {
  readonly atStake: number;
  /** Of that: by what Medicare allows, and by what was charged where that is not known or less. */
  readonly byAllowed: number;
  readonly byCharge: number;
  /** Lines of which neither is known. */
  readonly unknownLines: number;
  /** By the edit that decided the line. */
  readonly byEdit: Readonly<Partial<Record<EditId, { readonly lines: number; readonly atStake: number }>>>;
}

/** Counts claims, lines and findings as they pass. */
export class CheckCounts {
  claims = 0;
  lines = 0;
  claimsWithObjections = 0;
  problems = 0;
  private notChecked = 0;
  private readonly money: MoneyCounts | null;
  private readonly counts = EDITS.map(() => new Float64Array(OUTCOMES.length));
  private readonly noData = EDITS.map((edit) => edit.reasons.indexOf('no-data'));
  private readonly applied: readonly EditId[];

  /**
   * @param applied the edits of the run
   * @param hasMoney whether money is counted too
   */
  constructor(applied: readonly EditId[], hasMoney = false) {
    this.applied = applied;
    this.money = hasMoney ? new MoneyCounts() : null;
  }

  add(checker: Checker, claim: CodedClaim): void {
    this.claims++;
    this.lines += claim.ownLines;
    const { rows } = checker;
    let objects = false;
    for (let i = 0; i < rows.count; i++) {
      const edit = rows.edit[i];
      const weight = checker.weights[edit][rows.reason[i]];
      this.counts[edit][weight]++;
      if (weight >= RETURNED) objects = true;
      if (rows.reason[i] === this.noData[edit]) this.notChecked++;
    }
    if (!objects) return;
    this.claimsWithObjections++;
    this.money?.add(checker, claim);
  }

  summary(codebook: string): CheckSummary {
    const byEdit: CheckSummary['byEdit'] = Object.fromEntries(
      EDITS.map(({ id }, edit) => [id, this.countsOf(edit)] as const).filter(([id]) => this.applied.includes(id)),
    );
    return {
      codebook,
      claims: this.claims,
      lines: this.lines,
      claimsWithObjections: this.claimsWithObjections,
      findings: this.counts.reduce((sum, edit) => sum + edit.reduce((a, b) => a + b, 0), 0),
      byEdit,
      notChecked: this.notChecked,
      problems: this.problems,
      ...(this.money !== null && { money: this.money.summary() }),
    };
  }

  private countsOf(edit: number): Readonly<Record<Outcome, number>> {
    return Object.fromEntries(OUTCOMES.map((name, i) => [name, this.counts[edit][i]])) as Record<Outcome, number>;
  }
}

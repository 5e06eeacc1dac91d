import type { CodedClaim } from '../claims/coded-claim.ts';
import type { Checker } from '../edits/checker.ts';
import type { EditId } from '../edits/finding.ts';
import type { MoneySummary } from './check-summary.ts';

/** Adds up what hangs on lines denied or returned, each line once, by the edit that decided it. */
export class MoneyCounts {
  private byAllowed = 0;
  private byCharge = 0;
  private unknownLines = 0;
  private readonly byEdit = new Map<EditId, { lines: number; atStake: number }>();

  /** The claim that was checked last. */
  add(checker: Checker, claim: CodedClaim): void {
    for (let line = 0; line < claim.ownLines; line++) {
      const edit = checker.objection(line);
      if (edit !== null) this.addLine(checker, line, edit);
    }
  }

  summary(): MoneySummary {
    const { byAllowed, byCharge, unknownLines } = this;
    return {
      atStake: byAllowed + byCharge,
      byAllowed,
      byCharge,
      unknownLines,
      byEdit: Object.fromEntries(this.byEdit),
    };
  }

  private addLine(checker: Checker, line: number, edit: EditId): void {
    const { cents, basis } = checker.stake(line);
    const counted = this.byEdit.get(edit) ?? { lines: 0, atStake: 0 };
    counted.lines++;
    counted.atStake += cents ?? 0;
    this.byEdit.set(edit, counted);
    if (basis === null) this.unknownLines++;
    else if (basis === 'allowed') this.byAllowed += cents ?? 0;
    else this.byCharge += cents ?? 0;
  }
}

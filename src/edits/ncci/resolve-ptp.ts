import type { CheckInput } from '../define-edit.ts';
import { OUTCOMES, RETURNED } from '../edits.ts';
import type { FindingRows } from '../finding-rows.ts';
import { bypassOf, NOT_BYPASSED } from './ptp-bypass.ts';

const DENY = OUTCOMES.indexOf('deny');

/**
 * PTP denials under the policy that a column-two line is denied only beside a payable column-one line. A line's
 * own PTP verdict hangs on those of its column-one lines, so verdicts settle from lines that no PTP row denies; in
 * a circle the first finding of those left is taken to stand.
 */
export class PtpResolution {
  /** Findings not settled yet, and how many of them a line has. */
  private open: number[] = [];
  private pending = new Uint16Array(64);

  /** `stand` is called with each finding that stands. */
  resolve(
    input: CheckInput,
    rows: FindingRows,
    edit: number,
    outcomes: Uint8Array,
    weight: Uint8Array,
    stand: (finding: number) => void,
  ): void {
    if (input.claim.ownLines > this.pending.length) this.pending = new Uint16Array(input.claim.ownLines * 2);
    this.pending.fill(0);
    this.open.length = 0;
    for (let i = 0; i < rows.count; i++) {
      if (rows.edit[i] !== edit || rows.line[i] < 0) continue;
      if (outcomes[rows.reason[i]] !== DENY) stand(i);
      else {
        this.open.push(i);
        this.pending[rows.line[i]]++;
      }
    }
    while (this.open.length > 0) {
      if (!this.settleRound(input, rows, weight, stand)) this.settle(rows, 0, true, stand);
    }
  }

  private settleRound(
    input: CheckInput,
    rows: FindingRows,
    weight: Uint8Array,
    stand: (finding: number) => void,
  ): boolean {
    let isSettled = false;
    for (let at = this.open.length - 1; at >= 0; at--) {
      const verdict = this.columnOneOf(input, rows, this.open[at], weight);
      if (verdict === 'unsettled') continue;
      this.settle(rows, at, verdict === 'payable', stand);
      isSettled = true;
    }
    return isSettled;
  }

  private settle(rows: FindingRows, at: number, stands: boolean, stand: (finding: number) => void): void {
    const [finding] = this.open.splice(at, 1);
    this.pending[rows.line[finding]]--;
    if (stands) stand(finding);
  }

  /** What is known of the column-one lines against which the finding's line is not bypassed. */
  private columnOneOf(
    input: CheckInput,
    rows: FindingRows,
    i: number,
    weight: Uint8Array,
  ): 'payable' | 'denied' | 'unsettled' {
    const { claim, lines, tables, setting } = input;
    const line = rows.line[i];
    const indicator = tables.ptp[setting]?.indicator(rows.row[i]) ?? 0;
    const run = lines.runOfLine[rows.other[i]];
    let answer: 'denied' | 'unsettled' = 'denied';
    for (let at = lines.runStart[run]; at < lines.runStart[run + 1]; at++) {
      const other = lines.order[at];
      if (bypassOf(input, indicator, other, line) !== NOT_BYPASSED) continue;
      if (other >= claim.ownLines || (weight[other] < RETURNED && this.pending[other] === 0)) return 'payable';
      if (weight[other] < RETURNED) answer = 'unsettled';
    }
    return answer;
  }
}

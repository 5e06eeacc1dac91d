import type { CheckInput } from './define-edit.ts';
import { EDITS, OUTCOME_WEIGHT } from './edits.ts';
import { EDIT_ORDER } from './finding.ts';
import type { FindingRows } from './finding-rows.ts';
import { judgeAddOn } from './ncci-aoc.ts';
import type { Profile } from './profile.ts';

/**
 * The order in which verdicts are resolved once every edit has spoken on its own. A line's disposition is the
 * gravest verdict on it; the edit that decided is the first in this order with that verdict. Add-on codes
 * are judged again to a fixed point, since an add-on code falls with its primary.
 */
export const RESOLUTION_ORDER = [
  'syntax',
  'code and modifier validity',
  'MUE by line',
  'PTP',
  'MUE by day',
  'add-on codes, to a fixed point',
] as const;

const PTP = EDIT_ORDER.indexOf('ncci-ptp');
const AOC = EDIT_ORDER.indexOf('ncci-aoc');
const PRIMARY_DENIED = EDITS[AOC].reasons.indexOf('primary-denied');
const RETURNED = 2;

/** What becomes of each line; reused from claim to claim. */
export class Dispositions {
  /** Weight of the gravest outcome a line, index into OUTCOMES. */
  weight = new Uint8Array(64);

  /** Resolves the findings of a claim, adding those of add-on codes whose primary is denied. */
  resolve(input: CheckInput, rows: FindingRows, policy: Profile['policy']): void {
    const { ownLines } = input.claim;
    if (ownLines > this.weight.length) this.weight = new Uint8Array(ownLines * 2);
    else this.weight.fill(0, 0, ownLines);
    this.weigh(rows, policy.ptpRequireColumnOnePayable ? PTP : -1);
    if (policy.ptpRequireColumnOnePayable) this.weighPtp(rows, ownLines);
    if (input.tables.addOn !== null) while (this.dropAddOns(input, rows));
  }

  private weigh(rows: FindingRows, except: number): void {
    for (let i = 0; i < rows.count; i++) {
      const line = rows.line[i];
      if (line < 0 || rows.edit[i] === except) continue;
      this.raise(line, OUTCOME_WEIGHT[rows.edit[i]][rows.reason[i]]);
    }
  }

  /** PTP denials count only where the column-one line is not denied itself. */
  private weighPtp(rows: FindingRows, ownLines: number): void {
    for (let i = 0; i < rows.count; i++) {
      if (rows.edit[i] !== PTP || rows.line[i] < 0) continue;
      const columnOne = rows.other[i];
      if (columnOne >= 0 && columnOne < ownLines && this.weight[columnOne] >= RETURNED) continue;
      this.raise(rows.line[i], OUTCOME_WEIGHT[PTP][rows.reason[i]]);
    }
  }

  private raise(line: number, weight: number): void {
    if (weight > this.weight[line]) this.weight[line] = weight;
  }

  /** One round over the add-on lines still payable; true when one of them fell. */
  private dropAddOns(input: CheckInput, rows: FindingRows): boolean {
    const table = input.tables.addOn;
    const { claim, lines } = input;
    let fell = false;
    for (let line = 0; table !== null && line < claim.ownLines; line++) {
      const id = lines.codeId[line];
      if (id < 0 || this.weight[line] >= RETURNED || table.start(id) === table.end(id)) continue;
      const alone = judgeAddOn(input, table, line, () => true);
      if (alone === null || alone.reason === 'primary-missing' || alone.reason === 'no-other-service') continue;
      const now = judgeAddOn(input, table, line, (other) => other >= claim.ownLines || this.weight[other] < RETURNED);
      if (now === null || (now.reason !== 'primary-missing' && now.reason !== 'no-other-service')) continue;
      rows.add(AOC, PRIMARY_DENIED, line, alone.row, deniedBeside(input, this.weight, line), 0);
      this.weight[line] = OUTCOME_WEIGHT[AOC][PRIMARY_DENIED];
      fell = true;
    }
    return fell;
  }
}

/** The denied line with which an add-on line falls, -1 where it cannot be told. */
function deniedBeside({ claim, lines, tables }: CheckInput, weight: Uint8Array, line: number): number {
  const table = tables.addOn;
  if (table === null) return -1;
  const id = lines.codeId[line];
  for (let row = table.start(id); row < table.end(id); row++) {
    for (let other = 0; other < claim.ownLines; other++) {
      const denied = weight[other] >= RETURNED && claim.from[other] === claim.from[line];
      if (denied && other !== line && lines.codeId[other] === table.primary(row)) return other;
    }
  }
  return -1;
}

import type { CheckInput } from './define-edit.ts';
import { EDITS, RETURNED, STAGE } from './edits.ts';
import type { Exceptions } from './exceptions.ts';
import { EDIT_ORDER, type EditId } from './finding.ts';
import type { FindingRows } from './finding-rows.ts';
import {
  besideAddOn,
  type Denied,
  deniedBeside,
  falls,
  firstRow,
  NOTHING_DENIED,
  PRIMARY_STANDS,
} from './ncci/add-on-primaries.ts';
import { unitsOfRun } from './ncci/mue-units.ts';
import { PtpResolution } from './ncci/resolve-ptp.ts';
import { RESOLUTION_ORDER } from './stages.ts';
import type { Weights } from './verdicts.ts';

const PTP = EDIT_ORDER.indexOf('ncci-ptp');
const AOC = EDIT_ORDER.indexOf('ncci-aoc');
const PTP_STAGE = RESOLUTION_ORDER.indexOf('PTP');
const MUE_DAY_STAGE = RESOLUTION_ORDER.indexOf('MUE by day');
const PRIMARY_DENIED = EDITS[AOC].reasons.indexOf('primary-denied');
const PRIMARY_DENIED_OTHER = EDITS[AOC].reasons.indexOf('primary-denied-other-service');
const UNDECIDED = 0xff;

/** What becomes of each own line of a claim, in the order of `RESOLUTION_ORDER`; reused from claim to claim. */
export class Dispositions {
  /** Weight of the gravest outcome a line, index into OUTCOMES. */
  weight = new Uint8Array(64);
  /** Place in EDIT_ORDER of the edit that decided, UNDECIDED where none did. */
  private edit = new Uint8Array(64);
  private stage = new Uint8Array(64);
  /** Weight of the finding with which a line fell beside its primary. */
  private fallen = new Uint8Array(64);
  private hasDenied = false;
  private denied: Denied = { weights: this.weight, from: RETURNED };
  private readonly ptp = new PtpResolution();
  private readonly weights: Weights;
  private readonly dropsAddOns: boolean;

  private readonly exceptions: Exceptions;

  /** @param dropsAddOns whether the edit of add-on codes is applied */
  constructor(weights: Weights, dropsAddOns: boolean, exceptions: Exceptions) {
    this.weights = weights;
    this.dropsAddOns = dropsAddOns;
    this.exceptions = exceptions;
  }

  /** Resolves the findings of a claim, adding those of add-on codes whose primary is denied. */
  resolve(input: CheckInput, rows: FindingRows): void {
    const { policy } = input;
    this.clear(input.claim.ownLines);
    if (!policy.ptp.requireColumnOnePayable && policy.mue.countDeniedLines) {
      for (let i = 0; i < rows.count; i++) this.raise(rows, i);
    } else this.resolveByStage(input, rows);
    if (this.dropsAddOns && this.hasDenied && input.outpatient.addOns && input.tables.addOn !== null)
      while (this.dropAddOns(input, rows));
  }

  /** The edit that decided the line's disposition. */
  decidedBy(line: number): EditId | null {
    return this.weight[line] === 0 || this.edit[line] === UNDECIDED ? null : EDIT_ORDER[this.edit[line]];
  }

  private clear(count: number): void {
    if (count > this.weight.length) {
      this.weight = new Uint8Array(count * 2);
      this.edit = new Uint8Array(count * 2);
      this.stage = new Uint8Array(count * 2);
      this.fallen = new Uint8Array(count * 2);
      this.denied = { weights: this.weight, from: RETURNED };
    }
    this.hasDenied = false;
    this.weight.fill(0, 0, count);
    this.edit.fill(UNDECIDED, 0, count);
    this.fallen.fill(0, 0, count);
  }

  /** A finding's verdict on its line: the gravest counts, of equals the first in the order of resolution. */
  private raise(rows: FindingRows, i: number): void {
    const line = rows.line[i];
    if (line >= 0) this.raiseLine(line, rows.edit[i], rows.reason[i]);
  }

  private raiseLine(line: number, edit: number, reason: number): void {
    const weight = this.weights[edit][reason];
    const stage = STAGE[edit][reason];
    const isFirst = this.edit[line] === UNDECIDED || stage < this.stage[line];
    if (weight < this.weight[line] || (weight === this.weight[line] && !isFirst)) return;
    if (weight >= RETURNED) this.hasDenied = true;
    this.weight[line] = weight;
    this.edit[line] = edit;
    this.stage[line] = stage;
  }

  /** Stage by stage, where a policy makes later verdicts hang on earlier ones. */
  private resolveByStage(input: CheckInput, rows: FindingRows): void {
    const { policy } = input;
    for (let stage = 0; stage < RESOLUTION_ORDER.length; stage++) {
      if (stage === PTP_STAGE && policy.ptp.requireColumnOnePayable) {
        this.ptp.resolve(input, rows, PTP, this.weights[PTP], this.weight, (i) => this.raise(rows, i));
        continue;
      }
      const recount = stage === MUE_DAY_STAGE && !policy.mue.countDeniedLines ? this.weight.slice() : null;
      for (let i = 0; i < rows.count; i++) {
        if (STAGE[rows.edit[i]][rows.reason[i]] !== stage) continue;
        if (recount === null || isAboveMue(input, rows, i, recount)) this.raise(rows, i);
      }
    }
  }

  /** One round over the add-on lines; true when one of them fell. */
  private dropAddOns(input: CheckInput, rows: FindingRows): boolean {
    const table = input.tables.addOn;
    const { claim, lines } = input;
    let fell = false;
    for (let service = 0; table !== null && service < lines.serviceCount; service++) {
      for (let run = lines.serviceStart[service]; run < lines.serviceStart[service + 1]; run++) {
        const code = lines.runCode(run);
        const isOwn = lines.order[lines.runStart[run]] < claim.ownLines;
        if (code < 0 || !isOwn || table.start(code) === table.end(code)) continue;
        fell = this.dropRun(input, rows, service, run) || fell;
      }
    }
    return fell;
  }

  private dropRun(input: CheckInput, rows: FindingRows, service: number, run: number): boolean {
    const table = input.tables.addOn;
    if (table === null) return false;
    const alone = besideAddOn(input, table, service, run, NOTHING_DENIED);
    if (falls(alone)) return false;
    const now = besideAddOn(input, table, service, run, this.denied);
    if (now === alone || (!falls(now) && alone !== PRIMARY_STANDS)) return false;
    const reason = falls(now) ? PRIMARY_DENIED : PRIMARY_DENIED_OTHER;
    const row = firstRow(input, table, input.lines.runCode(run), input.lines.serviceDay(service));
    const beside = deniedBeside(input, table, service, run, this.denied);
    return this.dropLines(input, rows, run, reason, row, beside);
  }

  /** A finding on each own line of the run that has none as grave of this kind. */
  private dropLines(
    { claim, lines }: CheckInput,
    rows: FindingRows,
    run: number,
    reason: number,
    row: number,
    beside: number,
  ): boolean {
    let fell = false;
    const weight = this.weights[AOC][reason];
    for (let i = lines.runStart[run]; i < lines.runStart[run + 1]; i++) {
      const line = lines.order[i];
      if (line >= claim.ownLines || this.fallen[line] >= weight) continue;
      if (this.exceptions.isMade(claim, AOC, reason, line)) continue;
      this.fallen[line] = weight;
      rows.add(AOC, reason, line, row, beside, 0);
      this.raiseLine(line, AOC, reason);
      fell = true;
    }
    return fell;
  }
}

/** Whether a day's units are above the MUE without the lines denied before. */
function isAboveMue(input: CheckInput, rows: FindingRows, i: number, weights: Uint8Array): boolean {
  const table = input.tables.mue[input.setting];
  if (table === null) return true;
  return unitsOfRun(input, input.lines.runOfLine[rows.line[i]], weights, RETURNED) > table.value(rows.row[i]);
}

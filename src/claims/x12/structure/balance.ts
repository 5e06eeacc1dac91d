import { dollars } from '../../../money.ts';

/** Where an amount stands that does not add up. */
export interface Mark {
  readonly segmentId: string;
  segmentNumber: number;
  offset: number;
  loop: string;
}

export type BalanceReport = (mark: Mark, element: number, message: string) => void;

/** Most other payers that a claim may have, loop 2320. */
const PAYERS = 10;

/**
 * Amounts of a claim that must add up, in cents: the claim's charge and its lines; each line's charge and what
 * another payer has paid and adjusted of it; what another payer has paid of the claim, by its lines.
 */
export class Balance {
  private readonly report: BalanceReport;
  private open = false;
  private readonly clm: Mark = { segmentId: 'CLM', segmentNumber: 0, offset: 0, loop: '2300' };
  private charge = Number.NaN;
  private lines = 0;
  private line = Number.NaN;
  /** The open 2430: what was paid and adjusted; NaN where none is open. */
  private readonly svd: Mark = { segmentId: 'SVD', segmentNumber: 0, offset: 0, loop: '2430' };
  private paid = Number.NaN;
  private adjusted = 0;
  /** Other payers of the claim: AMT*D, claim-level adjustments, a hash of NM109, what their lines say. */
  private payers = 0;
  private readonly marks: Mark[] = Array.from({ length: PAYERS }, () => ({
    segmentId: 'AMT',
    segmentNumber: 0,
    offset: 0,
    loop: '2320',
  }));
  private readonly payerPaid = new Float64Array(PAYERS);
  private readonly payerAdjusted = new Float64Array(PAYERS);
  private readonly payerId = new Float64Array(PAYERS);
  private readonly payerLines = new Float64Array(PAYERS);

  constructor(report: BalanceReport) {
    this.report = report;
  }

  claim(charge: number, segmentNumber: number, offset: number): void {
    this.end();
    this.open = true;
    this.charge = charge;
    this.lines = this.payers = 0;
    this.line = Number.NaN;
    this.clm.segmentNumber = segmentNumber;
    this.clm.offset = offset;
  }

  otherPayer(): void {
    if (this.payers === PAYERS) return;
    const payer = this.payers++;
    this.payerPaid[payer] = this.payerLines[payer] = Number.NaN;
    this.payerAdjusted[payer] = 0;
    this.payerId[payer] = Number.NaN;
  }

  payerAmount(amount: number, segmentNumber: number, offset: number): void {
    if (this.payers === 0) return;
    this.payerPaid[this.payers - 1] = amount;
    this.marks[this.payers - 1].segmentNumber = segmentNumber;
    this.marks[this.payers - 1].offset = offset;
  }

  payerIs(id: number): void {
    if (this.payers > 0) this.payerId[this.payers - 1] = id;
  }

  serviceLine(charge: number): void {
    this.endAdjudication();
    this.line = charge;
    this.lines += charge;
  }

  adjudication(payer: number, paid: number, segmentNumber: number, offset: number): void {
    this.endAdjudication();
    this.paid = paid;
    this.adjusted = 0;
    this.svd.segmentNumber = segmentNumber;
    this.svd.offset = offset;
    for (let i = 0; i < this.payers; i++) {
      if (this.payerId[i] === payer)
        this.payerLines[i] = (Number.isNaN(this.payerLines[i]) ? 0 : this.payerLines[i]) + paid;
    }
  }

  /** An amount of a CAS, of the open line's adjudication or else of the other payer named last. */
  adjustment(amount: number, ofLine: boolean): void {
    if (ofLine) this.adjusted += amount;
    else if (this.payers > 0) this.payerAdjusted[this.payers - 1] += amount;
  }

  /** The claim ends, if one is open. */
  end(): void {
    if (!this.open) return;
    this.endAdjudication();
    this.open = false;
    if (!Number.isNaN(this.lines) && differ(this.charge, this.lines)) {
      this.report(this.clm, 2, `CLM02 and the sum of the lines differ by ${dollars(this.charge - this.lines)}.`);
    }
    for (let i = 0; i < this.payers; i++) {
      const due = this.payerLines[i] - this.payerAdjusted[i];
      if (!differ(this.payerPaid[i], due)) continue;
      const text = `AMT*D and what the lines say less CAS of 2320 differ by ${dollars(this.payerPaid[i] - due)}.`;
      this.report(this.marks[i], 2, text);
    }
  }

  /** Forgets the open claim: it was cut. */
  drop(): void {
    this.open = false;
    this.paid = Number.NaN;
  }

  private endAdjudication(): void {
    const explained = this.paid + this.adjusted;
    if (differ(this.line, explained)) {
      const text = `The line and SVD02 with its adjustments differ by ${dollars(this.line - explained)}.`;
      this.report(this.svd, 2, text);
    }
    this.paid = Number.NaN;
  }
}

/** Whether both are known and not the same; amounts are whole cents. */
const differ = (a: number, b: number): boolean => Math.abs(a - b) >= 1;

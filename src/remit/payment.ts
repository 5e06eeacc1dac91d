import type { Claim, ClaimLine } from '../claims/claim.ts';
import type { Adjustment } from '../edits/profile.ts';

/** A CAS segment's one adjustment. */
export interface PaymentAdjustment {
  /** CO contractual obligation, OA other, PI payer initiated, PR patient. */
  readonly group: string;
  /** Claim adjustment reason code. */
  readonly carc: string;
  /** Cents; negative where a claim is taken back. */
  readonly amount: number;
}

/** What the advice says of one line: SVC and what follows it. */
export interface LinePayment {
  readonly line: ClaimLine;
  /** Cents. */
  readonly charge: number;
  readonly paid: number;
  readonly adjustments: readonly PaymentAdjustment[];
  /** Remittance advice remark codes. */
  readonly remarks: readonly string[];
}

/** What the advice says of one claim: CLP and what follows it. Charges, payments and adjustments balance. */
export interface ClaimPayment {
  readonly claim: Claim;
  /** CLP02: 25 predetermination, 22 reversal. */
  readonly status: '25' | '22';
  readonly charge: number;
  readonly paid: number;
  readonly adjustments: readonly PaymentAdjustment[];
  /** Of the whole claim (MIA, MOA). */
  readonly remarks: readonly string[];
  readonly lines: readonly LinePayment[];
}

/** Nothing is wrong that HCPCS edits would find: what is paid, the adjudication decides. */
const NOT_ADJUDICATED = { group: 'OA', carc: '101' } as const;
/** The charge of the claim is not that of its lines. */
const CHARGES_DIFFER = { group: 'CO', carc: '16', rarc: 'M54' } as const;
const VOID = '8';

/**
 * What HCPCS edits alone would take from a claim, as an advice that pays nothing: each line's charge is adjusted in
 * full, for the edit that denies or returns it or else as not yet adjudicated. A void takes all of it back.
 * @param adjustmentOf what the payer says of a line by its index, as `Checker.adjustment`
 */
export function claimPayment(claim: Claim, adjustmentOf: (line: number) => Adjustment | null): ClaimPayment {
  const isVoid = claim.frequency === VOID;
  const sign = isVoid ? -1 : 1;
  const lines = claim.lines.map((line, i) => linePayment(line, sign, adjustmentOf(i)));
  const ofLines = lines.reduce((sum, { charge }) => sum + charge, 0);
  const charge = claim.charge === null ? ofLines : sign * claim.charge;
  const difference = charge - ofLines;
  return {
    ...{ claim, status: isVoid ? '22' : '25', charge, paid: 0, lines },
    adjustments:
      difference === 0 ? [] : [{ group: CHARGES_DIFFER.group, carc: CHARGES_DIFFER.carc, amount: difference }],
    remarks: difference === 0 ? [] : [CHARGES_DIFFER.rarc],
  };
}

function linePayment(line: ClaimLine, sign: number, adjustment: Adjustment | null): LinePayment {
  // Not minus zero.
  const charge = sign * (line.charge ?? 0) || 0;
  const { group, carc } = adjustment ?? NOT_ADJUDICATED;
  return {
    ...{ line, charge, paid: 0 },
    // A segment of nothing adjusts nothing.
    adjustments: charge === 0 ? [] : [{ group, carc, amount: charge }],
    remarks: adjustment?.rarc == null ? [] : [adjustment.rarc],
  };
}

/** Where charges, adjustments and payments of an advice do not add up; cents. */
export interface Imbalance {
  readonly claim: string;
  /** LX01 of the line; null for the claim. */
  readonly line: number | null;
  readonly off: number;
}

/**
 * The rules of balancing of the 835: a line's charge less its adjustments is its payment; a claim's charge less all its
 * adjustments is its payment, which is that of its lines. Empty where they hold.
 */
export function balances({ claim, charge, paid, adjustments, lines }: ClaimPayment): Imbalance[] {
  const ofLines = lines.map((of) => ({ line: of.line.number, off: of.charge - sumOf(of.adjustments) - of.paid }));
  const adjusted = lines.reduce((sum, of) => sum + sumOf(of.adjustments), sumOf(adjustments));
  const linesPaid = lines.reduce((sum, of) => sum + of.paid, 0);
  const ofClaim = [charge - adjusted - paid, paid - linesPaid].map((off) => ({ line: null, off }));
  return [...ofLines, ...ofClaim]
    .filter(({ off }) => off !== 0)
    .map(({ line, off }) => ({ claim: claim.id, line, off }));
}

const sumOf = (adjustments: readonly PaymentAdjustment[]): number =>
  adjustments.reduce((sum, { amount }) => sum + amount, 0);

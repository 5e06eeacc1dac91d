import type { FeeColumns } from '../../codebook/fee-schedule-table.ts';
import type { Geography } from '../../codebook/gpci-table.ts';

/** What a fee is worked out for beside its row. */
export interface FeeSetup {
  readonly geography: Geography;
  /** Whether the conversion factor is that of participants in a qualifying alternative payment model. */
  readonly qualifyingApm: boolean;
}

const hundredths = (value: number): number => Math.round(value * 100);

/**
 * The fee of a row in cents: relative values times the indices of the place, summed, times the conversion factor, rounded
 * half up to the cent. All in whole numbers: values in hundredths, indices in thousandths, factors in ten-thousandths.
 *
 * @param peShare percent of the practice expense that is paid
 */
export function feeCents(columns: FeeColumns, at: number, isFacility: boolean, setup: FeeSetup, peShare = 100): number {
  const pe = isFacility ? columns.facilityPeRvu[at] : columns.nonFacilityPeRvu[at];
  return cents(columns, at, pe, columns.mpRvu[at], setup, peShare);
}

/** The most that is paid of a row by the outpatient cap on imaging (Deficit Reduction Act, section 5102(b)); no end where there is none. */
export function capCents(columns: FeeColumns, at: number, isFacility: boolean, setup: FeeSetup): number {
  const pe = isFacility ? columns.oppsFacilityPe[at] : columns.oppsNonFacilityPe[at];
  return pe > 0 ? cents(columns, at, pe, columns.oppsMp[at], setup, 100) : Number.POSITIVE_INFINITY;
}

function cents(
  columns: FeeColumns,
  at: number,
  pe: number,
  mp: number,
  { geography, qualifyingApm }: FeeSetup,
  peShare: number,
): number {
  const other = qualifyingApm ? columns.conversionFactorQualifyingApm[at] : 0;
  const factor = Math.round((other > 0 ? other : columns.conversionFactor[at]) * 10_000);
  const whole = hundredths(columns.workRvu[at]) * geography.work + hundredths(mp) * geography.mp;
  const expense = hundredths(pe) * geography.pe;
  if (peShare === 100) return rounded((whole + expense) * factor, 10_000_000);
  // Halves and quarters: kept whole by doubling twice.
  return rounded((whole * 4 + (expense * peShare) / 25) * factor, 40_000_000);
}

const rounded = (value: number, unit: number): number => Math.floor((value + unit / 2) / unit);

/** A share of an amount in cents, in ten-thousandths, rounded half up to the cent. */
export const shareOf = (amount: number, share: number): number => rounded(amount * share, 10_000);

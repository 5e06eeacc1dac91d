import type { CheckInput } from '../define-edit.ts';

/** What money hangs on a line is worked out from: what Medicare allows, or what was charged where that is not known or less. */
export type StakeBasis = 'allowed' | 'charge';

/** The money that hangs on a line: the lower of what is allowed and what is charged, as Medicare pays. */
export interface Stake {
  /** Cents; null where neither is known. */
  readonly cents: number | null;
  readonly basis: StakeBasis | null;
  /** Whether it is known what Medicare allows, be it more than what was charged. */
  readonly isAllowed: boolean;
}

const NOTHING_KNOWN: Stake = { cents: null, basis: null, isAllowed: false };

/** The stake of a line of the claim, or of an earlier one of its day; null beyond those. */
export function stakeOf(input: CheckInput, line: number): Stake {
  const { amounts, claim } = input;
  if (line < 0 || line >= claim.lineCount) return NOTHING_KNOWN;
  amounts.price(input);
  const allowed = amounts.cents[line];
  const charge = claim.charge[line];
  if (Number.isNaN(allowed) && Number.isNaN(charge)) return NOTHING_KNOWN;
  const isCharge = Number.isNaN(allowed) || charge < allowed;
  const isAllowed = !Number.isNaN(allowed);
  return isCharge ? { cents: charge, basis: 'charge', isAllowed } : { cents: allowed, basis: 'allowed', isAllowed };
}

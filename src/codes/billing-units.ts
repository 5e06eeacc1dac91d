import { type Decimal, decimalOf } from './decimal.ts';
import type { StatedAmount } from './drug-descriptor.ts';
import { compareAmounts, covering, type DrugUnit, type Quantity, sameDimension } from './drug-units.ts';

/** Units to bill for what was given, or why they cannot be told. */
export type BillingUnits =
  | {
      readonly kind: 'units';
      readonly units: number /** Whether they stand for more than was given. */;
      readonly roundedUp: boolean;
    }
  | { readonly kind: 'none'; readonly reason: NoUnits; readonly message: string };

/** Stable. */
export type NoUnits = 'no-amount' | 'other-unit' | 'other-tier' | 'too-many';

/** What was given: a printed decimal and its unit. */
export interface Given {
  readonly amount: string;
  readonly unit: DrugUnit;
}

/** Places of the units field of an 837P service line (SV104), before its decimal point. */
const MOST_UNITS = 99_999_999;

/**
 * Units of a drug code for the amount given (and discarded, where that is billed too): multiples of the dose in the
 * long descriptor, rounded up to the next whole one; an amount below the dose is one unit (CMS, Medicare Claims
 * Processing Manual, chapter 17, sections 10 and 70). Exact: grams, milligrams and micrograms are one measure, and
 * so are mCi and µCi; international units are not milligrams.
 *
 * A dose `at most`, `more than` or `between` names a tier: one unit where the amount is in it.
 *
 * @example
 * const dose = { bound: 'exactly', quantity: { text: '0.1', value: 0.1, unit: 'mg' }, above: null };
 * unitsFor(dose, { amount: '3.62', unit: 'mg' }) // { kind: 'units', units: 37, roundedUp: true }
 * @example
 * const dose = { bound: 'up to', quantity: { text: '1', value: 1, unit: 'g' }, above: null };
 * unitsFor(dose, { amount: '1500', unit: 'mg' }) // { kind: 'units', units: 2, roundedUp: true }
 */
export function unitsFor({ bound, quantity, above }: StatedAmount, given: Given): BillingUnits {
  const amount = decimalOf(given.amount);
  if (amount === null || amount.digits === 0n) {
    return none('no-amount', `"${given.amount}" is no amount above zero.`);
  }
  if (!sameDimension(given.unit, quantity.unit)) {
    return none('other-unit', `The code is in ${quantity.unit}, which ${given.unit} cannot be turned into.`);
  }
  if (bound === 'at most' || bound === 'more than' || bound === 'between') {
    return isInTier({ bound, quantity, above }, amount, given.unit)
      ? { kind: 'units', units: 1, roundedUp: false }
      : none('other-tier', `${given.amount} ${given.unit} is outside of what this code is for.`);
  }
  return multiples(amount, given.unit, quantity);
}

function multiples(amount: Decimal, unit: DrugUnit, dose: Quantity): BillingUnits {
  const one = decimalIn(dose);
  const units = covering(amount, unit, one, dose.unit);
  if (units > BigInt(MOST_UNITS)) return none('too-many', `${units} units do not fit a claim line; check the amount.`);
  const covered: Decimal = { digits: one.digits * units, places: one.places };
  return { kind: 'units', units: Number(units), roundedUp: compareAmounts(covered, dose.unit, amount, unit) > 0 };
}

function isInTier({ bound, quantity, above }: StatedAmount, amount: Decimal, unit: DrugUnit): boolean {
  const toQuantity = compareAmounts(amount, unit, decimalIn(quantity), quantity.unit);
  if (bound === 'more than') return toQuantity > 0;
  const isAbove = above === null || compareAmounts(amount, unit, decimalIn(above), above.unit) > 0;
  return toQuantity <= 0 && isAbove;
}

const decimalIn = ({ text }: Quantity): Decimal => decimalOf(text) ?? { digits: 0n, places: 0 };

const none = (reason: NoUnits, message: string): BillingUnits => ({ kind: 'none', reason, message });

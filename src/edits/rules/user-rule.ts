import type { Outcome } from '../finding.ts';
import type { Adjustment } from '../profile.ts';

/**
 * A payer's own edit as data: conditions over a line and what stands beside it. Nothing in it is executed; every
 * condition is one of a closed list, so a rule can be read, checked and kept by whoever answers for it.
 */
export interface UserRule {
  /** Kebab-case, unique within the profile. */
  readonly id: string;
  readonly title: string;
  /** The payer's policy that says so. */
  readonly source: string;
  /** For a biller; `{code}`, `{units}` and `{day}` stand for the line's. */
  readonly message: string;
  readonly outcome: Outcome;
  /** What the remittance says; none for information. */
  readonly adjustment: Adjustment | null;
  readonly when: Condition;
}

/** More than, less than, or exactly; all that are given hold. */
export interface Comparison {
  readonly more?: number;
  readonly less?: number;
  readonly is?: number;
}

/** A condition on a line. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** Codes, ranges `J0100-J0199` and beginnings `993*`. */
  | { readonly code: readonly string[] }
  /** At least one of these modifiers is on the line. */
  | { readonly modifier: readonly string[] }
  | { readonly units: Comparison }
  /** Dollars. */
  | { readonly charge: Comparison }
  | { readonly place: readonly string[] }
  /** The first date of service lies within, both ends included. */
  | { readonly dates: { readonly from?: string; readonly to?: string } }
  /** A diagnosis that the line points to (of an institutional claim any): `E119`, or `E11*`. */
  | { readonly diagnosis: readonly string[] }
  /** Of the patient in whole years on the date of service. */
  | { readonly age: Comparison }
  | { readonly sex: 'F' | 'M' | 'U' }
  /** Rendering provider, the billing one where none is given. */
  | { readonly provider: readonly string[] }
  | { readonly billingProvider: readonly string[] }
  /** Taxonomy of the rendering provider, else of the billing one. */
  | { readonly taxonomy: readonly string[] }
  /** Claim filing indicator (SBR09). */
  | { readonly filing: readonly string[] }
  /** Facility type of an institutional claim, two digits. */
  | { readonly typeOfBill: readonly string[] }
  /** Revenue codes of four digits. */
  | { readonly revenue: readonly string[] }
  | { readonly state: readonly string[] }
  /** Another line of the same provider and day for which this holds. */
  | { readonly beside: Condition }
  /** An earlier line of the beneficiary, at most so many days before, for which this holds. */
  | { readonly earlier: { readonly withinDays: number; readonly where: Condition } };

/** What keeps rules cheap and readable. */
export const MOST_RULES = 500;
export const MOST_DEPTH = 8;
export const MOST_LISTED = 5_000;

import type { Change } from './change.ts';

/**
 * CMS's action letters (HCPCS record layout, item 30), as its transaction reports spell them out. `none`: the code is
 * not in the report (or the diff knows a change for which CMS has no letter: see ACTIONLESS).
 */
export const ACTIONS = ['A', 'D', 'R', 'B', 'C', 'S', 'F', 'P', 'T', 'N', 'none'] as const;
export type Action = (typeof ACTIONS)[number];

export const ACTION_NAMES: Readonly<Record<Action, string>> = {
  A: 'added',
  D: 'discontinued',
  R: 'reactivated',
  B: 'coverage and long description',
  C: 'long description',
  S: 'short description',
  F: 'coverage',
  P: 'payment',
  T: 'BETOS or type of service',
  N: 'no change',
  none: 'not listed, or no letter',
};

const SPELLINGS: readonly (readonly [RegExp, Action])[] = [
  [/^no change/i, 'N'],
  [/^add/i, 'A'],
  [/^(discontinue|delete|terminate)/i, 'D'],
  [/^re-?activat/i, 'R'],
  [/coverage\s*(and|&)\s*long/i, 'B'],
  [/long/i, 'C'],
  [/short/i, 'S'],
  [/coverage/i, 'F'],
  [/payment/i, 'P'],
  [/misc|betos|type of service/i, 'T'],
];

/** The letter of a report's "type of change"; `none` where CMS has no such type. */
export const actionOfType = (type: string): Action =>
  SPELLINGS.find(([spelling]) => spelling.test(type.trim()))?.[1] ?? 'none';

const COVERAGE = /^(coverage$|coverageIssuesManual|medicareCarriersManual|statute$)/;
const PAYMENT = /^(pricingIndicator|multiplePricingIndicator|ascPaymentGroup|mog)/;
const MISCELLANEOUS = /^(betos$|typeOfService)/;
/** Fields for whose change CMS has no letter. */
export const ACTIONLESS =
  /^(crossReference|labCertification|processingNote$|anesthesiaBaseUnits$|addedDate$|terminationDate$)/;

/**
 * The letter that CMS would give a change, where it gives one a code: found by what it wrote in the years 2017 to
 * 2020. Coverage goes before payment (A4226, 2020), payment before the descriptions (J7328, 2018).
 */
export function actionOfChange(change: Change | undefined): Action {
  if (change === undefined) return 'N';
  const has = (pattern: RegExp): boolean => change.fields.some(({ field }) => pattern.test(field));
  if (change.change === 'added') return 'A';
  if (change.change === 'discontinued') return change.printedBy === 'before' ? 'none' : 'D';
  if (change.change === 'removed') return 'none';
  if (change.change === 'reactivated') return 'R';
  if (has(COVERAGE)) return has(/^longDescription$/) ? 'B' : 'F';
  if (has(PAYMENT)) return 'P';
  if (has(/^longDescription$/)) return 'C';
  if (has(/^shortDescription$/)) return 'S';
  return has(MISCELLANEOUS) ? 'T' : 'none';
}

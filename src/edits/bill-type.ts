import type { CodedClaim } from '../claims/coded-claim.ts';
import { CLAIM_SETTINGS, type Setting } from '../codes/setting.ts';
import { ALL_EDITS, editsOfBill, type OutpatientEdits } from '../codes/type-of-bill.ts';
import type { FindingFacts } from './define-edit.ts';

/** What `not-for-bill-type` means, on the page of each edit that reports it. */
export const NOT_FOR_BILL_TYPE_MEANS =
  'A facility’s claim whose type of bill the edit is not for, such as an inpatient one, or that names none.';

/** The words of `not-for-bill-type`, whose detail is the facility type; `what` was not checked. */
export const notForBillType = ({ detail }: FindingFacts, edits: string, what: string): string =>
  detail < 0
    ? `The claim names no type of bill, which decides whether ${edits} are for it: ${what} were not checked.`
    : `Medicare’s ${edits} are not for type of bill ${detail}x: ${what} were not checked.`;

/**
 * Which edits for outpatient facilities are for a claim: all of them where the user or the claim names a setting
 * and no type of bill, else what the type of bill says.
 */
export function outpatientEditsOf(claim: CodedClaim, forced: Setting | undefined): OutpatientEdits {
  const setting = CLAIM_SETTINGS[claim.setting];
  if (forced !== undefined || setting === 'professional' || setting === 'dme') return ALL_EDITS;
  return setting === 'outpatient' && claim.facility < 0 ? ALL_EDITS : editsOfBill(claim.facility);
}

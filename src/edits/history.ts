import type { Claim } from '../claims/claim.ts';
import { beneficiaryKey } from '../claims/encode.ts';

/** Claim frequencies (CLM05-3) that take back an earlier claim of the same id. */
const REPLACEMENT = '7';
const VOID = '8';

/**
 * The earlier claims that a claim is compared with: those of the same beneficiary by the same billing provider
 * that still ask for payment. A replaced or voided claim does not, nor one that this claim itself replaces.
 *
 * @example
 * addHistory(coded, relevantHistory(claim, earlier))
 */
export function relevantHistory(claim: Claim, earlier: readonly Claim[]): readonly Claim[] {
  const key = historyKey(claim);
  const standing = new Map<string, Claim[]>();
  for (const each of [...earlier.filter((other) => other !== claim && historyKey(other) === key), claim]) {
    if (takesBack(each) || !standing.has(each.id)) standing.set(each.id, [each]);
    else standing.get(each.id)?.push(each);
  }
  return [...standing.values()].flat().filter((each) => each !== claim && each.frequency !== VOID);
}

/** Equal for claims of one beneficiary and one billing provider. */
export const historyKey = (claim: Claim): string => `${beneficiaryKey(claim)}\n${billingKey(claim)}`;

const takesBack = ({ frequency }: Claim): boolean => frequency === REPLACEMENT || frequency === VOID;

/** What makes two claims of one billing provider. */
const billingKey = ({ billingProvider }: Claim): string => billingProvider.npi ?? billingProvider.identifier ?? '';

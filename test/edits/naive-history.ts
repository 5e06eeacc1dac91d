import { beneficiaryKey } from '../../src/claims/beneficiary.ts';
import type { Claim } from '../../src/claims/claim.ts';

/**
 * Claim frequencies (CLM05-3) of claims that stand in the place of an earlier one: adjustment, replacement, void
 * (NUBC, type of bill frequency codes; the payer takes the earlier claim back as a whole).
 */
const TAKING_BACK: ReadonlySet<string> = new Set(['6', '7', '8']);
const VOID = '8';

/**
 * History as sets of whole claims, against which `FileHistory` is compared.
 *
 * The earlier claims that a claim is looked at beside: those of the same beneficiary that still ask for payment. A
 * replaced or voided claim does not, nor one that this claim itself replaces.
 */
export function relevantHistory(claim: Claim, earlier: readonly Claim[]): readonly Claim[] {
  const key = beneficiaryKey(claim);
  let standing: Claim[] = [];
  for (const each of [...earlier.filter((other) => other !== claim && beneficiaryKey(other) === key), claim]) {
    if (TAKING_BACK.has(each.frequency)) standing = withoutTakenBack(standing, each);
    standing.push(each);
  }
  return standing.filter((each) => each !== claim && each.frequency !== VOID);
}

/**
 * The claims that are left when one takes an earlier one back: the one that its REF F8 names, by its own id or by
 * the same reference; where none of those at hand is named so, the one of the same patient control number. Payers
 * number claims after they were sent, so the number that REF F8 gives is mostly not at hand.
 */
function withoutTakenBack(standing: readonly Claim[], by: Claim): Claim[] {
  const { id, originalReference: named } = by;
  const isNamed = (each: Claim) =>
    named !== '' && (each.id === named || (TAKING_BACK.has(each.frequency) && each.originalReference === named));
  const left = standing.filter((each) => !(isOfOneProvider(each, by) && isNamed(each)));
  return left.length < standing.length
    ? left
    : standing.filter((each) => !(isOfOneProvider(each, by) && each.id === id));
}

/** Only who billed a claim can take it back, and in the setting it was billed in. */
const isOfOneProvider = (a: Claim, b: Claim): boolean => billingKey(a) === billingKey(b) && a.setting === b.setting;

/** What makes two claims of one billing provider. */
const billingKey = ({ billingProvider }: Claim): string => billingProvider.npi ?? billingProvider.identifier ?? '';

import type { ClaimSetting } from '../../codes/setting.ts';
import { CLAIM_SETTINGS, type Setting } from '../../codes/setting.ts';
import type { ClaimType, InstitutionalFacts } from '../claim.ts';
import { settingOfFacts } from '../facility.ts';
import { codeIn, wordsOf } from './codings.ts';
import type { Part } from './part.ts';

/** Whether a resource is one that asks, or asked, for payment. */
export const isClaimResource = (type: string): boolean => type === 'Claim' || type === 'ExplanationOfBenefit';

/** Blue Button's own types say more than the others beside them, which it sets wrongly here and there. */
const OF_BLUE_BUTTON: Readonly<Record<string, ClaimType>> = {
  CARRIER: 'professional',
  DME: 'professional',
  PDE: 'professional',
  OUTPATIENT: 'institutional',
  INPATIENT: 'institutional',
  SNF: 'institutional',
  HHA: 'institutional',
  HOSPICE: 'institutional',
};

export function typeOf(resource: Part): ClaimType {
  const ofBlueButton = codeIn(resource.child('type'), 'eobType').toUpperCase();
  if (Object.hasOwn(OF_BLUE_BUTTON, ofBlueButton)) return OF_BLUE_BUTTON[ofBlueButton];
  return codeIn(resource.child('type'), 'claimType') === 'institutional' ? 'institutional' : 'professional';
}

/** Pharmacies bill drugs by NDC: no HCPCS edit is for them. */
export const isPharmacy = (resource: Part): boolean =>
  codeIn(resource.child('type'), 'eobType').toUpperCase() === 'PDE' ||
  codeIn(resource.child('type'), 'claimType') === 'pharmacy';

/** Whose tables hold: what the claim says outright, its type of bill, or what kind of facility it names. */
export function settingOf(resource: Part, facts: InstitutionalFacts | null, otherwise: Setting): ClaimSetting {
  const own = CLAIM_SETTINGS.find((setting) => setting === codeIn(resource.child('subType'), 'setting'));
  if (own !== undefined) return own;
  const ofBlueButton = codeIn(resource.child('type'), 'eobType').toUpperCase();
  if (facts === null) return ofBlueButton === 'DME' ? 'dme' : otherwise;
  if (facts.typeOfBill !== '') return settingOfFacts(facts);
  if (ofBlueButton !== '') return ofBlueButton === 'OUTPATIENT' ? 'outpatient' : 'facility';
  const subType = codeIn(resource.child('subType'), 'institutionalSubType');
  if (subType !== '') return subType === 'inpatient' ? 'facility' : 'outpatient';
  return otherwise;
}

/** Why a resource asks for nothing any more, or not yet; '' where it does. */
export function reasonToPassOver(resource: Part, charge: number | null): string {
  const status = resource.text('status');
  if (status === 'cancelled') return 'it is cancelled';
  if (status === 'entered-in-error') return 'it was entered in error';
  if (status === 'draft' && resource.text('resourceType') === 'ExplanationOfBenefit') return 'it is a draft of a payer';
  if (charge !== null && charge < 0) return 'its total is negative: it takes back an earlier one';
  const quantities = resource.list('item').map((item) => item.child('quantity').child('value').value);
  const isReversal = quantities.length > 0 && quantities.every((value) => typeof value === 'number' && value < 0);
  return isReversal ? 'all of its quantities are negative: it takes back an earlier one' : '';
}

/** What a claim is for, where it does not ask for payment: `preauthorization` or `predetermination`; else ''. */
export function otherUse(resource: Part): string {
  const use = resource.text('use');
  return use === 'preauthorization' || use === 'predetermination' ? use : '';
}

/** Whether the related claim is one that this claim replaces. */
export const isReplaced = (related: Part): boolean =>
  wordsOf(related.child('relationship')).some((word) => REPLACING.has(word));

const REPLACING: ReadonlySet<string> = new Set(['prior', 'priorclaim', 'replaces']);

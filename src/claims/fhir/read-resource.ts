import type { Setting } from '../../codes/setting.ts';
import type { Claim, ClaimResource } from '../claim.ts';
import { CareTeam } from './care-team.ts';
import { wordsOf } from './codings.ts';
import { diagnosesOf } from './diagnoses.ts';
import { factsOf, frequencyIn, supportingInfoOf } from './facts.ts';
import { linesOf } from './items.ts';
import { isPharmacy, isReplaced, otherUse, reasonToPassOver, settingOf, typeOf } from './kind.ts';
import type { Part } from './part.ts';
import { partiesOf, providerAt } from './parties.ts';
import { type Beside, outerName, References } from './references.ts';
import { systemOf } from './systems.ts';
import { centsOf, daysOf, type Report } from './values.ts';

/**
 * Reads a Claim or an ExplanationOfBenefit; null where it is passed over, which `report` has then been told. `beside`
 * are the resources of its Bundle, `fullUrl` its own name there.
 */
export function readResource(
  resource: Part,
  options: { readonly setting: Setting; readonly beside: Beside; readonly fullUrl: string; readonly report: Report },
): Claim | null {
  const { report, setting, fullUrl } = options;
  const charge = chargeOf(resource, report);
  const reason = reasonToPassOver(resource, charge);
  if (reason !== '') return passOver(report, resource, reason);
  const id = idOf(resource, fullUrl);
  if (id === '')
    return refuse(report, 'claim-without-id', resource, 'has neither an identifier nor an id; it was not read.');
  if (resource.list('item').length === 0) {
    return refuse(report, 'claim-without-lines', resource, 'has no item; it was not read.');
  }
  tellUse(resource, report);
  const references = new References(resource, options.beside);
  const careTeam = new CareTeam(resource, references);
  const type = typeOf(resource);
  const facts = type === 'institutional' ? factsOf(resource, careTeam, report) : null;
  const diagnoses = diagnosesOf(resource, report);
  const billable =
    facts === null
      ? daysOf(resource.child('billablePeriod'), report)
      : { from: facts.statementFrom, to: facts.statementTo };
  return {
    id,
    type,
    setting: settingOf(resource, facts, setting),
    ...standingOf(resource, facts?.typeOfBill ?? ''),
    placeOfService: placeOf(resource, references),
    charge,
    billingProvider: billingOf(resource, references),
    renderingProvider: careTeam.ofClaim('rendering'),
    referringProvider: careTeam.ofClaim('referring'),
    ...partiesOf(resource, references, report),
    diagnoses: diagnoses.list,
    institutional: facts,
    lines: linesOf(resource, {
      isInstitutional: facts !== null,
      isPharmacy: isPharmacy(resource),
      careTeam,
      diagnoses,
      billable,
      report,
    }),
  };
}

function passOver(report: Report, resource: Part, reason: string): null {
  report('fhir-passed-over', resource, `was passed over: ${reason}.`);
  return null;
}

function refuse(report: Report, code: 'claim-without-id' | 'claim-without-lines', resource: Part, what: string): null {
  report(code, resource, what);
  return null;
}

function tellUse(resource: Part, report: Report): void {
  const use = otherUse(resource);
  if (use !== '') report('fhir-use', resource.child('use'), `is ${use}: it was read as if it were a claim.`);
  if (isPharmacy(resource)) {
    report(
      'fhir-use',
      resource.child('type'),
      'is pharmacy: drugs are billed by NDC there, and no HCPCS edit is for them.',
    );
  }
}

/** The first identifier, but for the group of claims that Blue Button names beside it; else the id. */
function idOf(resource: Part, fullUrl: string): string {
  const identifiers = resource.list('identifier').filter((part) => part.text('value') !== '');
  const own = identifiers.find((part) => systemOf(part.text('system'))?.kind !== 'claimGroup') ?? identifiers[0];
  return own?.text('value') || resource.text('id') || fullUrl;
}

/** `total` of a claim, what is called submitted in the totals of a payer, or STU3's `totalCost`. */
function chargeOf(resource: Part, report: Report): number | null {
  const submitted = resource
    .list('total')
    .find((part) => wordsOf(part.child('category')).some((word) => word === 'submitted' || TOTAL_CHARGE.test(word)));
  if (submitted !== undefined) return centsOf(submitted.child('amount'), report);
  const total = resource.child('total');
  return centsOf(Array.isArray(total.value) || !total.isGiven ? resource.child('totalCost') : total, report);
}

const TOTAL_CHARGE = /clm_tot_chrg_amt$/;

/** Frequency and the claim that is replaced. A claim that names one is a replacement, where it does not say more. */
function standingOf(resource: Part, typeOfBill: string): Pick<Claim, 'frequency' | 'originalReference'> {
  const replaced = resource.list('related').find(isReplaced);
  const given = frequencyIn(supportingInfoOf(resource)) ?? (typeOfBill.slice(2, 3) || undefined);
  const claim = replaced?.child('claim');
  return {
    frequency: given ?? (replaced === undefined ? '1' : '7'),
    originalReference:
      replaced === undefined || claim === undefined
        ? ''
        : replaced.child('reference').text('value') || claim.child('identifier').text('value') || outerName(claim),
  };
}

/** STU3 names the organization beside the number that the payer has for it. */
function billingOf(resource: Part, references: References) {
  const provider = providerAt(resource.child('provider'), references, 'organization');
  const organization = resource.child('organization');
  return organization.isGiven && provider.npi === null ? providerAt(organization, references) : provider;
}

/** The place of a whole claim: the type of the Location that `facility` names. */
const placeOf = (resource: Part, references: References): string =>
  references
    .follow(resource.child('facility'))
    .list('type')
    .flatMap((type) => type.list('coding'))
    .filter((coding) => systemOf(coding.text('system'))?.kind === 'placeOfService')
    .map((coding) => coding.text('code'))[0] ?? '';

/** What a response has to name of the resource that a claim was read from. */
export function sourceOf(resource: Part): Omit<ClaimResource, 'inBundle'> {
  const reference = (key: string): string => outerName(resource.child(key));
  return {
    type: resource.text('resourceType'),
    id: resource.text('id'),
    patient: reference('patient'),
    insurer: reference('insurer'),
    provider: reference('provider'),
  };
}

import type { Payer, Person, Provider } from '../claim.ts';
import { codeIn, wordsOf } from './codings.ts';
import type { Part } from './part.ts';
import { outerName, type References } from './references.ts';
import { systemOf } from './systems.ts';
import { dayOf, type Report } from './values.ts';

export const NO_PROVIDER: Provider = { npi: null, identifier: null, taxonomy: null, name: '' };
const NOBODY: Person = { memberId: '', lastName: '', firstName: '', birthDate: null, sex: null };

const isNpi = (text: string): boolean => /^\d{10}$/.test(text);

/**
 * The provider that a Reference names, by its own identifier, by the resource at hand, or else by the reference
 * itself, so that the same provider is the same in every claim. Of a PractitionerRole `prefer` says whose identifier
 * counts: the organization's for who bills, the practitioner's for who renders.
 */
export function providerAt(
  reference: Part,
  references: References,
  prefer: 'organization' | 'practitioner' = 'practitioner',
): Provider {
  const resource = references.follow(reference);
  if (resource.text('resourceType') === 'PractitionerRole') return ofRole(resource, references, prefer);
  const ids = identifiersOf([...reference.list('identifier'), ...resource.list('identifier')]);
  const none = ids.npi === null && ids.identifier === null;
  return {
    npi: ids.npi,
    identifier: none ? outerName(reference) || null : ids.identifier,
    taxonomy: taxonomyOf(resource),
    name: reference.text('display') || nameOf(resource),
  };
}

function ofRole(role: Part, references: References, prefer: 'organization' | 'practitioner'): Provider {
  const other = prefer === 'organization' ? 'practitioner' : 'organization';
  const provider = providerAt(role.firstOf(prefer, other), references);
  const own = identifiersOf(role.list('identifier'));
  const known = provider.npi !== null || provider.identifier !== null ? provider : { ...provider, ...own };
  return { ...known, taxonomy: taxonomyOf(role) ?? known.taxonomy };
}

/** The NPI among identifiers, else the first of the others. */
function identifiersOf(identifiers: readonly Part[]): Pick<Provider, 'npi' | 'identifier'> {
  const given = identifiers.filter((each) => each.text('value') !== '');
  const npi = given.find((each) => isNpi(each.text('value')) && namesNpi(each));
  if (npi !== undefined) return { npi: npi.text('value'), identifier: null };
  return { npi: null, identifier: given[0]?.text('value') ?? null };
}

const namesNpi = (identifier: Part): boolean =>
  systemOf(identifier.text('system'))?.kind === 'npi' || wordsOf(identifier.child('type')).includes('npi');

/** A taxonomy code in what says what someone is qualified for, under the names that resources have for it. */
export function taxonomyOf(part: Part): string | null {
  const concepts = [
    ...part.list('qualification'),
    ...part.list('specialty'),
    ...part.list('qualification').map((each) => each.child('code')),
  ];
  return concepts.map((concept) => codeIn(concept, 'taxonomy')).find((code) => code !== '') ?? null;
}

/** An organization's name is a text, a person's a list. */
function nameOf(resource: Part): string {
  const name = resource.text('name');
  if (name !== '') return name;
  const { lastName, firstName } = personName(resource);
  return [lastName, firstName].filter((text) => text !== '').join(', ');
}

function personName(resource: Part): Pick<Person, 'lastName' | 'firstName'> {
  const names = resource.list('name');
  const name = names.find((each) => each.text('use') === 'official') ?? names[0];
  if (name === undefined) return { lastName: '', firstName: '' };
  const given = name.child('given').value;
  const first = Array.isArray(given) && typeof given[0] === 'string' ? given[0].trim() : '';
  return { lastName: name.text('family') || name.text('text'), firstName: first };
}

const SEXES: Readonly<Record<string, string>> = { female: 'F', male: 'M', other: 'U', unknown: 'U' };

function personAt(reference: Part, references: References, report: Report): Person {
  const resource = references.follow(reference);
  const identifiers = [...reference.list('identifier'), ...resource.list('identifier')];
  const ids = identifiers.filter((each) => each.text('value') !== '');
  const own = ids.find(isMemberId) ?? ids[0];
  return {
    memberId: own?.text('value') ?? outerName(reference),
    ...personName(resource),
    birthDate: dayOf(resource.child('birthDate'), report),
    sex: SEXES[resource.text('gender')] ?? null,
  };
}

const isMemberId = (identifier: Part): boolean =>
  systemOf(identifier.text('system'))?.kind === 'member' ||
  wordsOf(identifier.child('type')).some((word) => word === 'mb' || word === 'mc' || word === 'member');

/** Who is insured, who was treated where that is another, and who pays. */
export interface Parties {
  readonly subscriber: Person;
  readonly patient: Person | null;
  readonly payer: Payer | null;
}

export function partiesOf(resource: Part, references: References, report: Report): Parties {
  const insurances = resource.list('insurance');
  const insurance = insurances.find((each) => each.child('focal').value === true) ?? insurances[0];
  const coverage =
    insurance === undefined ? resource.child('insurance') : references.follow(insurance.child('coverage'));
  const patient = personAt(resource.child('patient'), references, report);
  const memberId = coverage.text('subscriberId') || (coverage.list('subscriberId')[0]?.text('value') ?? '');
  return {
    ...insured(resource, coverage, memberId, patient, references, report),
    payer: payerOf(resource, coverage, references),
  };
}

function insured(
  resource: Part,
  coverage: Part,
  memberId: string,
  patient: Person,
  references: References,
  report: Report,
): Pick<Parties, 'subscriber' | 'patient'> {
  const subscriber = coverage.child('subscriber');
  const isSelf = wordsOf(coverage.child('relationship')).includes('self');
  const isOther =
    subscriber.isGiven && !isSelf && subscriber.text('reference') !== resource.child('patient').text('reference');
  if (!isOther) return { subscriber: memberId === '' ? patient : { ...patient, memberId }, patient: null };
  const holder = subscriber.isGiven ? personAt(subscriber, references, report) : NOBODY;
  return { subscriber: memberId === '' ? holder : { ...holder, memberId }, patient };
}

function payerOf(resource: Part, coverage: Part, references: References): Payer | null {
  const reference = [resource.child('insurer'), ...coverage.list('payor'), ...coverage.list('insurer')].find(
    (part) => part.isGiven,
  );
  const filingIndicator = codeIn(coverage.child('type'), 'filingIndicator');
  if (reference === undefined) return filingIndicator === '' ? null : { identifier: '', name: '', filingIndicator };
  const { npi, identifier, name } = providerAt(reference, references);
  const payer = { identifier: npi ?? identifier ?? '', name, filingIndicator };
  return Object.values(payer).some((text) => text !== '') ? payer : null;
}

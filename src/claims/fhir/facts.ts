import type { InstitutionalFacts } from '../claim.ts';
import type { CareTeam } from './care-team.ts';
import { bestOf, type Coding, codeIn, codeOfExtension, codingsOf, wordsOf } from './codings.ts';
import type { Part } from './part.ts';
import type { SystemKind } from './systems.ts';
import { dayOf, daysOf, hundredthsOf, type Report } from './values.ts';

/** An entry of the supporting information, with the codings of its code. */
interface Info {
  readonly part: Part;
  readonly codings: readonly Coding[];
}

/** `supportingInfo`, and STU3's `information`. */
export const supportingInfoOf = (resource: Part): readonly Info[] =>
  [...resource.list('supportingInfo'), ...resource.list('information')].map((part) => ({
    part,
    codings: codingsOf(part.child('code')),
  }));

/** The first code of a kind in the supporting information; '' where there is none. */
const codeInInfo = (info: readonly Info[], kind: SystemKind): string =>
  info.map(({ codings }) => bestOf(codings, [kind])).find((code) => code !== '') ?? '';

/** What an institutional claim says beside its lines. */
export function factsOf(resource: Part, careTeam: CareTeam, report: Report): InstitutionalFacts {
  const info = supportingInfoOf(resource);
  const statement = daysOf(resource.child('billablePeriod'), report);
  const code = (kind: SystemKind): string => codeInInfo(info, kind);
  return {
    typeOfBill: typeOfBillOf(resource, info),
    statementFrom: statement.from,
    statementTo: statement.to,
    admissionDate: admissionOf(resource, info, report),
    admissionHour: ownFact(info, 'admission-hour'),
    dischargeHour: ownFact(info, 'discharge-hour'),
    admissionType: code('admissionType'),
    admissionSource: code('admissionSource'),
    patientStatus: code('patientStatus'),
    attendingProvider: careTeam.ofClaim('attending'),
    operatingProvider: careTeam.ofClaim('operating'),
    otherOperatingProvider: careTeam.ofClaim('otherOperating'),
    procedures: proceduresOf(resource, report),
    values: ofKind(info, 'value', (part, value) => ({
      code: value,
      amount: hundredthsOf(part.child('valueQuantity').child('value'), report),
    })),
    occurrences: ofKind(info, 'occurrence', (part, occurrence) => ({
      code: occurrence,
      date: dayOf(part.child('timingDate'), report),
    })),
    occurrenceSpans: ofKind(info, 'occurrenceSpan', (part, span) => ({
      code: span,
      ...daysOf(part.child('timingPeriod'), report),
    })),
    conditions: ofKind(info, 'condition', (_, condition) => condition),
    drg: code('drg') || drgOf(resource),
  };
}

/** What is ours to say because FHIR has no place for it. */
const ownFact = (info: readonly Info[], name: string): string =>
  info.find((each) => isOwn(each, name))?.part.text('valueString') ?? '';

const isOwn = ({ codings }: Info, name: string): boolean =>
  codings.some(({ kind, code }) => kind === 'fact' && code === name);

/** The whole of it, or put together of its digits, which Blue Button 2 gives in three places. */
function typeOfBillOf(resource: Part, info: readonly Info[]): string {
  const whole = codeInInfo(info, 'typeOfBill');
  if (whole !== '') return whole.replace(/^0/, '').toUpperCase();
  const facility = codeOfExtension(resource.child('facility'), 'facilityType');
  const classification = codeOfExtension(resource, 'serviceClassification') || classificationIn(resource);
  if (facility === '' || classification === '') return '';
  return facility + classification + (frequencyIn(info) ?? '');
}

const classificationIn = (resource: Part): string => codeIn(resource.child('type'), 'serviceClassification');

/** The claim frequency that is given on its own; '' where it is given as absent, undefined where it is not given. */
export function frequencyIn(info: readonly Info[]): string | undefined {
  const frequency = codeInInfo(info, 'frequency');
  if (frequency !== '') return frequency;
  return info.some((each) => isOwn(each, 'no-frequency')) ? '' : undefined;
}

/** Days of admission: CARIN's and Blue Button's category, or STU3's `hospitalization`. */
function admissionOf(resource: Part, info: readonly Info[], report: Report): string | null {
  const admission = info.find(({ part }) => wordsOf(part.child('category')).some((word) => ADMISSION.test(word)))?.part;
  const period = admission?.child('timingPeriod') ?? resource.child('hospitalization');
  return (
    dayOf(period.child('start'), report) ?? dayOf(admission?.child('timingDate') ?? period.child('timingDate'), report)
  );
}

const ADMISSION = /^admissionperiod$|clm_admsn_dt$/;

function proceduresOf(resource: Part, report: Report): InstitutionalFacts['procedures'] {
  return resource.list('procedure').flatMap((part) => {
    const concept = part.child('procedureCodeableConcept');
    const tenth = codeIn(concept, 'icd10pcs', 'icd10cm');
    const code = tenth || codeIn(concept, 'icd9cm');
    if (code === '') {
      report('fhir-code-system', concept.isGiven ? concept : part, 'gives no ICD-10-PCS code; it was not read.');
      return [];
    }
    const isPrincipal = part
      .list('type')
      .flatMap(wordsOf)
      .some((word) => word === 'principal' || word === 'primary');
    const qualifier = tenth === '' ? (isPrincipal ? 'BR' : 'BQ') : isPrincipal ? 'BBR' : 'BBQ';
    return [{ qualifier, code: code.replace('.', ''), date: dayOf(part.child('date'), report) }];
  });
}

/** What the supporting information with a code of a kind gives. */
const ofKind = <T>(info: readonly Info[], kind: SystemKind, read: (part: Part, code: string) => T): readonly T[] =>
  info.flatMap(({ part, codings }) => {
    const code = bestOf(codings, [kind]);
    return code === '' ? [] : [read(part, code)];
  });

/** `packageCode` of a diagnosis, where STU3 and R4 have the DRG. */
const drgOf = (resource: Part): string =>
  resource
    .list('diagnosis')
    .map((part) => part.list('packageCode').map((concept) => codeIn(concept, 'drg'))[0] ?? '')
    .find((code) => code !== '') ?? '';

import type { Claim, InstitutionalFacts } from '../claim.ts';
import { addressOf, type SystemKind } from './systems.ts';
import { type Concept, concept, given } from './write-parts.ts';

const CARIN = 'http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBSupportingInfoType';
const INFORMATION = concept('http://terminology.hl7.org/CodeSystem/claiminformationcategory', 'info');

/** What stands in `supportingInfo`: frequency, and of institutional claims all that has no element of its own. */
export const supportingInfoPart = (claim: Claim): readonly object[] =>
  [...frequencyInfo(claim), ...(claim.institutional === null ? [] : factInfo(claim.institutional))].map((info, at) => ({
    sequence: at + 1,
    ...info,
  }));

function frequencyInfo({ frequency, originalReference, institutional }: Claim): object[] {
  if (frequency === '') return [coded('fact', 'no-frequency')];
  const told = institutional?.typeOfBill.slice(2, 3) || (originalReference === '' ? '1' : '7');
  return frequency === told ? [] : [coded('frequency', frequency)];
}

const factInfo = (facts: InstitutionalFacts): object[] => [
  ...carin('typeofbill', 'typeOfBill', facts.typeOfBill),
  ...(facts.admissionDate === null
    ? []
    : [{ category: concept(CARIN, 'admissionperiod'), timingPeriod: { start: facts.admissionDate } }]),
  ...carin('admtype', 'admissionType', facts.admissionType),
  ...carin('pointoforigin', 'admissionSource', facts.admissionSource),
  ...carin('discharge-status', 'patientStatus', facts.patientStatus),
  ...carin('drg', 'drg', facts.drg),
  ...ownText('admission-hour', facts.admissionHour),
  ...ownText('discharge-hour', facts.dischargeHour),
  ...facts.conditions.map((code) => coded('condition', code)),
  ...facts.occurrences.map(({ code, date }) => ({ ...coded('occurrence', code), ...given({ timingDate: date }) })),
  ...facts.occurrenceSpans.map(({ code, from, to }) => ({
    ...coded('occurrenceSpan', code),
    ...given({ timingPeriod: given({ start: from, end: to }) }),
  })),
  ...facts.values.map(({ code, amount }) => ({
    ...coded('value', code),
    ...given({ valueQuantity: amount === null ? null : { value: amount / 100 } }),
  })),
];

interface Info {
  readonly category: Concept;
  readonly code: Concept;
}

const coded = (kind: SystemKind, code: string): Info => ({
  category: INFORMATION,
  code: concept(addressOf(kind), code),
});

const carin = (category: string, kind: SystemKind, code: string): Info[] =>
  code === '' ? [] : [{ category: concept(CARIN, category), code: concept(addressOf(kind), code) }];

const ownText = (name: string, text: string): object[] =>
  text === '' ? [] : [{ ...coded('fact', name), valueString: text }];

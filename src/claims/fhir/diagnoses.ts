import type { Diagnosis } from '../claim.ts';
import { bestOf, codeIn, codeOfExtension, codingsOf, wordsOf } from './codings.ts';
import type { Part } from './part.ts';
import { type Report, sequenceOf } from './values.ts';

/** Diagnoses in order of their sequence numbers, which lines point at. */
export interface Diagnoses {
  readonly list: readonly Diagnosis[];
  /** Index from 1 of the diagnosis with that sequence number; beyond the last one where there is none. */
  indexOf(sequence: number): number;
}

/** HI qualifiers by type of diagnosis, ICD-10-CM and ICD-9-CM; the types of HL7, CARIN and Blue Button. */
const QUALIFIERS: Readonly<Record<string, readonly [string, string]>> = {
  principal: ['ABK', 'BK'],
  admitting: ['ABJ', 'BJ'],
  patientreasonforvisit: ['APR', 'PR'],
  'reason-for-visit': ['APR', 'PR'],
  externalcauseofinjury: ['ABN', 'BN'],
  'external-first': ['ABN', 'BN'],
  external: ['ABN', 'BN'],
  other: ['ABF', 'BF'],
  secondary: ['ABF', 'BF'],
};
const PRINCIPAL = QUALIFIERS.principal;
const OTHER = QUALIFIERS.other;

/** The diagnoses of a claim; those whose code is not at hand are reported and left out. */
export function diagnosesOf(resource: Part, report: Report): Diagnoses {
  const entries = resource
    .list('diagnosis')
    .map((part, at) => ({ part, sequence: sequenceOf(part.child('sequence')) || at + 1 }))
    .toSorted((a, b) => a.sequence - b.sequence);
  const list: Diagnosis[] = [];
  const indexes = new Map<number, number>();
  for (const { part, sequence } of entries) {
    const diagnosis = diagnosisOf(part, list.length === 0, report);
    if (diagnosis === null) continue;
    list.push(diagnosis);
    if (!indexes.has(sequence)) indexes.set(sequence, list.length);
  }
  return {
    list,
    indexOf: (sequence) => indexes.get(sequence) ?? (sequence > list.length ? sequence : list.length + sequence),
  };
}

function diagnosisOf(part: Part, isFirst: boolean, report: Report): Diagnosis | null {
  const concept = part.child('diagnosisCodeableConcept');
  const codings = codingsOf(concept);
  const tenth = bestOf(codings, ['icd10cm']);
  const code = tenth || bestOf(codings, ['icd9cm']);
  if (code === '') {
    // Blue Button 1 has entries for the DRG alone.
    if (!part.child('packageCode').isGiven) {
      report('fhir-code-system', concept.isGiven ? concept : part, 'gives no ICD-10-CM code; it was not read.');
    }
    return null;
  }
  const [icd10, icd9] = qualifierOf(part, isFirst);
  const onAdmission =
    codeIn(part.child('onAdmission'), 'presentOnAdmission') || codeOfExtension(part, 'presentOnAdmission');
  return {
    qualifier: tenth === '' ? icd9 : icd10,
    code: code.replace('.', ''),
    ...(onAdmission !== '' && { presentOnAdmission: onAdmission }),
  };
}

function qualifierOf(part: Part, isFirst: boolean): readonly [string, string] {
  const types = part.list('type').flatMap(wordsOf);
  const known = types.find((type) => Object.hasOwn(QUALIFIERS, type));
  if (known !== undefined) return QUALIFIERS[known];
  return isFirst && types.length === 0 ? PRINCIPAL : OTHER;
}

import { type Day, NOT_A_DAY, parseDay } from '../codes/day.ts';
import { packModifierText } from '../codes/packed.ts';
import { packDiagnosisText } from '../codes/packed-diagnosis.ts';
import type { Claim, ClaimLine, InstitutionalFacts, Provider } from './claim.ts';
import { type ClinicalFacts, DIAGNOSIS_ROLES, NDC_OF_ANOTHER_SHAPE, ROLE_OTHER } from './clinical-facts.ts';

/** Fills the facts from a claim. */
export function clinicalOfClaim(claim: Claim, into: ClinicalFacts): void {
  into.clear(claim.lines.length);
  const patient = claim.patient ?? claim.subscriber;
  into.birthDay = dayOrNone(patient.birthDate);
  into.sex = patient.sex === null || patient.sex.length !== 1 ? 0 : patient.sex.toUpperCase().charCodeAt(0);
  into.filingIndicator = packModifierText(claim.payer?.filingIndicator ?? '');
  placeOf(claim.serviceFacility ?? null, into) || placeOf(claim.billingProvider, into);
  into.hasReferring = claim.referringProvider !== null;
  into.hasClia = (claim.cliaNumber ?? '') !== '';
  for (const { qualifier, code } of claim.diagnoses) {
    into.addDiagnosis(packDiagnosisText(code), DIAGNOSIS_ROLES[qualifier] ?? ROLE_OTHER, !qualifier.startsWith('A'));
  }
  if (claim.institutional !== null) institutional(claim.institutional, into);
  claim.lines.forEach((line, index) => {
    lineFacts(line, index, into);
  });
}

/** Whether the provider has a state. */
function placeOf(provider: Provider | null, into: ClinicalFacts): boolean {
  const state = packModifierText(provider?.state ?? '');
  if (state < 0) return false;
  into.state = state;
  into.zip = zipNumber(provider?.postalCode ?? '');
  return true;
}

const zipNumber = (text: string): number => (/^\d{5}/.test(text) ? Number(text.slice(0, 5)) : -1);

function institutional(facts: InstitutionalFacts, into: ClinicalFacts): void {
  into.admissionType = smallNumber(facts.admissionType);
  into.patientStatus = smallNumber(facts.patientStatus);
  for (const code of facts.conditions) into.addCondition(packModifierText(code));
  for (const { code, date } of facts.occurrences) into.addOccurrence(packModifierText(code), dayOrNone(date));
  for (const { code, amount } of facts.values) into.addValue(packModifierText(code), amount ?? Number.NaN);
}

function lineFacts(line: ClaimLine, at: number, into: ClinicalFacts): void {
  for (const pointer of line.diagnosisPointers) into.addPointer(at, pointer);
  if (line.drug !== null) {
    into.ndc[at] = ndcNumber(line.drug.ndc);
    into.ndcQuantity[at] = line.drug.quantity ?? Number.NaN;
    into.ndcUnit[at] = packModifierText(line.drug.unit);
  }
  into.lineHasClia[at] = (line.cliaNumber ?? '') !== '' ? 1 : 0;
  into.isDescribed[at] = line.description !== '' || (line.note ?? '') !== '' ? 1 : 0;
}

const ndcNumber = (text: string): number => (/^\d{11}$/.test(text) ? Number(text) : NDC_OF_ANOTHER_SHAPE);
const smallNumber = (text: string): number => (/^\d{1,2}$/.test(text) ? Number(text) : -1);
const dayOrNone = (date: string | null): Day => (date === null ? NOT_A_DAY : parseDay(date));

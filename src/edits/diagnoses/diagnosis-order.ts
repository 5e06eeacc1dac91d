import { ROLE_EXTERNAL_CAUSE, ROLE_OTHER, ROLE_PRINCIPAL } from '../../claims/clinical-facts.ts';
import type { CodedClaim } from '../../claims/coded-claim.ts';
import { NOT_A_DAY } from '../../codes/day.ts';
import { withDot } from '../../codes/diagnosis.ts';
import { packDiagnosisText, unpackDiagnosis } from '../../codes/packed-diagnosis.ts';
import { type CheckInput, defineEdit, type Report } from '../define-edit.ts';

type Reason = 'manifestation-first' | 'external-cause-first' | 'principal-missing' | 'several-principal' | 'repeated';

const [V00, Z00] = ['V00', 'Z00'].map(packDiagnosisText);

/**
 * The first diagnosis says why the patient came: no manifestation (its cause comes before it) and no external cause
 * (V to Y). A facility's claim has one principal diagnosis. No diagnosis stands twice.
 */
export const diagnosisOrder = defineEdit<Reason>({
  id: 'diagnosis-order',
  title: 'Order of diagnoses',
  since: '0.2.0',
  sources: [
    {
      document: 'ICD-10-CM Official Guidelines for Coding and Reporting',
      section: 'I.A.13 (etiology and manifestation)',
    },
    { document: 'ICD-10-CM Official Guidelines for Coding and Reporting', section: 'I.C.20 (external causes)' },
    { document: 'Medicare Code Editor', section: 'manifestation code as principal diagnosis; external cause' },
  ],
  needs: ['icd10cm'],
  stage: 'code and modifier validity',
  messages: {
    'manifestation-first': {
      outcome: 'return',
      means: 'The first diagnosis is a manifestation, by its descriptor "in diseases classified elsewhere".',
      say: ({ detail }) => `${shown(detail)} is a manifestation: the disease that causes it comes first.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'external-cause-first': {
      outcome: 'return',
      means: 'The first diagnosis is an external cause, V00 to Y99.',
      say: ({ detail }) => `${shown(detail)} says how an injury came about: the injury comes first.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'principal-missing': {
      outcome: 'return',
      means: 'A facility’s claim without a principal diagnosis.',
      say: () => 'The claim has no principal diagnosis.',
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'several-principal': {
      outcome: 'return',
      means: 'More than one principal diagnosis.',
      say: ({ detail }) => `The claim has ${detail} principal diagnoses.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    repeated: {
      outcome: 'info',
      means: 'The same diagnosis twice.',
      say: ({ detail }) => `${shown(detail)} stands twice among the diagnoses.`,
    },
  },
  check(input, report) {
    const { claim } = input;
    const { clinical } = claim;
    let principal = 0;
    let first = -1;
    for (let i = 0; i < clinical.diagnosisCount; i++) {
      if (clinical.diagnosisRole[i] === ROLE_PRINCIPAL) {
        if (first < 0) first = i;
        principal++;
      }
      repeatedAt(claim, i, report);
    }
    if (principal > 1) report.add('several-principal', -1, -1, -1, principal);
    if (principal === 0 && claim.isInstitutional && claim.ownLines > 0) report.add('principal-missing', -1);
    if (first < 0 && !claim.isInstitutional && clinical.diagnosisCount > 0) first = 0;
    if (first >= 0 && clinical.isIcd9[first] === 0) checkFirst(input, clinical.diagnosis[first], report);
  },
});

function checkFirst({ lines, records }: CheckInput, diagnosis: number, report: Report<Reason>): void {
  if (diagnosis >= V00 && diagnosis < Z00) report.add('external-cause-first', -1, -1, -1, diagnosis);
  const table = records.diagnoses;
  const day = lines.firstDay;
  if (table === null || day === NOT_A_DAY || !table.isKnown(day)) return;
  const row = table.find(diagnosis, day);
  if (row >= 0 && table.isManifestation(row)) report.add('manifestation-first', -1, -1, -1, diagnosis);
}

/** Principal and other diagnoses stand once; admitting and reason for the visit may say the same again. */
function repeatedAt({ clinical }: CodedClaim, at: number, report: Report<Reason>): void {
  if (clinical.diagnosisRole[at] > ROLE_OTHER && clinical.diagnosisRole[at] !== ROLE_EXTERNAL_CAUSE) return;
  for (let before = 0; before < at; before++) {
    const isSame = clinical.diagnosis[before] === clinical.diagnosis[at] && clinical.diagnosis[at] >= 0;
    const isListed =
      clinical.diagnosisRole[before] <= ROLE_OTHER || clinical.diagnosisRole[before] === ROLE_EXTERNAL_CAUSE;
    if (!isSame || !isListed) continue;
    report.add('repeated', -1, -1, -1, clinical.diagnosis[at]);
    return;
  }
}

const shown = (diagnosis: number): string => withDot(unpackDiagnosis(diagnosis));

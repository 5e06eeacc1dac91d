import { dayOf, isoDay, NOT_A_DAY } from '../../codes/day.ts';
import { withDot } from '../../codes/diagnosis.ts';
import { UNPACKABLE } from '../../codes/packed.ts';
import { unpackDiagnosis } from '../../codes/packed-diagnosis.ts';
import { defineEdit, type FindingFacts } from '../define-edit.ts';

type Reason = 'no-data' | 'malformed' | 'unknown' | 'not-billable' | 'old-code-set' | 'code-set-too-early';

/** ICD-10-CM has been reported for dates of service since then (45 CFR 162.1002; CMS CR 7492). */
const ICD10_BEGIN = dayOf(2015, 10, 1);

/**
 * Each diagnosis of the claim is a code of ICD-10-CM that is in force on the first date of service and may stand on a
 * claim: categories that are divided further may not. ICD-9-CM is for dates before 2015-10-01.
 */
export const diagnosisValidity = defineEdit<Reason>({
  id: 'diagnosis-validity',
  title: 'Diagnosis validity',
  since: '0.2.0',
  sources: [
    { document: 'ICD-10-CM Official Guidelines for Coding and Reporting', section: 'I.B.2 (level of detail)' },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 23, section 10' },
    { document: 'CMS CR 7492, transmittal 950 (ICD-10 and dates of service)', date: '2015-10-01' },
  ],
  needs: ['icd10cm'],
  stage: 'code and modifier validity',
  messages: {
    'no-data': {
      outcome: 'info',
      means: 'No ICD-10-CM release is loaded, or none of those loaded speaks for the date of service.',
      say: ({ records: { diagnoses } }) =>
        diagnoses === null
          ? 'No ICD-10-CM release is loaded: diagnoses were not checked.'
          : `The ICD-10-CM releases loaded speak from ${isoDay(diagnoses.knownFrom)} to ${isoDay(diagnoses.knownTo)}: diagnoses of other days were not checked.`,
    },
    malformed: {
      outcome: 'return',
      means: 'What stands in the place of a diagnosis is no code.',
      stage: 'syntax',
      say: ({ detail }) => `Diagnosis ${detail} of the claim is no code of letters and digits.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    unknown: {
      outcome: 'return',
      means: 'A code that ICD-10-CM does not have on the date of service.',
      say: ({ detail }) => `${shown(detail)} is no ICD-10-CM code on the date of service.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'not-billable': {
      outcome: 'return',
      means: 'A category that is divided further: it does not stand on a claim.',
      say: ({ detail }) => `${shown(detail)} is divided further: a claim needs all of its characters.`,
      source: diagnosisSource,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'old-code-set': {
      outcome: 'return',
      means: 'An ICD-9-CM code on a date of service from 2015-10-01 on.',
      say: ({ detail }) => `${shown(detail)} is reported as ICD-9-CM, which ended with dates of service of 2015-09-30.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'code-set-too-early': {
      outcome: 'return',
      means: 'An ICD-10-CM code on a date of service before 2015-10-01.',
      say: ({ detail }) =>
        `${shown(detail)} is reported as ICD-10-CM, which began with dates of service of 2015-10-01.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
  },
  check({ claim, lines, records }, report) {
    const { clinical } = claim;
    const day = lines.firstDay;
    if (clinical.diagnosisCount === 0 || day === NOT_A_DAY) return;
    const table = records.diagnoses;
    const isKnown = table?.isKnown(day) === true;
    let asks = false;
    for (let i = 0; i < clinical.diagnosisCount; i++) {
      const diagnosis = clinical.diagnosis[i];
      if (clinical.isIcd9[i] === 1) {
        if (day >= ICD10_BEGIN) report.add('old-code-set', -1, -1, -1, diagnosis);
      } else if (diagnosis === UNPACKABLE) report.add('malformed', -1, -1, -1, i + 1);
      else if (day < ICD10_BEGIN) report.add('code-set-too-early', -1, -1, -1, diagnosis);
      else if (table === null || !isKnown) asks = true;
      else {
        const row = table.find(diagnosis, day);
        if (row < 0) report.add('unknown', -1, -1, -1, diagnosis);
        else if (!table.isBillable(row)) report.add('not-billable', -1, row, -1, diagnosis);
      }
    }
    if (asks) report.add('no-data', -1);
  },
});

const shown = (diagnosis: number): string => withDot(unpackDiagnosis(diagnosis));

/** The finding is on the claim and knows no day: the release is that of the row. */
function diagnosisSource({ records, row, detail }: FindingFacts) {
  const release = records.diagnoses?.release(row);
  return release === undefined ? null : { release: release.id, row: { key: unpackDiagnosis(detail), billable: 0 } };
}

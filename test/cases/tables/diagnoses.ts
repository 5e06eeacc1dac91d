import { dayOf } from '../../../src/codes/day.ts';
import type { RecordRelease } from '../../../src/releases/record-tables.ts';
import { records } from './records.ts';

const FY2024 = { label: '2024', from: dayOf(2023, 10, 1), to: dayOf(2024, 9, 30) };
const FY2025 = { label: '2025', from: dayOf(2024, 10, 1), to: dayOf(2025, 9, 30) };

/** Codes of ICD-10-CM: whether billable, and the descriptor. */
const CODES = `
  E08    0 Diabetes_mellitus_due_to_underlying_condition
  E119   1 Type_2_diabetes_mellitus_without_complications
  I10    1 Essential_(primary)_hypertension
  H42    1 Glaucoma_in_diseases_classified_elsewhere
  R05    0 Cough
  R059   1 Cough,_unspecified
  Z00    0 Encounter_for_general_examination
  Z0000  1 Encounter_for_general_adult_medical_examination_without_abnormal_findings
`;

export const DIAGNOSES: readonly RecordRelease[] = [
  records('icd10cm', FY2024, ['billable', 'longDescription'], CODES),
  records('icd10cm', FY2025, ['billable', 'longDescription'], `${CODES}\n E66811 1 Obesity,_class_1`),
];

import type { CodedClaim } from '../../claims/coded-claim.ts';
import { ageOn } from '../../codes/calendar.ts';
import { NOT_A_DAY } from '../../codes/day.ts';
import { withDot } from '../../codes/diagnosis.ts';
import { type PackedDiagnosis, packDiagnosisText, pastPrefix, unpackDiagnosis } from '../../codes/packed-diagnosis.ts';
import { defineEdit, type Report } from '../define-edit.ts';

type Reason = 'born-after' | 'too-old' | 'newborn-diagnosis' | 'maternity-diagnosis' | 'maternity-sex';

const OLDEST = 124;
/** Beginnings of diagnoses of pregnancy, childbirth and the weeks after. */
const MATERNITY = rangesOf(['O', 'Z33', 'Z34', 'Z3A']);
/**
 * Conditions that originate in the perinatal period, of which those that the Medicare Code Editor takes for newborns alone
 * are a part; P codes may be reported for life where the condition stays (guideline I.C.16.a.4), hence a review.
 */
const NEWBORN = rangesOf(['Z38']);
const [YOUNGEST_MOTHER, OLDEST_MOTHER] = [9, 64];
const MALE = 77;

/**
 * The patient's age and sex against the diagnoses, in the classes of the Medicare Code Editor that are public: newborn
 * (age 0), maternity (9 to 64). Sex conflicts are worth a note alone: CMS ended that edit on 2024-10-01.
 */
export const demographics = defineEdit<Reason>({
  id: 'demographics',
  title: 'Age and sex',
  since: '0.2.0',
  sources: [
    { document: 'Medicare Code Editor, definitions of Medicare code edits', section: 'age conflict' },
    { document: 'ICD-10-CM Official Guidelines for Coding and Reporting', section: 'I.C.15, I.C.16, I.C.21' },
    { document: 'Medicare Code Editor version 42 (sex conflict edits ended)', date: '2024-10-01' },
  ],
  needs: [],
  stage: 'the rest',
  messages: {
    'born-after': {
      outcome: 'return',
      means: 'The patient’s birth date is after the date of service.',
      stage: 'syntax',
      say: () => 'By the birth date the patient was not born yet on the date of service.',
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'too-old': {
      outcome: 'return',
      means: 'By the birth date the patient is older than 124 years.',
      stage: 'syntax',
      say: ({ detail }) => `By the birth date the patient is ${detail} years old.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'newborn-diagnosis': {
      outcome: 'review',
      means: 'A diagnosis of newborns (Z38) on a patient who is a year or older.',
      say: ({ detail }) => `${shown(detail)} is for newborns; the patient is older.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'maternity-diagnosis': {
      outcome: 'review',
      means: 'A diagnosis of pregnancy or childbirth on a patient younger than 9 or older than 64.',
      say: ({ detail }) => `${shown(detail)} is for patients from 9 to 64 years; this one is not.`,
      resolutions: () => [{ kind: 'documentation' }, { kind: 'correct-claim' }],
    },
    'maternity-sex': {
      outcome: 'info',
      means: 'A diagnosis of pregnancy or childbirth on a patient whose sex is given as male.',
      say: ({ detail }) => `${shown(detail)} stands on a claim whose patient is given as male.`,
    },
  },
  check({ claim, lines }, report) {
    const { clinical } = claim;
    const day = lines.firstDay;
    if (day === NOT_A_DAY || (clinical.birthDay === NOT_A_DAY && clinical.sex !== MALE)) return;
    const age = clinical.birthDay === NOT_A_DAY ? Number.NaN : ageOn(clinical.birthDay, day);
    if (age < 0) report.add('born-after', -1);
    else if (age > OLDEST) report.add('too-old', -1, -1, -1, age);
    else for (let i = 0; i < clinical.diagnosisCount; i++) checkDiagnosis(claim, i, age, report);
  },
});

const shown = (diagnosis: PackedDiagnosis): string => withDot(unpackDiagnosis(diagnosis));

function checkDiagnosis({ clinical }: CodedClaim, at: number, age: number, report: Report<Reason>): void {
  const diagnosis = clinical.diagnosis[at];
  if (clinical.isIcd9[at] === 1 || diagnosis < 0) return;
  if (age >= 1 && isIn(NEWBORN, diagnosis)) report.add('newborn-diagnosis', -1, -1, -1, diagnosis);
  if (!isIn(MATERNITY, diagnosis)) return;
  if (age < YOUNGEST_MOTHER || age > OLDEST_MOTHER) report.add('maternity-diagnosis', -1, -1, -1, diagnosis);
  if (clinical.sex === MALE) report.add('maternity-sex', -1, -1, -1, diagnosis);
}

function rangesOf(beginnings: readonly string[]): readonly (readonly [PackedDiagnosis, PackedDiagnosis])[] {
  return beginnings.map(packDiagnosisText).map((from) => [from, pastPrefix(from)]);
}

const isIn = (ranges: ReturnType<typeof rangesOf>, diagnosis: PackedDiagnosis): boolean =>
  ranges.some(([from, past]) => diagnosis >= from && diagnosis < past);

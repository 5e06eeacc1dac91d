import type { CodedClaim } from '../../claims/coded-claim.ts';
import { ageOn } from '../../codes/calendar.ts';
import { NOT_A_DAY } from '../../codes/day.ts';
import { withDot } from '../../codes/diagnosis.ts';
import { packCodeText } from '../../codes/packed.ts';
import { type PackedDiagnosis, unpackDiagnosis } from '../../codes/packed-diagnosis.ts';
import { defineEdit, type Report } from '../define-edit.ts';
import { ADULT, ageClassOf, MATERNITY, NEWBORN } from './age-classes.ts';

type Reason =
  | 'born-after'
  | 'too-old'
  | 'newborn-diagnosis'
  | 'pediatric-diagnosis'
  | 'maternity-diagnosis'
  | 'adult-diagnosis'
  | 'preventive-age'
  | 'no-birth-date'
  | 'maternity-sex';

const OLDEST = 124;
const MALE = 77;

/** Preventive visits by age: 99381 and 99391 below 1 year, then 1–4, 5–11, 12–17, 18–39, 40–64 and from 65 on. */
const [FIRST_NEW, FIRST_OLD] = ['99381', '99391'].map(packCodeText);
const BANDS = [0, 1, 5, 12, 18, 40, 65, OLDEST + 1];

/**
 * The patient's age and sex against diagnoses and preventive visits: the age classes and lists of the Medicare Code
 * Editor. They may be right all the same (a late pregnancy, a childhood disease that stayed), hence a review. Sex
 * conflicts are worth a note alone: CMS ended that edit on 2024-10-01.
 */
export const demographics = defineEdit<Reason>({
  id: 'demographics',
  title: 'Age and sex',
  since: '0.2.0',
  sources: [
    {
      document: 'Medicare Code Editor, definitions of Medicare code edits',
      section: 'age conflict; lists of version 37',
      date: '2019-10-01',
    },
    { document: 'Medicare Code Editor version 42 (sex conflict edits ended)', date: '2024-10-01' },
    { document: 'CPT', section: 'age bands of 99381–99387 and 99391–99397, by number' },
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
      means: 'A diagnosis of newborns on a patient who is a year or older.',
      say: ({ detail }) => `${shown(detail)} is for newborns; the patient is older.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'pediatric-diagnosis': {
      outcome: 'review',
      means: 'A diagnosis of ages 0 to 17 on an older patient.',
      say: ({ detail }) => `${shown(detail)} is for patients up to 17 years; this one is older.`,
      resolutions: () => [{ kind: 'documentation' }, { kind: 'correct-claim' }],
    },
    'maternity-diagnosis': {
      outcome: 'review',
      means: 'A diagnosis of pregnancy or childbirth on a patient younger than 9 or older than 64.',
      say: ({ detail }) => `${shown(detail)} is for patients from 9 to 64 years; this one is not.`,
      resolutions: () => [{ kind: 'documentation' }, { kind: 'correct-claim' }],
    },
    'adult-diagnosis': {
      outcome: 'review',
      means: 'A diagnosis of adults on a patient younger than 15.',
      say: ({ detail }) => `${shown(detail)} is for patients from 15 years on; this one is younger.`,
      resolutions: () => [{ kind: 'documentation' }, { kind: 'correct-claim' }],
    },
    'preventive-age': {
      outcome: 'review',
      means: 'A preventive visit of another age.',
      say: ({ code, detail }) => `${code} is a preventive visit for another age than ${detail} years.`,
      resolutions: ({ code, detail }) => [{ kind: 'code', codes: [`${code.slice(0, 4)}${bandOf(detail) + 1}`] }],
    },
    'no-birth-date': {
      outcome: 'info',
      means: 'No birth date, and a diagnosis or visit that is for certain ages.',
      say: () => 'The claim has no birth date: diagnoses and visits for certain ages were not checked.',
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
    if (day === NOT_A_DAY) return;
    const age = clinical.birthDay === NOT_A_DAY ? Number.NaN : ageOn(clinical.birthDay, day);
    if (age < 0) report.add('born-after', -1);
    else if (age > OLDEST) report.add('too-old', -1, -1, -1, age);
    else checkClaim(claim, age, report);
  },
});

const shown = (diagnosis: PackedDiagnosis): string => withDot(unpackDiagnosis(diagnosis));

function checkClaim(claim: CodedClaim, age: number, report: Report<Reason>): void {
  const { clinical } = claim;
  let isAsked = false;
  for (let i = 0; i < clinical.diagnosisCount; i++) isAsked = checkDiagnosis(claim, i, age, report) || isAsked;
  for (let line = 0; line < claim.ownLines; line++) isAsked = checkVisit(claim, line, report) || isAsked;
  if (isAsked && Number.isNaN(age)) report.add('no-birth-date', -1);
}

/** Returns whether the diagnosis is for certain ages. */
function checkDiagnosis({ clinical }: CodedClaim, at: number, age: number, report: Report<Reason>): boolean {
  const diagnosis = clinical.diagnosis[at];
  const ageClass = clinical.isIcd9[at] === 1 || diagnosis < 0 ? null : ageClassOf(diagnosis);
  if (ageClass === null) return false;
  if (age < ageClass.from || age > ageClass.to) report.add(reasonOf(ageClass), -1, -1, -1, diagnosis);
  if (ageClass === MATERNITY && clinical.sex === MALE) report.add('maternity-sex', -1, -1, -1, diagnosis);
  return true;
}

function reasonOf(ageClass: ReturnType<typeof ageClassOf>): Reason {
  if (ageClass === NEWBORN) return 'newborn-diagnosis';
  if (ageClass === MATERNITY) return 'maternity-diagnosis';
  return ageClass === ADULT ? 'adult-diagnosis' : 'pediatric-diagnosis';
}

/** Returns whether the line is a preventive visit, which is for certain ages. */
function checkVisit({ code, from, clinical }: CodedClaim, line: number, report: Report<Reason>): boolean {
  if (code[line] < FIRST_NEW || code[line] > FIRST_OLD + 6) return false;
  const band = code[line] - (code[line] < FIRST_OLD ? FIRST_NEW : FIRST_OLD);
  if (band > 6 || from[line] === NOT_A_DAY) return false;
  const age = clinical.birthDay === NOT_A_DAY ? Number.NaN : ageOn(clinical.birthDay, from[line]);
  if (age < BANDS[band] || age >= BANDS[band + 1]) report.add('preventive-age', line, -1, -1, age);
  return true;
}

const bandOf = (age: number): number =>
  Math.max(
    0,
    BANDS.findLastIndex((from) => age >= from),
  );

import { ROLE_PRINCIPAL } from '../../claims/clinical-facts.ts';
import type { CodedClaim } from '../../claims/coded-claim.ts';
import { isoDay, NOT_A_DAY } from '../../codes/day.ts';
import { packModifierText } from '../../codes/packed.ts';
import { packDiagnosisText } from '../../codes/packed-diagnosis.ts';
import { defineEdit, type Report } from '../define-edit.ts';
import { IOCE_SOURCE, ioceMessage, isForIoce } from './ioce.ts';

type Reason =
  | 'submitted-for-denial'
  | 'submitted-for-review'
  | 'date-outside-statement'
  | 'invalid-age'
  | 'invalid-sex'
  | 'not-mental-health'
  | 'partial-hospitalization-bill-type'
  | 'interim-span'
  | 'more-than-a-week';

const [CONDITION_20, CONDITION_21, CONDITION_41] = ['20', '21', '41'].map(packModifierText);
/** Partial hospitalization is billed by hospitals, community mental health centers and critical access hospitals. */
const PARTIAL_HOSPITALIZATION_BILLS: readonly number[] = [12, 13, 76, 85];
/** Mental and behavioural disorders, F01 to F99. */
const [F00, G00] = ['F00', 'G00'].map(packDiagnosisText);
const OLDEST = 124;
const DAYS_A_YEAR = 365.25;
/** First and following claims of a series: interim bills. */
const INTERIM = [50, 51];
const WEEK = 7;
const MORE_THAN_DAYS = 4;

/**
 * What the Integrated Outpatient Code Editor says of a claim as a whole: condition codes that ask for a denial or a
 * review, dates outside of the statement, a patient of an impossible age or of no sex, and how partial hospitalization
 * (condition code 41) is billed.
 */
export const ioceClaim = defineEdit<Reason>({
  id: 'ioce-claim',
  title: 'Outpatient editor: the claim',
  since: '0.2.0',
  sources: [
    IOCE_SOURCE,
    { document: 'Medicare Claims Processing Manual', section: 'chapter 4, section 260 (partial hospitalization)' },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 1, section 60 (condition codes 20 and 21)' },
  ],
  needs: [],
  stage: 'the rest',
  messages: {
    'submitted-for-denial': ioceMessage(
      10,
      'claim denial',
      'condition code 21, the claim asks for a denial.',
      () => 'Condition code 21 submits the claim for a denial: nothing of it is paid.',
    ),
    'submitted-for-review': ioceMessage(
      11,
      'claim suspended',
      'condition code 20, the beneficiary asks for a decision.',
      () => 'Condition code 20 submits the claim for a decision of the contractor.',
    ),
    'date-outside-statement': {
      ...ioceMessage(
        23,
        'claim returned',
        'a line is dated outside of the statement’s days.',
        ({ day }) => `${isoDay(day)} is outside of the days that the statement covers.`,
      ),
      needsDay: true,
      stage: 'syntax',
    },
    'invalid-age': ioceMessage(
      25,
      'claim returned',
      'the patient is not born yet, or older than 124.',
      () => 'By the birth date the patient is not born yet on the first day of the statement, or older than 124 years.',
    ),
    'invalid-sex': ioceMessage(
      26,
      'claim returned',
      'the sex is none of female, male and unknown.',
      () => 'The patient’s sex is none of F, M and U.',
    ),
    'not-mental-health': ioceMessage(
      29,
      'claim returned',
      'partial hospitalization for a diagnosis that is not of mental health.',
      () => 'Partial hospitalization (condition code 41) is for a principal diagnosis of mental health.',
      'review',
    ),
    'partial-hospitalization-bill-type': ioceMessage(
      46,
      'claim returned',
      'condition code 41 on another type of bill than 12x, 13x, 76x and 85x.',
      ({ detail }) => `Condition code 41 (partial hospitalization) does not go with type of bill ${detail}x.`,
    ),
    'interim-span': ioceMessage(
      96,
      'claim returned',
      'an interim claim of partial hospitalization spans four days or fewer.',
      ({ detail }) => `An interim claim of partial hospitalization spans ${detail} days: it must span more than four.`,
    ),
    'more-than-a-week': ioceMessage(
      97,
      'claim returned',
      'partial hospitalization is billed for more than a week at once.',
      ({ detail }) => `Partial hospitalization is billed weekly; the statement spans ${detail} days.`,
    ),
  },
  check({ claim }, report) {
    if (!isForIoce(claim)) return;
    const { clinical } = claim;
    if (clinical.hasCondition(CONDITION_21)) report.add('submitted-for-denial', -1);
    if (clinical.hasCondition(CONDITION_20)) report.add('submitted-for-review', -1);
    datesOf(claim, report);
    personOf(claim, report);
    if (clinical.hasCondition(CONDITION_41)) partialHospitalization(claim, report);
  },
});

function datesOf(claim: CodedClaim, report: Report<Reason>): void {
  const { from, statementFrom, statementTo, ownLines } = claim;
  if (statementFrom === NOT_A_DAY || statementTo === NOT_A_DAY) return;
  for (let line = 0; line < ownLines; line++) {
    if (from[line] === NOT_A_DAY || (from[line] >= statementFrom && from[line] <= statementTo)) continue;
    report.add('date-outside-statement', line);
  }
}

function personOf({ clinical, statementFrom, statementTo }: CodedClaim, report: Report<Reason>): void {
  const { birthDay, sex } = clinical;
  const last = statementTo === NOT_A_DAY ? statementFrom : statementTo;
  if (birthDay !== NOT_A_DAY && last !== NOT_A_DAY) {
    const isBorn = birthDay <= last;
    const isTooOld = statementFrom - birthDay >= (OLDEST + 1) * DAYS_A_YEAR;
    if (!isBorn || isTooOld) report.add('invalid-age', -1);
  }
  // F, M, U
  if (sex !== 0 && sex !== 70 && sex !== 77 && sex !== 85) report.add('invalid-sex', -1);
}

function partialHospitalization(claim: CodedClaim, report: Report<Reason>): void {
  const { clinical, facility, frequency, statementFrom, statementTo } = claim;
  if (facility >= 0 && !PARTIAL_HOSPITALIZATION_BILLS.includes(facility)) {
    report.add('partial-hospitalization-bill-type', -1, -1, -1, facility);
  }
  for (let i = 0; i < clinical.diagnosisCount; i++) {
    const diagnosis = clinical.diagnosis[i];
    if (clinical.diagnosisRole[i] !== ROLE_PRINCIPAL || clinical.isIcd9[i] === 1) continue;
    if (diagnosis < F00 || diagnosis >= G00) report.add('not-mental-health', -1);
  }
  if (statementFrom === NOT_A_DAY || statementTo === NOT_A_DAY) return;
  const days = statementTo - statementFrom + 1;
  if (INTERIM.includes(frequency) && days <= MORE_THAN_DAYS) report.add('interim-span', -1, -1, -1, days);
  if (days > WEEK) report.add('more-than-a-week', -1, -1, -1, days);
}

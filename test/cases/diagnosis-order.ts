import type { EditCase } from './case.ts';
import { circumstances } from './rows.ts';

const VISIT = ['99213'];
const STAY = { typeOfBill: '131' } as const;

export const cases: readonly EditCase[] = [
  ...circumstances('A manifestation never comes first.', VISIT, [
    ['first', { diagnoses: 'H42' }, ['- return manifestation-first']],
    ['after its cause', { diagnoses: 'E119 H42' }, []],
    ['first, its cause after it', { diagnoses: 'H42 E119' }, ['- return manifestation-first']],
    ['first on a day that is not known', { diagnoses: 'H42', on: '2023-09-30' }, []],
    ['first on the first day known', { diagnoses: 'H42', on: '2023-10-01' }, ['- return manifestation-first']],
    ['first without a table', { diagnoses: 'H42', tables: 'none' }, []],
    ['principal of a facility’s claim', { ...STAY, diagnoses: 'H42' }, ['- return manifestation-first']],
    ['the reason for the visit', { ...STAY, diagnoses: 'I10 APR:H42' }, []],
  ]),
  ...circumstances('An external cause, V00 to Y99, never comes first.', VISIT, [
    ['the last code before them', { diagnoses: 'T889XXA' }, []],
    ['the first of them', { diagnoses: 'V0001XA' }, ['- return external-cause-first']],
    ['the last of them', { diagnoses: 'Y999' }, ['- return external-cause-first']],
    ['the first code after them', { diagnoses: 'Z0000' }, []],
    ['second', { diagnoses: 'I10 W010XXA' }, []],
    ['as ICD-9', { diagnoses: 'BK:V700', on: '2015-09-30' }, []],
  ]),
  ...circumstances('A facility’s claim has one principal diagnosis.', VISIT, [
    ['one', { ...STAY, diagnoses: 'I10' }, []],
    ['none', { ...STAY, diagnoses: 'ABF:I10' }, ['- return principal-missing']],
    ['none at all', { ...STAY, diagnoses: '' }, ['- return principal-missing']],
    ['two', { ...STAY, diagnoses: 'I10 ABK:E119' }, ['- return several-principal']],
    ['two of a practitioner', { diagnoses: 'I10 ABK:E119' }, ['- return several-principal']],
    ['none of a practitioner', { diagnoses: 'ABF:I10' }, []],
  ]),
  ...circumstances('A diagnosis stands once.', VISIT, [
    ['once', { diagnoses: 'I10 E119' }, []],
    ['twice', { diagnoses: 'I10 I10' }, ['- info repeated']],
    ['twice, once with its dot', { diagnoses: 'E119 E11.9' }, ['- info repeated']],
    ['three times', { diagnoses: 'I10 I10 I10' }, ['- info repeated', '- info repeated']],
    ['as the reason for the visit too', { ...STAY, diagnoses: 'I10 APR:I10 ABJ:I10' }, []],
  ]),
];

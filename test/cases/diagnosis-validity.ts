import type { EditCase } from './case.ts';
import { circumstances } from './rows.ts';

const VISIT = ['99213'];

export const cases: readonly EditCase[] = [
  ...circumstances('A code of ICD-10-CM in force on the date of service.', VISIT, [
    ['a billable code', { diagnoses: 'I10' }, []],
    ['with its dot', { diagnoses: 'E11.9' }, []],
    ['in small letters', { diagnoses: 'e119' }, []],
    ['a code that there is not', { diagnoses: 'I99999' }, ['- return unknown']],
    ['the second of two', { diagnoses: 'I10 I99999' }, ['- return unknown']],
    ['two codes that there are not', { diagnoses: 'I99998 I99999' }, ['- return unknown', '- return unknown']],
    ['a code with a character more', { diagnoses: 'I100' }, ['- return unknown']],
    ['no diagnosis', { diagnoses: '' }, []],
  ]),
  ...circumstances('A category that is divided further does not stand on a claim.', VISIT, [
    ['a category of three characters', { diagnoses: 'R05' }, ['- return not-billable']],
    ['its billable code', { diagnoses: 'R059' }, []],
    ['a category among others', { diagnoses: 'I10 E08' }, ['- return not-billable']],
  ]),
  ...circumstances('In force on the first date of service: a year begins on October 1.', VISIT, [
    ['a new code on the day before its year', { diagnoses: 'E66811', on: '2024-09-30' }, ['- return unknown']],
    ['a new code on the first day of its year', { diagnoses: 'E66811', on: '2024-10-01' }, []],
  ]),
  {
    name: 'the first of several days decides',
    rule: 'In force on the first date of service.',
    diagnoses: 'E66811',
    claim: ['99213 2024-10-01', '99214 2024-09-30'],
    expect: ['- return unknown'],
  },
  ...circumstances('What is no code is told by its place.', VISIT, [
    ['a sign within', { diagnoses: 'I1_0' }, ['- return malformed']],
    ['too long', { diagnoses: 'S72001AXX' }, ['- return malformed']],
  ]),
  ...circumstances('ICD-9-CM ended with 2015-09-30, ICD-10-CM began with 2015-10-01.', VISIT, [
    ['ICD-9 on the last day', { diagnoses: 'BK:4019', on: '2015-09-30' }, []],
    ['ICD-9 on the day after', { diagnoses: 'BK:4019', on: '2015-10-01' }, ['- return old-code-set']],
    ['ICD-10 on the day before', { diagnoses: 'I10', on: '2015-09-30' }, ['- return code-set-too-early']],
    ['ICD-10 on the first day', { diagnoses: 'I10', on: '2015-10-01' }, ['- info no-data']],
  ]),
  ...circumstances('A day that no release loaded speaks for is said once.', VISIT, [
    ['the first day known', { diagnoses: 'I99999', on: '2023-10-01' }, ['- return unknown']],
    ['the day before', { diagnoses: 'I99999 I99998', on: '2023-09-30' }, ['- info no-data']],
    ['the last day known', { diagnoses: 'I99999', on: '2025-09-30' }, ['- return unknown']],
    ['the day after', { diagnoses: 'I99999', on: '2025-10-01' }, ['- info no-data']],
    ['no table', { diagnoses: 'I10', tables: 'none' }, ['- info no-data']],
    ['no date', { diagnoses: 'I99999', claim: ['99213 ?'] }, []],
  ]),
  {
    name: 'a facility’s claim',
    rule: 'Every diagnosis of the claim, whatever it says.',
    typeOfBill: '131',
    diagnoses: 'I10 APR:I99999',
    claim: ['99213 r0510'],
    expect: ['- return unknown'],
  },
];

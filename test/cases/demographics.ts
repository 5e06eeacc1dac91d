import type { EditCase } from './case.ts';
import { circumstances } from './rows.ts';

const VISIT = ['99213'];

export const cases: readonly EditCase[] = [
  ...circumstances('Born by the date of service, and not older than 124.', VISIT, [
    ['on the day', { patient: '2024-10-15 F' }, []],
    ['the day after', { patient: '2024-10-16 F' }, ['- return born-after']],
    ['124 years', { patient: '1899-10-16 F' }, []],
    ['125 years', { patient: '1899-10-15 F' }, ['- return too-old']],
    ['not given', { patient: 'F' }, []],
  ]),
  ...circumstances('Newborn diagnoses are for age 0.', VISIT, [
    ['the day before the first birthday', { patient: '2023-10-16 F', diagnoses: 'Z3800' }, []],
    ['the first birthday', { patient: '2023-10-15 F', diagnoses: 'Z3800' }, ['- review newborn-diagnosis']],
    ['the code before', { patient: '2000-01-01 F', diagnoses: 'Z379' }, []],
    ['the code after', { patient: '2000-01-01 F', diagnoses: 'Z390' }, []],
    ['perinatal, which may be reported for life', { patient: '2000-01-01 F', diagnoses: 'P070' }, []],
  ]),
  ...circumstances('Maternity diagnoses are for ages 9 to 64.', VISIT, [
    [
      'the day before the ninth birthday',
      { patient: '2015-10-16 F', diagnoses: 'O80' },
      ['- review maternity-diagnosis'],
    ],
    ['the ninth birthday', { patient: '2015-10-15 F', diagnoses: 'O80' }, []],
    ['the day before the sixty-fifth birthday', { patient: '1959-10-16 F', diagnoses: 'O80' }, []],
    ['the sixty-fifth birthday', { patient: '1959-10-15 F', diagnoses: 'O80' }, ['- review maternity-diagnosis']],
    ['weeks of gestation', { patient: '1950-01-01 F', diagnoses: 'Z3A40' }, ['- review maternity-diagnosis']],
    ['supervision of a pregnancy', { patient: '1950-01-01 F', diagnoses: 'Z3400' }, ['- review maternity-diagnosis']],
    ['contraception', { patient: '1950-01-01 F', diagnoses: 'Z309' }, []],
    ['the code after O', { patient: '1950-01-01 F', diagnoses: 'P000' }, []],
    ['age not known', { patient: 'F', diagnoses: 'O80' }, []],
  ]),
  ...circumstances('Sex conflicts are worth a note alone.', VISIT, [
    ['male', { patient: '1990-01-01 M', diagnoses: 'O80' }, ['- info maternity-sex']],
    ['unknown', { patient: '1990-01-01 U', diagnoses: 'O80' }, []],
    ['male, age not known', { patient: 'M', diagnoses: 'O80' }, ['- info maternity-sex']],
    [
      'male and too old',
      { patient: '1950-01-01 M', diagnoses: 'O80' },
      ['- review maternity-diagnosis', '- info maternity-sex'],
    ],
  ]),
  ...circumstances('Nothing is asked where it cannot be answered.', VISIT, [
    ['no date', { patient: '2030-01-01 F', claim: ['99213 ?'] }, []],
    ['ICD-9', { patient: '1950-01-01 F', diagnoses: 'BK:650', on: '2015-01-01' }, []],
  ]),
];

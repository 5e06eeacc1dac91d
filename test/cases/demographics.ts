import type { EditCase } from './case.ts';
import { circumstances } from './rows.ts';

const VISIT = ['99213'];

export const cases: readonly EditCase[] = [
  ...circumstances('Born by the date of service, and not older than 124.', VISIT, [
    ['on the day', { patient: '2024-10-15 F', diagnoses: 'I10' }, []],
    ['the day after', { patient: '2024-10-16 F' }, ['- return born-after']],
    ['124 years', { patient: '1899-10-16 F' }, []],
    ['125 years', { patient: '1899-10-15 F' }, ['- return too-old']],
    ['not given', { patient: 'F', diagnoses: 'I10' }, []],
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
    ['age not known', { patient: 'F', diagnoses: 'O80' }, ['- info no-birth-date']],
  ]),
  ...circumstances('Pediatric diagnoses are for ages 0 to 17.', VISIT, [
    ['the day before the eighteenth birthday', { patient: '2006-10-16 F', diagnoses: 'Z00129' }, []],
    ['the eighteenth birthday', { patient: '2006-10-15 F', diagnoses: 'Z00129' }, ['- review pediatric-diagnosis']],
    ['the code before, of adults', { patient: '2006-10-15 F', diagnoses: 'Z0001' }, []],
  ]),
  ...circumstances('Adult diagnoses are for ages 15 and up.', VISIT, [
    [
      'the day before the fifteenth birthday',
      { patient: '2009-10-16 F', diagnoses: 'H2511' },
      ['- review adult-diagnosis'],
    ],
    ['the fifteenth birthday', { patient: '2009-10-15 F', diagnoses: 'H2511' }, []],
    ['the category after', { patient: '2020-01-01 F', diagnoses: 'H2610' }, []],
    ['atherosclerosis of the aorta', { patient: '2020-01-01 F', diagnoses: 'I700' }, ['- review adult-diagnosis']],
  ]),
  ...circumstances(
    'Preventive visits are for an age.',
    ['99395'],
    [
      [
        'the day before the eighteenth birthday',
        { patient: '2006-10-16 F', diagnoses: 'I10' },
        ['1 review preventive-age'],
      ],
      ['the eighteenth birthday', { patient: '2006-10-15 F', diagnoses: 'I10' }, []],
      ['the day before the fortieth birthday', { patient: '1984-10-16 F', diagnoses: 'I10' }, []],
      ['the fortieth birthday', { patient: '1984-10-15 F', diagnoses: 'I10' }, ['1 review preventive-age']],
      ['of infants', { claim: ['99381', '99391'], patient: '2023-10-16 F', diagnoses: 'I10' }, []],
      [
        'of infants, a year old',
        { claim: ['99391'], patient: '2023-10-15 F', diagnoses: 'I10' },
        ['1 review preventive-age'],
      ],
      ['from 65 on', { claim: ['99397', '99387'], patient: '1899-10-16 F', diagnoses: 'I10' }, []],
      ['codes between', { claim: ['99388', '99398'], patient: '1990-01-01 F', diagnoses: 'I10' }, []],
      ['age not known', { patient: 'F', diagnoses: 'I10' }, ['- info no-birth-date']],
    ],
  ),
  ...circumstances('Sex conflicts are worth a note alone.', VISIT, [
    ['male', { patient: '1990-01-01 M', diagnoses: 'O80' }, ['- info maternity-sex']],
    ['unknown', { patient: '1990-01-01 U', diagnoses: 'O80' }, []],
    ['male, age not known', { patient: 'M', diagnoses: 'O80' }, ['- info maternity-sex', '- info no-birth-date']],
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

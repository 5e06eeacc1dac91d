import type { EditCase } from './case.ts';

const BESIDE = 'Beside a visit of the highest level of its family on the day.';
const CPT = { visits: { prolonged: 'cpt' } } as const;

export const cases: readonly EditCase[] = [
  { name: 'none', rule: 'Only prolonged services are asked.', claim: ['99215', '99497'], expect: [] },
  {
    name: 'G2212 beside 99215',
    rule: BESIDE,
    claim: ['99215', 'G2212'],
    expect: ['2 info minutes-needed with 1'],
  },
  {
    name: 'G2212 beside 99205, three units',
    rule: 'Each further full 15 minutes.',
    claim: ['99205', 'G2212 x3'],
    expect: ['2 info minutes-needed with 1'],
  },
  {
    name: 'G2212 alone',
    rule: BESIDE,
    claim: ['G2212'],
    expect: ['1 deny base-missing'],
  },
  {
    name: 'G2212 beside a procedure',
    rule: BESIDE,
    claim: ['20610', 'G2212'],
    expect: ['2 deny base-missing'],
  },
  {
    name: 'G2212 beside 99214',
    rule: BESIDE,
    claim: ['99214', 'G2212'],
    expect: ['2 deny lower-level with 1'],
  },
  {
    name: 'G2212 beside 99204',
    rule: BESIDE,
    claim: ['99204', 'G2212'],
    expect: ['2 deny lower-level with 1'],
  },
  {
    name: 'G2212 beside a visit of another day',
    rule: BESIDE,
    claim: ['99215 2024-10-14', 'G2212'],
    expect: ['2 deny base-missing'],
  },
  {
    name: 'G2212 beside a visit of another provider',
    rule: 'By the same provider.',
    claim: ['99215 @1245319599', 'G2212 @1558444216'],
    expect: ['2 deny base-missing'],
  },
  {
    name: 'G2212 beside a visit on an earlier claim',
    rule: 'Across claims.',
    claim: ['G2212'],
    history: { EARLIER: ['99215'] },
    expect: ['1 info minutes-needed with 1@EARLIER'],
  },
  {
    name: 'G2212 beside cognitive care planning',
    rule: BESIDE,
    claim: ['99483', 'G2212'],
    expect: ['2 info minutes-needed with 1'],
  },
  // Whose code
  {
    name: '99417 to Medicare',
    rule: 'Medicare takes CMS’s codes.',
    claim: ['99215', '99417'],
    expect: ['2 deny other-payers-code', '2 info minutes-needed with 1'],
  },
  {
    name: '99417 to another payer',
    rule: 'Other payers take CPT’s.',
    claim: ['99215', '99417'],
    policy: CPT,
    expect: ['2 info minutes-needed with 1'],
  },
  {
    name: 'G2212 to another payer',
    rule: 'Other payers take CPT’s.',
    claim: ['99215', 'G2212'],
    policy: CPT,
    expect: ['2 deny other-payers-code', '2 info minutes-needed with 1'],
  },
  {
    name: 'G2212 and 99417 to a payer of either',
    rule: 'Some payers take either.',
    claim: ['99215', 'G2212', '99417 2024-10-16', '99215 2024-10-16'],
    policy: { visits: { prolonged: 'either' } },
    expect: ['2 info minutes-needed with 1', '3 info minutes-needed with 4'],
  },
  {
    name: '99418 to Medicare',
    rule: 'Medicare takes CMS’s codes.',
    claim: ['99223', '99418'],
    expect: ['2 deny other-payers-code', '2 info minutes-needed with 1'],
  },
  {
    name: '99417 to Medicare, alone',
    rule: 'Each reason by itself.',
    claim: ['99417'],
    expect: ['1 deny other-payers-code', '1 deny base-missing'],
  },
  {
    name: 'both',
    rule: 'Never both.',
    claim: ['99215', '99417', 'G2212'],
    expect: [
      '2 deny other-payers-code',
      '2 info minutes-needed with 1',
      '2 deny not-together with 3',
      '3 info minutes-needed with 1',
    ],
  },
  // Ruled out
  {
    name: 'G2212 with prolonged services without the patient',
    rule: 'Not with 99358, 99359, 99415, 99416.',
    claim: ['99215', 'G2212', '99358'],
    expect: ['2 info minutes-needed with 1', '2 deny not-together with 3'],
  },
  {
    name: 'the same on another day',
    rule: 'On the same day.',
    claim: ['99215', 'G2212', '99358 2024-10-16'],
    expect: ['2 info minutes-needed with 1'],
  },
  // Hospital, nursing facility, home
  {
    name: 'hospital',
    rule: BESIDE,
    claim: ['99233', 'G0316'],
    expect: ['2 info minutes-needed with 1'],
  },
  { name: 'hospital, second level', rule: BESIDE, claim: ['99232', 'G0316'], expect: ['2 deny lower-level with 1'] },
  { name: 'nursing facility', rule: BESIDE, claim: ['99310', 'G0317'], expect: ['2 info minutes-needed with 1'] },
  { name: 'home', rule: BESIDE, claim: ['99350', 'G0318'], expect: ['2 info minutes-needed with 1'] },
  { name: 'home, CMS’s code for offices', rule: BESIDE, claim: ['99350', 'G2212'], expect: ['2 deny base-missing'] },
  // Clinical staff
  { name: 'clinical staff time', rule: BESIDE, claim: ['99213', '99415', '99416'], expect: [] },
  {
    name: 'further clinical staff time alone',
    rule: BESIDE,
    claim: ['99213', '99416'],
    expect: ['2 deny base-missing'],
  },
  // Units
  {
    name: 'as many units as a day has',
    rule: '89 minutes and 90 times 15 are 1439.',
    claim: ['99205', 'G2212 x91'],
    expect: ['2 info minutes-needed with 1'],
  },
  {
    name: 'one unit more than a day has',
    rule: 'A day has 1440 minutes.',
    claim: ['99205', 'G2212 x92'],
    expect: ['2 deny more-than-time with 1'],
  },
  { name: 'no units', rule: 'Left to the units’ own edit.', claim: ['99205', 'G2212 x?'], expect: [] },
  { name: 'at a hospital', rule: 'The physicians’ rule.', claim: ['G2212'], setting: 'outpatient', expect: [] },
];

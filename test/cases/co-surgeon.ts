import type { EditCase } from './case.ts';

const ZERO = 'Indicator 0: not permitted.';
const ONE = 'Indicator 1: with documentation of the need.';
const TWO = 'Indicator 2: permitted where the specialties differ.';
const NINE = 'Indicator 9: the concept does not apply.';

export const cases: readonly EditCase[] = [
  {
    name: '62 on indicator 0',
    rule: ZERO,
    claim: ['20610:62'],
    expect: ['1 deny not-permitted'],
    lines: ['deny co-surgeon'],
  },
  { name: '62 on cataract surgery', rule: ZERO, claim: ['66984:62'], expect: ['1 deny not-permitted'] },
  { name: '62 on a visit', rule: ZERO, claim: ['99213:62'], expect: ['1 deny not-permitted'] },
  { name: '62 behind RT on indicator 0', rule: ZERO, claim: ['66984:RT:62'], expect: ['1 deny not-permitted'] },
  { name: 'no 62 on indicator 0', rule: ZERO, claim: ['66984'], expect: [] },
  {
    name: '62 on indicator 1',
    rule: ONE,
    claim: ['27447:62'],
    expect: ['1 review documentation'],
    lines: ['review co-surgeon'],
  },
  { name: '62 on unlisted surgery', rule: ONE, claim: ['41899:62'], expect: ['1 review documentation'] },
  { name: '62 on indicator 2', rule: TWO, claim: ['22633:62'], expect: [] },
  { name: '62 on indicator 2 of the heart', rule: TWO, claim: ['33361:62'], expect: [] },
  { name: '62 on indicator 9', rule: NINE, claim: ['99397:62'], expect: ['1 deny not-applicable'] },
  { name: '62 on a laboratory test', rule: NINE, claim: ['80053:62'], expect: ['1 deny not-applicable'] },
  {
    name: 'two specialties on one claim',
    rule: TWO,
    claim: ['22633:62 @1245319599/207X00000X', '22633:62 @1558444216/207T00000X'],
    expect: [],
  },
  {
    name: 'one specialty on one claim',
    rule: TWO,
    claim: ['22633:62 @1245319599/207X00000X', '22633:62 @1558444216/207X00000X'],
    expect: ['1 review same-specialty with 2', '2 review same-specialty with 1'],
  },
  {
    name: 'one specialty, the other on an earlier claim',
    rule: TWO,
    history: { EARLIER: ['22633:62 @1245319599/207X00000X'] },
    claim: ['22633:62 @1558444216/207X00000X'],
    expect: ['1 review same-specialty with 1@EARLIER'],
  },
  {
    name: 'one specialty, the other a day before',
    rule: TWO,
    history: { EARLIER: ['22633:62 @1245319599/207X00000X 2024-10-14'] },
    claim: ['22633:62 @1558444216/207X00000X'],
    expect: [],
  },
  {
    name: 'one specialty, another patient’s',
    rule: TWO,
    history: { 'EARLIER/M2': ['22633:62 @1245319599/207X00000X'] },
    claim: ['22633:62 @1558444216/207X00000X'],
    expect: [],
  },
  {
    name: 'one surgeon on two lines',
    rule: TWO,
    claim: ['22633:62 @1245319599/207X00000X', '22633:62 @1245319599/207X00000X'],
    expect: [],
  },
  {
    name: 'the other without 62',
    rule: TWO,
    claim: ['22633:62 @1245319599/207X00000X', '22633 @1558444216/207X00000X'],
    expect: [],
  },
  {
    name: 'the other with another code',
    rule: TWO,
    claim: ['22633:62 @1245319599/207X00000X', '63030:62 @1558444216/207X00000X'],
    expect: [],
  },
  { name: 'no taxonomies', rule: TWO, claim: ['22633:62 @1245319599', '22633:62 @1558444216'], expect: [] },
  {
    name: 'documentation and one specialty',
    rule: 'Each rule is said by itself.',
    claim: ['27447:62 @1245319599/207X00000X', '27447:62 @1558444216/207X00000X'],
    expect: [
      '1 review documentation',
      '1 review same-specialty with 2',
      '2 review documentation',
      '2 review same-specialty with 1',
    ],
  },
  { name: 'a code that is not listed', rule: 'No row, no policy.', claim: ['Q9999:62'], expect: [] },
  {
    name: 'a hospital',
    rule: 'The fee schedule is for practitioners’ claims.',
    claim: ['20610:62'],
    setting: 'outpatient',
    expect: [],
  },
  {
    name: 'no fee schedule of the day',
    rule: 'No release of the day: said once.',
    claim: ['20610:62 2025-01-01'],
    expect: ['- info no-data'],
  },
  {
    name: 'no fee schedule',
    rule: 'An absent table is said.',
    tables: 'none',
    claim: ['20610:62'],
    expect: ['- info no-data'],
  },
];

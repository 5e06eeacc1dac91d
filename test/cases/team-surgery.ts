import type { EditCase } from './case.ts';

const ZERO = 'Indicator 0: not permitted.';
const ONE = 'Indicator 1: with documentation of the need, by report.';
const TWO = 'Indicator 2: permitted, by report.';
const NINE = 'Indicator 9: the concept does not apply.';
const PROFESSIONAL = 'The fee schedule is for practitioners’ claims.';
const DAY = 'The release of the day speaks.';

export const cases: readonly EditCase[] = [
  {
    name: '66 on indicator 0',
    rule: ZERO,
    claim: ['27447:66'],
    expect: ['1 deny not-permitted'],
    lines: ['deny team-surgery'],
  },
  { name: '66 on a visit', rule: ZERO, claim: ['99213:66'], expect: ['1 deny not-permitted'] },
  { name: '66 behind another modifier', rule: ZERO, claim: ['27447:RT:66'], expect: ['1 deny not-permitted'] },
  { name: '66 on an image', rule: ZERO, claim: ['71046:66'], expect: ['1 deny not-permitted'] },
  { name: 'no 66 on indicator 0', rule: ZERO, claim: ['27447'], expect: [] },
  { name: '62 is no 66', rule: ZERO, claim: ['27447:62'], expect: [] },
  {
    name: '66 on two lines',
    rule: ZERO,
    claim: ['27447:66', '20610:66'],
    expect: ['1 deny not-permitted', '2 deny not-permitted'],
  },
  {
    name: '66 on indicator 1',
    rule: ONE,
    claim: ['33361:66'],
    expect: ['1 review documentation'],
  },
  { name: '66 on unlisted surgery', rule: ONE, claim: ['41899:66'], expect: ['1 review documentation'] },
  { name: 'no 66 on indicator 1', rule: ONE, claim: ['33361'], expect: [] },
  {
    name: '66 on indicator 2',
    rule: TWO,
    claim: ['33945:66'],
    expect: ['1 review by-report'],
  },
  { name: 'no 66 on indicator 2', rule: TWO, claim: ['33945'], expect: [] },
  { name: '66 on indicator 9', rule: NINE, claim: ['99397:66'], expect: ['1 deny not-applicable'] },
  { name: '66 on a laboratory test', rule: NINE, claim: ['80053:66'], expect: ['1 deny not-applicable'] },
  { name: '66 on an ambulance trip', rule: NINE, claim: ['A0425:66'], expect: ['1 deny not-applicable'] },
  { name: 'a code that is not listed', rule: 'No row, no policy.', claim: ['Q9999:66'], expect: [] },
  { name: 'no code at all', rule: 'No row, no policy.', claim: ['X:66'], expect: [] },
  { name: 'no date', rule: 'Without a day no row is looked for.', claim: ['27447:66 ?'], expect: [] },
  { name: 'a hospital', rule: PROFESSIONAL, claim: ['27447:66'], setting: 'outpatient', expect: [] },
  { name: 'a DME supplier', rule: PROFESSIONAL, claim: ['27447:66'], setting: 'dme', expect: [] },
  {
    name: 'an ambulatory surgical centre',
    rule: PROFESSIONAL,
    claim: ['27447:66'],
    billingTaxonomy: '261QA1903X',
    expect: [],
  },
  { name: 'the last day of the release', rule: DAY, claim: ['27447:66 2024-12-31'], expect: ['1 deny not-permitted'] },
  { name: 'the day after', rule: DAY, claim: ['27447:66 2025-01-01'], expect: ['- info no-data'] },
  { name: 'the day before the first', rule: DAY, claim: ['27447:66 2023-12-31'], expect: ['- info no-data'] },
  {
    name: 'one line within, one after',
    rule: DAY,
    claim: ['27447:66', '27447:66 2025-01-01'],
    expect: ['- info no-data', '1 deny not-permitted'],
  },
  {
    name: 'no fee schedule',
    rule: 'An absent table is said.',
    tables: 'none',
    claim: ['27447:66'],
    expect: ['- info no-data'],
  },
  {
    name: 'no fee schedule, no 66',
    rule: 'Nothing calls for the table.',
    tables: 'none',
    claim: ['27447'],
    expect: [],
  },
];

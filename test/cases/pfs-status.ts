import type { EditCase } from './case.ts';

const B = 'Status B: payment is always in other services.';
const P = 'Status P: incident to a service of the day, or excluded.';
const T = 'Status T: paid only where no other service is, same provider and day.';
const PASSED = 'Status E, X and J: other schedules pay, where anything is paid.';
const PROFESSIONAL = 'The fee schedule is for practitioners’ claims.';

export const cases: readonly EditCase[] = [
  { name: 'active', rule: 'Status A: paid.', claim: ['99213', '20610', '71046:26'], expect: [] },
  { name: 'bundled', rule: B, claim: ['99213', '97010'], expect: ['2 deny bundled'] },
  { name: 'bundled and alone', rule: B, claim: ['A4550'], expect: ['1 deny bundled'] },
  { name: 'bundled with 59', rule: B, claim: ['99213', '97010:59'], expect: ['2 deny bundled'] },
  { name: 'bundled at two cents', rule: B, claim: ['99024 $0.02'], expect: ['1 deny bundled'] },
  {
    name: 'bundled at one cent',
    rule: 'Reported for information.',
    claim: ['99024 $0.01'],
    expect: ['1 info reporting-only'],
  },
  {
    name: 'bundled at no charge',
    rule: 'Reported for information.',
    claim: ['99024 $0'],
    expect: ['1 info reporting-only'],
  },
  {
    name: 'a supply beside a visit',
    rule: P,
    claim: ['99213', 'A4351'],
    expect: ['2 deny bundled-with-service with 1'],
  },
  {
    name: 'a supply beside a laboratory test',
    rule: P,
    claim: ['80053', 'A4351'],
    expect: ['2 review other-provision'],
  },
  { name: 'a supply alone', rule: P, claim: ['A4351'], expect: ['1 review other-provision'] },
  {
    name: 'a supply the day after a visit',
    rule: P,
    claim: ['99213', 'A4351 2024-10-16'],
    expect: ['2 review other-provision'],
  },
  {
    name: 'a supply beside a visit to another',
    rule: P,
    claim: ['99213 @1245319599', 'A4351 @1558444216'],
    expect: ['2 review other-provision'],
  },
  {
    name: 'a supply beside a visit on an earlier claim',
    rule: P,
    history: { EARLIER: ['99213'] },
    claim: ['A4351'],
    expect: ['1 deny bundled-with-service with 1@EARLIER'],
  },
  {
    name: 'another code is used',
    rule: 'Status I: not valid for Medicare.',
    claim: ['99242'],
    expect: ['1 return other-code'],
  },
  {
    name: 'another code is used, Level II',
    rule: 'Status I: not valid for Medicare.',
    claim: ['S9083'],
    expect: ['1 return other-code'],
  },
  { name: 'not covered', rule: 'Status N: not covered.', claim: ['99397'], expect: ['1 deny not-covered'] },
  { name: 'paid only alone, alone', rule: T, claim: ['94760'], expect: [] },
  {
    name: 'paid only alone, beside a visit',
    rule: T,
    claim: ['94760', '99213'],
    expect: ['1 deny paid-only-alone with 2'],
  },
  {
    name: 'paid only alone, beside a laboratory test',
    rule: 'The other must be payable by the fee schedule.',
    claim: ['36591', '80053'],
    expect: [],
  },
  {
    name: 'paid only alone, beside a bundled one',
    rule: 'The other must be payable.',
    claim: ['36591', '97010'],
    expect: ['2 deny bundled'],
  },
  { name: 'paid only alone, the day after', rule: T, claim: ['99213', '94760 2024-10-16'], expect: [] },
  { name: 'paid only alone, by another', rule: T, claim: ['99213 @1245319599', '94760 @1558444216'], expect: [] },
  {
    name: 'paid only alone, a visit on an earlier claim',
    rule: T,
    history: { EARLIER: ['99213'] },
    claim: ['94760'],
    expect: ['1 deny paid-only-alone with 1@EARLIER'],
  },
  {
    name: 'two that are paid only alone',
    rule: T,
    claim: ['94760', '36591'],
    expect: ['1 review several-paid-only-alone with 2', '2 review several-paid-only-alone with 1'],
  },
  { name: 'priced by the contractor', rule: 'Status C.', claim: ['41899'], expect: ['1 info contractor-priced'] },
  { name: 'restricted', rule: 'Status R.', claim: ['11055'], expect: ['1 info restricted'] },
  {
    name: 'restricted without values',
    rule: 'Status R: without values the contractor prices.',
    claim: ['D0120'],
    expect: ['1 info contractor-priced'],
  },
  { name: 'measurement', rule: 'Status M: reporting alone.', claim: ['G8427'], expect: ['1 info reporting-only'] },
  { name: 'a drug', rule: PASSED, claim: ['J1885'], expect: [] },
  { name: 'a laboratory test', rule: PASSED, claim: ['80053'], expect: [] },
  { name: 'an ambulance trip', rule: PASSED, claim: ['A0425'], expect: [] },
  { name: 'anesthesia', rule: PASSED, claim: ['00142'], expect: [] },
  {
    name: 'the interpretation of a laboratory test',
    rule: 'The row of the code with 26 speaks.',
    claim: ['94760', '83020:26'],
    expect: ['1 deny paid-only-alone with 2'],
  },
  { name: 'a code that is not listed', rule: 'No row, no status.', claim: ['Q9999'], expect: [] },
  { name: 'a hospital', rule: PROFESSIONAL, claim: ['97010'], setting: 'outpatient', expect: [] },
  {
    name: 'an ambulatory surgical centre',
    rule: PROFESSIONAL,
    claim: ['97010'],
    billingTaxonomy: '261QA1903X',
    expect: [],
  },
  {
    name: 'the last day of the release',
    rule: 'The release of the day speaks.',
    claim: ['97010 2024-12-31'],
    expect: ['1 deny bundled'],
  },
  {
    name: 'the day after',
    rule: 'No release of the day: said once.',
    claim: ['97010 2025-01-01', '99213 2025-01-01'],
    expect: ['- info no-data'],
  },
  {
    name: 'no fee schedule',
    rule: 'An absent table is said.',
    tables: 'none',
    claim: ['97010'],
    expect: ['- info no-data'],
  },
];

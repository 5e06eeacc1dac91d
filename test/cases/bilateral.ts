import type { EditCase } from './case.ts';

const ONE = 'Indicator 1: 150 % with modifier 50.';
const THREE = 'Indicator 3: each side in full.';
const NOT = 'Modifier 50 is not reported with indicator 0, 2 or 9.';
const TWO_LINES = 'RT and LT on two lines are both sides too.';
const MORE = 'Both sides, and a side again, are more than two.';

export const cases: readonly EditCase[] = [
  { name: '50 on indicator 1', rule: ONE, claim: ['20610:50'], expect: [] },
  { name: '50 on indicator 3', rule: THREE, claim: ['73721:50'], expect: [] },
  { name: 'one side', rule: ONE, claim: ['20610:RT'], expect: [] },
  {
    name: '50 on indicator 0',
    rule: NOT,
    claim: ['11042:50'],
    expect: ['1 return unilateral'],
    lines: ['return bilateral'],
  },
  { name: '50 on a visit', rule: NOT, claim: ['99213:50'], expect: ['1 return unilateral'] },
  { name: '50 behind another modifier', rule: NOT, claim: ['11042:51:50'], expect: ['1 return unilateral'] },
  { name: '50 on indicator 2', rule: NOT, claim: ['69210:50'], expect: ['1 return bilateral-already'] },
  { name: '50 on an eye test of indicator 2', rule: NOT, claim: ['92250:50'], expect: ['1 return bilateral-already'] },
  { name: '50 on indicator 9', rule: NOT, claim: ['99397:50'], expect: ['1 return not-applicable'] },
  { name: '50 on a laboratory test', rule: NOT, claim: ['80053:50'], expect: ['1 return not-applicable'] },
  {
    name: '50 on an add-on code of indicator 1',
    rule: 'CPT has the second side of an add-on code reported on a line of its own.',
    claim: ['64490:50', '64491:50'],
    expect: ['2 review add-on'],
  },
  {
    name: 'RT and LT of indicator 1',
    rule: TWO_LINES,
    claim: ['20610:RT', '20610:LT'],
    expect: ['2 info sides-on-two-lines with 1'],
  },
  {
    name: 'LT before RT',
    rule: TWO_LINES,
    claim: ['20610:LT', '20610:RT'],
    expect: ['1 info sides-on-two-lines with 2'],
  },
  { name: 'RT twice', rule: TWO_LINES, claim: ['20610:RT', '20610:RT'], expect: [] },
  { name: 'RT and LT of two codes', rule: TWO_LINES, claim: ['20610:RT', '15823:LT'], expect: [] },
  { name: 'RT and LT of two days', rule: TWO_LINES, claim: ['20610:RT', '20610:LT 2024-10-16'], expect: [] },
  {
    name: 'RT and LT by two physicians',
    rule: TWO_LINES,
    claim: ['20610:RT @1245319599', '20610:LT @1558444216'],
    expect: [],
  },
  { name: 'RT and LT of indicator 3', rule: THREE, claim: ['73721:RT', '73721:LT'], expect: [] },
  {
    name: 'RT and LT of indicator 0',
    rule: 'Indicator 0: both sides at what one is paid.',
    claim: ['11042:RT', '11042:LT'],
    expect: ['2 info sides-paid-once with 1'],
  },
  {
    name: 'RT and LT of indicator 2',
    rule: 'Indicator 2: both sides at what one is paid.',
    claim: ['92250:RT', '92250:LT'],
    expect: ['2 info sides-paid-once with 1'],
  },
  {
    name: 'RT and LT of indicator 9',
    rule: 'The concept does not apply.',
    claim: ['80053:RT', '80053:LT'],
    expect: [],
  },
  {
    name: 'RT here, LT on an earlier claim',
    rule: TWO_LINES,
    history: { EARLIER: ['20610:LT'] },
    claim: ['20610:RT'],
    expect: [],
  },
  {
    name: 'LT here, RT on an earlier claim',
    rule: TWO_LINES,
    history: { EARLIER: ['20610:RT'] },
    claim: ['20610:LT'],
    expect: ['1 info sides-on-two-lines with 1@EARLIER'],
  },
  { name: '50 and RT', rule: MORE, claim: ['20610:50', '20610:RT'], expect: ['1 review side-again with 2'] },
  {
    name: '50 twice',
    rule: MORE,
    claim: ['20610:50', '20610:50'],
    expect: ['1 review side-again with 2', '2 review side-again with 1'],
  },
  { name: '50 and the code without a side', rule: MORE, claim: ['20610:50', '20610'], expect: [] },
  {
    name: 'a hospital',
    rule: 'The fee schedule is for practitioners’ claims.',
    claim: ['11042:50'],
    setting: 'outpatient',
    expect: [],
  },
  {
    name: 'an ambulatory surgical centre',
    rule: 'The fee schedule is for practitioners’ claims.',
    claim: ['11042:50'],
    billingTaxonomy: '261QA1903X',
    expect: [],
  },
  { name: 'a code that is not listed', rule: 'No row, no policy.', claim: ['Q9999:50'], expect: [] },
  {
    name: 'no fee schedule of the day',
    rule: 'No release of the day: said once.',
    claim: ['11042:50 2025-01-01'],
    expect: ['- info no-data'],
  },
  {
    name: 'no fee schedule',
    rule: 'An absent table is said.',
    tables: 'none',
    claim: ['20610:50'],
    expect: ['- info no-data'],
  },
];

import type { EditCase } from './case.ts';

const ONE = 'Modifiers 26 and TC go with codes of indicator 1.';
const NOT_DIVIDED = 'Indicators 0, 5 and 9: the code is not divided.';
const ALONE = 'Indicators 2, 3 and 4: a component, or the whole test, by itself.';
const SIX = 'Indicator 6: 26 alone; the test is paid by the laboratory fee schedule.';
const PROFESSIONAL = 'The fee schedule is for practitioners’ claims.';

export const cases: readonly EditCase[] = [
  { name: '26 on indicator 1', rule: ONE, claim: ['71046:26'], expect: [] },
  { name: 'TC on indicator 1', rule: ONE, claim: ['71046:TC'], expect: [] },
  { name: 'indicator 1 whole', rule: ONE, claim: ['71046'], expect: [] },
  { name: '26 behind another modifier', rule: ONE, claim: ['71046:RT:26'], expect: [] },
  { name: '26 on a visit', rule: NOT_DIVIDED, claim: ['99213:26'], expect: ['1 deny no-components'] },
  { name: 'TC on a procedure', rule: NOT_DIVIDED, claim: ['20610:TC'], expect: ['1 deny no-components'] },
  {
    name: '26 behind RT on a procedure',
    rule: NOT_DIVIDED,
    claim: ['20610:RT:26'],
    expect: ['1 deny no-components'],
    lines: ['deny pc-tc'],
  },
  { name: '26 on incident-to', rule: NOT_DIVIDED, claim: ['96372:26'], expect: ['1 deny no-components'] },
  { name: '26 on a laboratory test', rule: NOT_DIVIDED, claim: ['80053:26'], expect: ['1 deny no-components'] },
  { name: '26 on the professional component', rule: ALONE, claim: ['93010:26'], expect: ['1 deny stand-alone'] },
  { name: 'TC on the professional component', rule: ALONE, claim: ['93010:TC'], expect: ['1 deny stand-alone'] },
  { name: 'TC on the technical component', rule: ALONE, claim: ['93005:TC'], expect: ['1 deny stand-alone'] },
  { name: '26 on the whole test', rule: ALONE, claim: ['93000:26'], expect: ['1 deny stand-alone'] },
  { name: 'the whole test', rule: ALONE, claim: ['93000'], expect: [] },
  { name: '26 on indicator 6', rule: SIX, claim: ['83020:26'], expect: [] },
  { name: 'TC on indicator 6', rule: SIX, claim: ['83020:TC'], expect: ['1 deny no-technical-component'] },
  {
    name: 'TC on indicator 8',
    rule: 'Indicator 8: no TC.',
    claim: ['85060:TC'],
    expect: ['1 deny no-technical-component'],
  },
  {
    name: '26 on indicator 8',
    rule: 'Of 26 with indicator 8 the layout says nothing.',
    claim: ['85060:26'],
    expect: ['1 review not-stated'],
  },
  {
    name: '26 on therapy',
    rule: 'Of indicator 7 the layout says nothing on 26 and TC.',
    claim: ['97110:26'],
    expect: ['1 review not-stated'],
  },
  {
    name: '26 on what the contractor prices',
    rule: 'Indicator 9 of a code that the contractor prices.',
    claim: ['A2001:26'],
    expect: ['1 review not-stated'],
  },
  {
    name: 'both modifiers on one line',
    rule: 'Each modifier is looked at.',
    claim: ['99213:TC:26'],
    expect: ['1 deny no-components', '1 deny no-components'],
  },
  { name: 'a code that is not listed', rule: 'No row, no policy.', claim: ['Q9999:26'], expect: [] },
  { name: 'a hospital', rule: PROFESSIONAL, claim: ['99213:26'], setting: 'outpatient', expect: [] },
  {
    name: 'an ambulatory surgical centre',
    rule: PROFESSIONAL,
    claim: ['20610:TC'],
    billingTaxonomy: '261QA1903X',
    expect: [],
  },
  {
    name: 'the last day of the release',
    rule: 'The release of the day speaks.',
    claim: ['99213:26 2024-12-31'],
    expect: ['1 deny no-components'],
  },
  {
    name: 'the day after the last release',
    rule: 'No release of the day: said once.',
    claim: ['99213:26 2025-01-01', '99214:26 2025-01-01'],
    expect: ['- info no-data'],
  },
  {
    name: 'the day before the first release',
    rule: 'No release of the day: said once.',
    claim: ['99213:26 2023-12-31'],
    expect: ['- info no-data'],
  },
  {
    name: 'no fee schedule',
    rule: 'An absent table is said.',
    tables: 'none',
    claim: ['99213:26'],
    expect: ['- info no-data'],
  },
  {
    name: 'no fee schedule, no such modifier',
    rule: 'Nothing calls for the table.',
    tables: 'none',
    claim: ['99213'],
    expect: [],
  },
];

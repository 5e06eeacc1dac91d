import type { EditCase } from './case.ts';

const ZERO = 'Indicator 0: paid where documentation shows the need.';
const STATUTE = 'Indicator 1: not paid, by statute.';
const TWO = 'Indicator 2: paid.';
const NINE = 'Indicator 9: the concept does not apply.';
const AS_FOR = 'AS is for physician assistants, nurse practitioners and clinical nurse specialists.';
const PHYSICIANS = '80, 81 and 82 are for physicians.';

export const cases: readonly EditCase[] = [
  { name: '80 on indicator 2', rule: TWO, claim: ['27447:80'], expect: [] },
  { name: '82 on indicator 2', rule: TWO, claim: ['27447:82'], expect: [] },
  { name: 'AS on indicator 2', rule: TWO, claim: ['27447:AS'], expect: [] },
  { name: 'no assistant', rule: TWO, claim: ['27447'], expect: [] },
  {
    name: '80 on indicator 0',
    rule: ZERO,
    claim: ['33361:80'],
    expect: ['1 review documentation'],
  },
  { name: 'AS on indicator 0', rule: ZERO, claim: ['33361:AS'], expect: ['1 review documentation'] },
  { name: '80 on a visit', rule: ZERO, claim: ['99213:80'], expect: ['1 review documentation'] },
  {
    name: '80 on indicator 1',
    rule: STATUTE,
    claim: ['20610:80'],
    expect: ['1 deny not-paid'],
    lines: ['deny assistant-surgeon'],
  },
  { name: '81 on indicator 1', rule: STATUTE, claim: ['66984:81'], expect: ['1 deny not-paid'] },
  { name: '82 on indicator 1', rule: STATUTE, claim: ['66984:82'], expect: ['1 deny not-paid'] },
  { name: 'AS behind RT on indicator 1', rule: STATUTE, claim: ['66984:RT:AS'], expect: ['1 deny not-paid'] },
  { name: '80 on indicator 9', rule: NINE, claim: ['99397:80'], expect: ['1 deny not-applicable'] },
  { name: 'AS on a laboratory test', rule: NINE, claim: ['80053:AS'], expect: ['1 deny not-applicable'] },
  { name: 'AS by a physician assistant', rule: AS_FOR, claim: ['27447:AS @1245319599/363AS0400X'], expect: [] },
  { name: 'AS by a nurse practitioner', rule: AS_FOR, claim: ['27447:AS @1245319599/363LF0000X'], expect: [] },
  { name: 'AS by a clinical nurse specialist', rule: AS_FOR, claim: ['27447:AS @1245319599/364SP2800X'], expect: [] },
  {
    name: 'AS by an orthopaedist',
    rule: AS_FOR,
    claim: ['27447:AS @1245319599/207X00000X'],
    expect: ['1 review not-by-a-physician'],
  },
  { name: 'AS without a taxonomy', rule: AS_FOR, claim: ['27447:AS @1245319599'], expect: [] },
  {
    name: 'AS with the taxonomy of who bills',
    rule: 'Without a rendering provider the billing provider renders.',
    claim: ['27447:AS'],
    billingTaxonomy: '207X00000X',
    expect: ['1 review not-by-a-physician'],
  },
  {
    name: 'AS by another than who bills',
    rule: 'The taxonomy of the group is not that of who rendered.',
    claim: ['27447:AS @1245319599'],
    billingTaxonomy: '207X00000X',
    expect: [],
  },
  { name: '80 by an orthopaedist', rule: PHYSICIANS, claim: ['27447:80 @1245319599/207X00000X'], expect: [] },
  {
    name: '80 by a physician assistant',
    rule: PHYSICIANS,
    claim: ['27447:80 @1245319599/363A00000X'],
    expect: ['1 review by-a-physician-alone'],
  },
  {
    name: '82 by a nurse practitioner, indicator 1',
    rule: 'Each rule is said by itself.',
    claim: ['66984:82 @1245319599/363L00000X'],
    expect: ['1 deny not-paid', '1 review by-a-physician-alone'],
  },
  {
    name: '80 and AS by a physician assistant',
    rule: AS_FOR,
    claim: ['27447:80:AS @1245319599/363A00000X'],
    expect: [],
  },
  { name: 'a code that is not listed', rule: 'No row, no policy.', claim: ['Q9999:80'], expect: [] },
  {
    name: 'a hospital',
    rule: 'The fee schedule is for practitioners’ claims.',
    claim: ['20610:80'],
    setting: 'outpatient',
    expect: [],
  },
  {
    name: 'no fee schedule of the day',
    rule: 'No release of the day: said once.',
    claim: ['20610:80 2025-01-01', '66984:80 2025-01-01'],
    expect: ['- info no-data'],
  },
  {
    name: 'no fee schedule',
    rule: 'An absent table is said.',
    tables: 'none',
    claim: ['20610:80'],
    expect: ['- info no-data'],
  },
];

import type { EditCase } from './case.ts';

const SURGERY = 'Indicator 2: the highest fee in full, the next four at half, further ones by report.';
const FAMILY = 'Indicator 3: others of the family at their fee less the base’s.';
const IMAGES = 'Indicator 4: technical part at half, professional part at 95 %.';
const THERAPY = 'Indicator 5: half the practice expense of each unit but the dearest.';
const HEART = 'Indicator 6: 75 % of the technical part.';
const EYES = 'Indicator 7: 80 % of the technical part.';
const SAME = 'Same provider, same day.';

export const cases: readonly EditCase[] = [
  { name: 'one operation', rule: SURGERY, claim: ['27447'], place: '21', expect: [] },
  {
    name: 'two operations, the dearer first',
    rule: SURGERY,
    claim: ['27447', '20610'],
    place: '21',
    expect: ['2 info surgery'],
  },
  {
    name: 'two operations, the dearer last',
    rule: SURGERY,
    claim: ['20610', '27447'],
    place: '21',
    expect: ['1 info surgery'],
  },
  { name: 'two that are alike', rule: SURGERY, claim: ['20610:RT', '20610:LT'], expect: ['2 info surgery'] },
  { name: 'two units', rule: SURGERY, claim: ['20610 x2'], expect: ['1 info surgery'] },
  {
    name: 'six operations',
    rule: SURGERY,
    claim: ['27447', '33533', '61546', '22633', '63030', '20610'],
    place: '21',
    expect: ['1 info surgery', '2 info surgery', '4 info surgery', '5 info surgery', '6 info by-report'],
  },
  { name: 'an operation and a visit', rule: 'Indicator 0: no reduction.', claim: ['99213', '20610'], expect: [] },
  { name: 'an add-on code', rule: 'Indicator 0: no reduction.', claim: ['64490', '64491'], expect: [] },
  { name: 'two days', rule: SAME, claim: ['27447', '20610 2024-10-16'], place: '21', expect: [] },
  { name: 'two physicians', rule: SAME, claim: ['27447 @1245319599', '20610 @1558444216'], place: '21', expect: [] },
  {
    name: 'the dearer on an earlier claim',
    rule: SAME,
    history: { EARLIER: ['27447'] },
    claim: ['20610'],
    place: '21',
    expect: ['1 info surgery'],
  },
  { name: 'two endoscopies of a family', rule: FAMILY, claim: ['45385', '45380'], expect: ['2 info endoscopy'] },
  {
    name: 'two endoscopies of a family in a hospital',
    rule: FAMILY,
    claim: ['45385', '45380'],
    place: '22',
    expect: ['2 info endoscopy'],
  },
  {
    name: 'an endoscopy and its base',
    rule: 'Nothing for the base.',
    claim: ['45385', '45378'],
    expect: ['2 info endoscopy-base'],
  },
  { name: 'endoscopies of two families', rule: SURGERY, claim: ['45385', '43239'], expect: ['2 info surgery'] },
  {
    name: 'a family beside an operation',
    rule: 'The family is ranked as one.',
    claim: ['45385', '45380', '27447'],
    place: '22',
    expect: ['1 info surgery', '2 info endoscopy'],
  },
  { name: 'two images', rule: IMAGES, claim: ['71250', '74176'], expect: ['1 info imaging'] },
  { name: 'two technical parts', rule: IMAGES, claim: ['71250:TC', '74176:TC'], expect: ['1 info imaging'] },
  { name: 'two readings', rule: IMAGES, claim: ['71250:26', '74176:26'], place: '22', expect: ['1 info imaging'] },
  { name: 'an image of another session', rule: '59: another session.', claim: ['71250', '74176:59'], expect: [] },
  { name: 'an image of no family', rule: IMAGES, claim: ['71250', '71046'], expect: [] },
  { name: 'one unit of therapy', rule: THERAPY, claim: ['97110'], expect: [] },
  { name: 'two units of therapy', rule: THERAPY, claim: ['97110 x2'], expect: ['1 info therapy'] },
  { name: 'two therapies', rule: THERAPY, claim: ['97110 x2', '97530'], expect: ['1 info therapy'] },
  { name: 'two tests of the heart', rule: HEART, claim: ['93306', '93005'], expect: ['2 info cardiovascular'] },
  {
    name: 'readings of the heart',
    rule: 'The professional part is paid in full.',
    claim: ['93306:26', '93306:26:59'],
    expect: [],
  },
  {
    name: 'a whole test of the heart beside another',
    rule: 'The technical part of a whole test has another code.',
    claim: ['93306', '93000'],
    expect: ['1 info technical-part', '2 info technical-part'],
  },
  { name: 'two tests of the eyes', rule: EYES, claim: ['92133', '92250'], expect: ['1 info ophthalmology'] },
  { name: 'tests of heart and eyes', rule: 'Each group by itself.', claim: ['93306', '92250'], expect: [] },
  {
    name: 'a reduced service',
    rule: 'What is not priced is not ranked.',
    claim: ['27447', '20610:52'],
    place: '21',
    expect: [],
  },
  {
    name: 'a hospital',
    rule: 'The fee schedule is for practitioners’ claims.',
    claim: ['27447', '20610'],
    setting: 'outpatient',
    expect: [],
  },
  {
    name: 'an ambulatory surgical centre',
    rule: 'The fee schedule is for practitioners’ claims.',
    claim: ['27447', '20610'],
    billingTaxonomy: '261QA1903X',
    expect: [],
  },
  {
    name: 'the day after the last release',
    rule: 'No release of the day: said once.',
    claim: ['27447 2025-01-01', '20610 2025-01-01'],
    expect: ['- info no-data'],
  },
  {
    name: 'one line after the last release',
    rule: 'Nothing calls for the table.',
    claim: ['27447 2025-01-01'],
    expect: [],
  },
  {
    name: 'no fee schedule',
    rule: 'An absent table is said.',
    tables: 'none',
    claim: ['20610', '27447'],
    expect: ['- info no-data'],
  },
];

import type { EditCase } from './case.ts';

const MINOR = '000 and 010: visits on the day, but for 25.';
const MAJOR = '090: visits on the day and the day before, but for 57.';
const AFTER_TEN = '010: visits in the ten days after, but for 24.';
const AFTER_NINETY = '090: visits in the ninety days after, but for 24.';
const SECOND = 'Another procedure in the days after needs 58, 78 or 79.';
const NO_PERIOD = 'MMM, XXX, YYY and ZZZ have no days.';
const SAME = 'Same provider, same beneficiary.';
const SPLIT = 'Split care is for codes of 10 and 90 days.';

/** Cases without history add what it would have been looked at for. */
const none = (line = 1) => `${line} info no-history`;

/** Earlier claims were looked at, none of which matters. */
const history = { EARLIER: ['80053 2023-06-01'] };

export const cases: readonly EditCase[] = [
  // On the day
  {
    name: 'a visit with an injection',
    rule: MINOR,
    history,
    claim: ['99213', '20610'],
    expect: ['1 deny same-day-minor with 2'],
  },
  { name: 'with 25', rule: MINOR, history, claim: ['99213:25', '20610'], expect: [] },
  {
    name: 'with 57, which is for 090',
    rule: MINOR,
    history,
    claim: ['99213:57', '20610'],
    expect: ['1 deny same-day-minor with 2'],
  },
  {
    name: 'with 24, which is for the days after',
    rule: MINOR,
    history,
    claim: ['99213:24', '20610'],
    expect: ['1 deny same-day-minor with 2'],
  },
  {
    name: 'a visit on the day of 010',
    rule: MINOR,
    history,
    claim: ['99213', '17000'],
    expect: ['1 deny same-day-minor with 2'],
  },
  {
    name: 'once for two procedures',
    rule: MINOR,
    history,
    claim: ['99213', '20610', '17000'],
    expect: ['1 deny same-day-minor with 2'],
  },
  {
    name: 'an injection on an earlier claim',
    rule: MINOR,
    history: { EARLIER: ['20610'] },
    claim: ['99213'],
    expect: ['1 deny same-day-minor with 1@EARLIER'],
  },
  { name: 'a visit the day before 000', rule: MINOR, history, claim: ['99213 2024-10-14', '20610'], expect: [] },
  { name: 'a visit the day after 000', rule: MINOR, history, claim: ['20610', '99213 2024-10-16'], expect: [] },
  {
    name: 'a visit on the day of 090',
    rule: MAJOR,
    history,
    claim: ['99214', '27447'],
    expect: ['1 deny same-day-major with 2'],
  },
  { name: 'the decision for it', rule: MAJOR, history, claim: ['99214:57', '27447'], expect: [] },
  {
    name: 'a separate visit on the day of 090',
    rule: '25 is a separate visit on the day.',
    history,
    claim: ['99214:25', '27447'],
    expect: [],
  },
  { name: 'an eye visit', rule: MAJOR, history, claim: ['92014', '66984'], expect: ['1 deny same-day-major with 2'] },
  {
    name: 'the day before 090',
    rule: MAJOR,
    history,
    claim: ['99214 2024-10-14', '27447'],
    expect: ['1 deny day-before with 2'],
  },
  { name: 'the decision on the day before', rule: MAJOR, history, claim: ['99214:57 2024-10-14', '27447'], expect: [] },
  {
    name: '25 on the day before',
    rule: '25 is for the day alone.',
    history,
    claim: ['99214:25 2024-10-14', '27447'],
    expect: ['1 deny day-before with 2'],
  },
  { name: 'two days before 090', rule: MAJOR, history, claim: ['99214 2024-10-13', '27447'], expect: [] },
  // After
  {
    name: 'ten days after 010',
    rule: AFTER_TEN,
    history: { EARLIER: ['17000 2024-10-05'] },
    claim: ['99213'],
    expect: ['1 deny after-procedure with 1@EARLIER'],
  },
  {
    name: 'eleven days after 010',
    rule: AFTER_TEN,
    history: { EARLIER: ['17000 2024-10-04'] },
    claim: ['99213'],
    expect: [],
  },
  {
    name: 'one day after 010',
    rule: AFTER_TEN,
    history,
    claim: ['17000', '99213 2024-10-16'],
    expect: ['2 deny after-procedure with 1'],
  },
  {
    name: 'ninety days after 090',
    rule: AFTER_NINETY,
    history: { EARLIER: ['27447 2024-07-17'] },
    claim: ['99213'],
    expect: ['1 deny after-procedure with 1@EARLIER'],
  },
  {
    name: 'ninety-one days after 090',
    rule: AFTER_NINETY,
    history: { EARLIER: ['27447 2024-07-16'] },
    claim: ['99213'],
    expect: [],
  },
  {
    name: 'unrelated',
    rule: AFTER_NINETY,
    history: { EARLIER: ['27447 2024-09-01'] },
    claim: ['99213:24'],
    expect: [],
  },
  {
    name: '25 in the days after',
    rule: '25 is for the day alone.',
    history: { EARLIER: ['27447 2024-09-01'] },
    claim: ['99213:25'],
    expect: ['1 deny after-procedure with 1@EARLIER'],
  },
  {
    name: 'unrelated, on the day of another procedure',
    rule: '24 and 25 are for different days.',
    history: { EARLIER: ['27447 2024-09-01'] },
    claim: ['99213:24', '20610:79'],
    expect: ['1 deny same-day-minor with 2'],
  },
  {
    name: 'in the days after one and on the day of another',
    rule: 'Each is said.',
    history: { EARLIER: ['27447 2024-09-01'] },
    claim: ['99213', '20610:79'],
    expect: ['1 deny same-day-minor with 2', '1 deny after-procedure with 1@EARLIER'],
  },
  {
    name: 'unrelated critical care',
    rule: 'FT is for critical care since 2022.',
    history: { EARLIER: ['33533 2024-10-13'] },
    claim: ['99291:FT'],
    expect: [],
  },
  {
    name: 'critical care',
    rule: AFTER_NINETY,
    history: { EARLIER: ['33533 2024-10-13'] },
    claim: ['99291'],
    expect: ['1 deny after-procedure with 1@EARLIER'],
  },
  {
    name: 'FT on another visit',
    rule: 'FT is for critical care.',
    history: { EARLIER: ['33533 2024-10-13'] },
    claim: ['99231:FT'],
    expect: ['1 deny after-procedure with 1@EARLIER'],
  },
  // Whose
  { name: 'by another', rule: SAME, claim: ['99214 @1245319599', '27447 @1558444216'], history, expect: [] },
  {
    name: 'by another of the specialty',
    rule: 'One group’s same specialty is one physician.',
    history,
    claim: ['99214 @1245319599/207X00000X', '27447 @1558444216/207X00000X'],
    expect: ['1 deny same-day-major with 2'],
  },
  {
    name: 'another beneficiary’s operation',
    rule: SAME,
    history: { 'EARLIER/M2': ['27447 2024-09-01'] },
    claim: ['99213'],
    expect: [],
  },
  {
    name: 'the visit of the assistant',
    rule: 'An assistant has no global period.',
    history: { EARLIER: ['27447:80 2024-09-01'] },
    claim: ['99213'],
    expect: [],
  },
  {
    name: 'after the operation alone',
    rule: '54: the days after are another’s.',
    history: { EARLIER: ['27447:54 2024-09-01'] },
    claim: ['99213'],
    expect: [],
  },
  {
    name: 'on the day of the operation alone',
    rule: '54: the day is the surgeon’s.',
    history,
    claim: ['99213', '27447:54'],
    expect: ['1 deny same-day-major with 2'],
  },
  {
    name: 'after taking over the care',
    rule: '55: the days after are this provider’s.',
    history: { EARLIER: ['27447:55 2024-09-01'] },
    claim: ['99213'],
    expect: ['1 deny after-procedure with 1@EARLIER'],
  },
  {
    name: 'on the day of an operation taken over later',
    rule: '55: the day is the surgeon’s.',
    history,
    claim: ['99213', '27447:55'],
    expect: [],
  },
  {
    name: 'after a return to the operating room',
    rule: '78 begins no new period.',
    history: { EARLIER: ['27447:78 2024-09-01'] },
    claim: ['99213'],
    expect: [],
  },
  {
    name: 'after a broken-off operation',
    rule: '53: none was done.',
    history: { EARLIER: ['27447:53 2024-09-01'] },
    claim: ['99213'],
    expect: [],
  },
  // Not of days
  { name: 'beside an image', rule: NO_PERIOD, history, claim: ['99213', '71046'], expect: [] },
  { name: 'beside an add-on code', rule: NO_PERIOD, history, claim: ['99213', '64491'], expect: [] },
  { name: 'beside maternity care', rule: NO_PERIOD, history, claim: ['99213', '59400'], expect: [] },
  { name: 'beside unlisted surgery', rule: NO_PERIOD, history, claim: ['99213', '41899'], expect: [] },
  { name: 'two visits', rule: 'Visits are no procedures.', history, claim: ['99213', '99214'], expect: [] },
  // Second procedures
  {
    name: 'an injection after an operation',
    rule: SECOND,
    history: { EARLIER: ['27447 2024-09-01'] },
    claim: ['20610'],
    expect: ['1 deny second-procedure with 1@EARLIER'],
  },
  { name: 'staged', rule: SECOND, history: { EARLIER: ['27447 2024-09-01'] }, claim: ['20610:58'], expect: [] },
  {
    name: 'back to the operating room',
    rule: SECOND,
    history: { EARLIER: ['27447 2024-09-01'] },
    claim: ['27447:78'],
    expect: [],
  },
  {
    name: 'unrelated procedure',
    rule: SECOND,
    history: { EARLIER: ['27447 2024-09-01'] },
    claim: ['20610:79'],
    expect: [],
  },
  { name: 'the same day', rule: SECOND, history, claim: ['27447', '20610'], expect: [] },
  {
    name: 'the next day',
    rule: SECOND,
    history,
    claim: ['17000', '20610 2024-10-16'],
    expect: ['2 deny second-procedure with 1'],
  },
  {
    name: 'eleven days after 010, a procedure',
    rule: SECOND,
    history: { EARLIER: ['17000 2024-10-04'] },
    claim: ['20610'],
    expect: [],
  },
  { name: 'after 000', rule: SECOND, history: { EARLIER: ['20610 2024-10-14'] }, claim: ['20610'], expect: [] },
  {
    name: 'an image after an operation',
    rule: NO_PERIOD,
    history: { EARLIER: ['27447 2024-09-01'] },
    claim: ['71046'],
    expect: [],
  },
  {
    name: 'an assistant after an operation',
    rule: 'An assistant is in no global period.',
    history: { EARLIER: ['27447 2024-09-01'] },
    claim: ['27447:80'],
    expect: [],
  },
  // Split care
  { name: 'the operation alone, of 090', rule: SPLIT, history, claim: ['42145:54'], expect: [] },
  { name: 'the care after, of 010', rule: SPLIT, history, claim: ['17000:55'], expect: [] },
  { name: 'the operation alone, of 000', rule: SPLIT, history, claim: ['20610:54'], expect: ['1 deny not-split'] },
  { name: 'the care after an image', rule: SPLIT, history, claim: ['71046:55'], expect: ['1 deny not-split'] },
  {
    name: 'the care before',
    rule: 'Medicare pays 56 with 54.',
    history,
    claim: ['27447:56'],
    expect: ['1 review care-before-alone'],
  },
  // Without history
  { name: 'a visit, no history', rule: 'History is needed: said once.', claim: ['99213', '99214'], expect: [none()] },
  { name: 'an unrelated visit, no history', rule: 'With 24 history changes nothing.', claim: ['99213:24'], expect: [] },
  {
    name: 'an operation, no history',
    rule: 'History is needed: said once.',
    claim: ['20610', '27447'],
    expect: [none()],
  },
  { name: 'a staged operation, no history', rule: 'With 58 history changes nothing.', claim: ['27447:58'], expect: [] },
  { name: 'an image, no history', rule: 'Nothing is looked for.', claim: ['71046'], expect: [] },
  {
    name: 'a visit with an injection, no history',
    rule: 'The claim itself is looked at.',
    claim: ['99213', '20610'],
    expect: ['1 info no-history', '1 deny same-day-minor with 2'],
  },
  // Where not
  {
    name: 'a hospital',
    rule: 'The fee schedule is for practitioners’ claims.',
    claim: ['99213', '20610'],
    setting: 'outpatient',
    expect: [],
  },
  {
    name: 'an ambulatory surgical centre',
    rule: 'The fee schedule is for practitioners’ claims.',
    claim: ['99213', '20610'],
    billingTaxonomy: '261QA1903X',
    expect: [],
  },
  {
    name: 'no fee schedule of the day',
    rule: 'No release of the day: said once.',
    history,
    claim: ['99213 2025-01-01', '20610 2025-01-01'],
    expect: ['- info no-data'],
  },
  {
    name: 'no fee schedule',
    rule: 'An absent table is said.',
    tables: 'none',
    claim: ['99213'],
    expect: ['- info no-data'],
  },
];

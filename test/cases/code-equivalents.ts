import type { Equivalent } from '../../src/edits/profile.ts';
import type { EditCase } from './case.ts';

const equivalents: readonly Equivalent[] = [
  { code: 'G0008', use: ['90471'], because: 'administration of a vaccine.' },
  { code: 'G2212', use: ['99417'], because: 'prolonged office visits.' },
  { code: 'G0463', use: ['99213', '99214'], because: 'a visit to a clinic.' },
];
const row = (
  name: string,
  claim: readonly string[],
  expect: readonly string[],
  rest: Partial<EditCase> = {},
): EditCase => ({
  name,
  rule: 'A code that the profile has another for is worth a note, once a line.',
  profile: { equivalents },
  claim,
  expect,
  ...rest,
});

export const cases: readonly EditCase[] = [
  row('a code with an equivalent', ['G0008'], ['1 info use-another']),
  row('the equivalent itself', ['90471'], []),
  row('a code without one', ['99213'], []),
  row('a code with several', ['G0463'], ['1 info use-another']),
  row('in small letters', ['g0008'], ['1 info use-another']),
  row('with a modifier', ['G0008:59'], ['1 info use-another']),
  row('with units', ['G2212 x3'], ['1 info use-another']),
  row('twice', ['G0008', 'G0008:59'], ['1 info use-another', '2 info use-another']),
  row('two codes', ['G0008', 'G2212'], ['1 info use-another', '2 info use-another']),
  row('among others', ['99213', 'G2212', '80053'], ['2 info use-another']),
  row('the code before it', ['G0007'], []),
  row('the code after it', ['G0009'], []),
  row('without a date', ['G0008 ?'], ['1 info use-another']),
  row('on any day', ['G0008 1999-01-01'], ['1 info use-another']),
  row('on a claim of a hospital', ['G0463 r0510'], ['1 info use-another'], { typeOfBill: '131' }),
  row('no code', [' r0250'], [], { typeOfBill: '131' }),
  row('what is no code', ['G000'], []),
  row('a profile without equivalents', ['G0008'], [], { profile: { equivalents: [] } }),
  row('Medicare’s profile', ['G0008'], [], { profile: {} }),
  row('on an earlier claim alone', ['99213'], [], { history: { EARLIER: ['G0008'] } }),
  row('no tables', ['G0008'], ['1 info use-another'], { tables: 'none' }),
];

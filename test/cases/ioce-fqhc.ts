import type { EditCase } from './case.ts';

const rows = (rule: string, cases: readonly (readonly [string, readonly string[], readonly string[]])[]): EditCase[] =>
  cases.map(([name, claim, expect]) => ({ name, rule, typeOfBill: '771', claim, expect }));

export const cases: readonly EditCase[] = [
  ...rows('Edit 88: a claim has a payment code.', [
    ['a payment code and its visit', ['G0467 r0521', '99213 r0521'], []],
    ['a visit alone', ['99213 r0521'], ['- return payment-code-missing']],
    ['the code before the payment codes', ['G0465 r0521', '99213 r0521'], ['- return payment-code-missing']],
    ['the first payment code', ['G0466 r0521', '99203 r0521'], []],
    ['the last payment code', ['G0470 r0900', '90832 r0900'], []],
    ['the code after the payment codes', ['G0471 r0521', '99213 r0521'], ['- return payment-code-missing']],
    ['the last day before the system', ['99213 2014-09-30 r0521'], []],
    ['the first day of the system', ['99213 2014-10-01 r0521'], ['- return payment-code-missing']],
    ['no date', ['99213 ? r0521'], []],
  ]),
  ...rows('Edit 89: the visit stands beside its payment code.', [
    ['a payment code alone', ['G0467 r0521'], ['1 return qualifying-visit-missing']],
    ['a visit of another day', ['G0467 r0521', '99213 2024-10-16 r0521'], ['1 return qualifying-visit-missing']],
    [
      'two payment codes alone',
      ['G0467 r0521', 'G0470 r0900'],
      ['1 return qualifying-visit-missing', '2 return qualifying-visit-missing'],
    ],
    ['two payment codes and a visit', ['G0467 r0521', 'G0470 r0900', '99213 r0521'], []],
    ['a line without a code', ['G0467 r0521', ' r0250'], ['1 return qualifying-visit-missing']],
  ]),
  ...rows('Edit 90: payment codes stand under 0519, 052x or 0900.', [
    ['0519', ['G0467 r0519', '99213 r0519'], []],
    ['0518', ['G0467 r0518', '99213 r0518'], ['1 return payment-code-revenue']],
    ['0520', ['G0467 r0520', '99213 r0520'], []],
    ['0529', ['G0467 r0529', '99213 r0529'], []],
    ['0530', ['G0467 r0530', '99213 r0530'], ['1 return payment-code-revenue']],
    ['0900', ['G0470 r0900', '90832 r0900'], []],
    ['0901', ['G0470 r0901', '90832 r0901'], ['1 return payment-code-revenue']],
  ]),
  {
    name: 'a hospital',
    rule: 'For type of bill 77x.',
    typeOfBill: '131',
    claim: ['99213 r0510', 'G0467 r0510'],
    expect: [],
  },
  { name: 'a practitioner’s claim', rule: 'For type of bill 77x.', claim: ['99213'], expect: [] },
];

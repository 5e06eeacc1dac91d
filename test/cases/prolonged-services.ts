import type { EditCase } from './case.ts';
import { rows } from './rows.ts';

const prolonged = (of: 'cpt' | 'either') => ({ policy: { visits: { prolonged: of } } });

export const cases: readonly EditCase[] = [
  ...rows('Medicare takes G2212.', {}, [
    ['G2212', ['99215', 'G2212'], []],
    ['99417', ['99215', '99417'], ['2 deny other-payers-code']],
    ['neither', ['99215'], []],
    ['both', ['99215', 'G2212', '99417'], ['3 deny other-payers-code']],
  ]),
  ...rows('Other payers take 99417.', prolonged('cpt'), [
    ['G2212', ['99215', 'G2212'], ['2 deny medicare-code']],
    ['99417', ['99215', '99417'], []],
  ]),
  ...rows('Or either.', prolonged('either'), [
    ['G2212', ['99215', 'G2212'], []],
    ['99417', ['99215', '99417'], []],
  ]),
  ...rows('Beside a visit of the highest level.', {}, [
    ['99205', ['99205', 'G2212'], []],
    ['99215', ['99215', 'G2212'], []],
    ['99214', ['99214', 'G2212'], ['2 deny without-visit']],
    ['99204', ['99204', 'G2212'], ['2 deny without-visit']],
    ['none', ['G2212'], ['1 deny without-visit']],
    ['of another day', ['99215 2024-10-16', 'G2212'], ['2 deny without-visit']],
    ['of another provider', ['99215 @1245319599', 'G2212 @1558444216'], ['2 deny without-visit']],
    ['on an earlier claim', ['G2212'], [], { history: { EARLIER: ['99215'] } }],
  ]),
  ...rows('99417 goes with further visits.', prolonged('cpt'), [
    ['a consultation', ['99245', '99417'], []],
    ['a home visit', ['99350', '99417'], []],
    ['an office visit of a lower level', ['99214', '99417'], ['2 deny without-visit']],
  ]),
  ...rows('Sixteen units are four hours.', {}, [
    ['sixteen', ['99215', 'G2212 x16'], []],
    ['seventeen', ['99215', 'G2212 x17'], ['2 review many-units']],
  ]),
  ...rows('Since 2021.', {}, [
    ['the day before', ['G2212 2020-12-31'], []],
    ['the first day', ['G2212 2021-01-01'], ['1 deny without-visit']],
    ['no date', ['G2212 ?'], []],
  ]),
  {
    name: 'a facility’s claim',
    rule: 'On practitioners’ claims.',
    typeOfBill: '131',
    claim: ['G2212 r0510'],
    expect: [],
  },
];

import type { EditCase } from './case.ts';
import { rows } from './rows.ts';

const LIST = { profile: { telehealthCodes: ['99202-99215', 'G0425-G0427', '9083*'] } };

export const cases: readonly EditCase[] = [
  ...rows('Place 02 or 10, or a modifier.', {}, [
    ['place 02', ['99213 p02'], []],
    ['place 10', ['99213 p10'], []],
    ['95 with place 10', ['99213:95 p10'], []],
    ['93 with place 02', ['99213:93 p02'], []],
    ['an office visit', ['99213 p11'], []],
    ['another modifier', ['99213:25 p11'], []],
  ]),
  ...rows('Since 2024 the place says it.', {}, [
    ['95 in an office on the last day before', ['99213:95 p11 2023-12-31'], []],
    ['95 in an office on the first day', ['99213:95 p11 2024-01-01'], ['1 review modifier-elsewhere']],
    ['93 in an office', ['99213:93 p11'], ['1 review modifier-elsewhere']],
    ['GT in an office', ['99213:GT p11'], []],
    ['95 without a date', ['99213:95 ? p11'], []],
  ]),
  ...rows('Place 10 began on 2022-01-01.', {}, [
    ['the day before', ['99213 p10 2021-12-31'], ['1 return home-too-early']],
    ['the first day', ['99213 p10 2022-01-01'], []],
    ['02 before', ['99213 p02 2021-12-31'], []],
  ]),
  ...rows('93 and FQ say the same.', {}, [
    ['both', ['99213:93:FQ p10'], ['1 info audio-only-twice']],
    ['FQ alone', ['99213:FQ p10'], []],
  ]),
  ...rows('A list says which services may be given so.', LIST, [
    ['on it', ['99213 p10'], []],
    ['the first of a range', ['G0425 p02'], []],
    ['the one before a range', ['G0424 p02'], ['1 deny not-on-list']],
    ['the one after a range', ['G0428 p02'], ['1 deny not-on-list']],
    ['by its beginning', ['90834 p10'], []],
    ['not on it', ['11042 p10'], ['1 deny not-on-list']],
    ['not on it, by its modifier', ['11042:GT p11'], ['1 deny not-on-list']],
    ['not on it, in an office', ['11042 p11'], []],
  ]),
  ...rows('Without a list none is asked.', {}, [['not on any list', ['11042 p10'], []]]),
  {
    name: 'a facility’s claim',
    rule: 'On practitioners’ claims.',
    typeOfBill: '131',
    claim: ['99213:95 r0510'],
    expect: [],
  },
];

import type { EditCase } from './case.ts';
import { rows } from './rows.ts';

const A = '@1245319599/207Q00000X';
const COLLEAGUE = '@1558444216/207Q00000X';
const OTHER = '@1558444216/207X00000X';

export const cases: readonly EditCase[] = [
  ...rows('One visit a day.', {}, [
    ['one', ['99213'], []],
    ['two', ['99213', '99214'], ['2 review several-visits with 1']],
    ['two of one code', ['99213', '99213'], ['2 review several-visits with 1']],
    ['three', ['99213', '99214', '99215'], ['2 review several-visits with 1', '3 review several-visits with 1']],
    ['on two days', ['99213', '99214 2024-10-16'], []],
    ['with a procedure', ['99213', '11042'], []],
    ['office and emergency', ['99213', '99284'], ['2 review several-visits with 1']],
    ['hospital care and discharge', ['99231', '99238'], ['2 review several-visits with 1']],
    ['preventive and office', ['99396', '99213'], []],
    ['critical care and office', ['99291', '99213'], []],
    ['without a date', ['99213 ?', '99214 ?'], []],
    ['a line of other codes between', ['99213', '80053', '99214'], ['3 review several-visits with 1']],
  ]),
  ...rows('By one physician, or one group and specialty.', {}, [
    ['one physician', [`99213 ${A}`, `99214 ${A}`], ['2 review several-visits with 1']],
    ['two of one specialty', [`99213 ${A}`, `99214 ${COLLEAGUE}`], ['2 review several-visits with 1']],
    ['two of two specialties', [`99213 ${A}`, `99214 ${OTHER}`], []],
  ]),
  ...rows('Unless they were separate.', {}, [
    ['25 on the second', ['99213', '99214:25'], []],
    ['24 on the second', ['99213', '99214:24'], []],
    ['57 on the second', ['99213', '99214:57'], []],
    ['another modifier', ['99213', '99214:GC'], ['2 review several-visits with 1']],
  ]),
  ...rows('An earlier claim’s visit counts.', { history: { EARLIER: ['99213'] } }, [
    ['a visit', ['99214'], ['1 review several-visits with 1@EARLIER']],
    ['a visit with 25', ['99214:25'], []],
    ['another day', ['99214 2024-10-16'], []],
    ['no visit', ['80053'], []],
  ]),
  {
    name: 'a facility’s claim',
    rule: 'On practitioners’ claims.',
    typeOfBill: '131',
    claim: ['99213 r0510', '99214 r0510'],
    expect: [],
  },
];

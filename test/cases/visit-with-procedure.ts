import type { EditCase } from './case.ts';
import { rows } from './rows.ts';

export const cases: readonly EditCase[] = [
  ...rows('25 beside a procedure of 0 or 10 global days.', {}, [
    ['0 days, without', ['20610', '99213'], ['2 deny minor-procedure with 1']],
    ['0 days, with 25', ['20610', '99213:25'], []],
    ['10 days, without', ['17000', '99213'], ['2 deny minor-procedure with 1']],
    ['10 days, with 25', ['17000', '99213:25'], []],
    ['with 57', ['20610', '99213:57'], []],
    ['with 59', ['20610', '99213:59'], []],
    ['with XE', ['20610', '99213:XE'], []],
    ['with another modifier', ['20610', '99213:GC'], ['2 deny minor-procedure with 1']],
    ['the visit first', ['99213', '20610'], ['1 deny minor-procedure with 2']],
    ['25 on the procedure', ['20610:25', '99213'], ['2 deny minor-procedure with 1']],
  ]),
  ...rows('57 beside a procedure of 90 global days.', {}, [
    ['without', ['27447', '99223'], ['2 deny major-procedure with 1']],
    ['with 57', ['27447', '99223:57'], []],
    ['with 24', ['27447', '99223:24'], []],
    ['with 25', ['27447', '99223:25'], ['2 deny major-procedure with 1']],
    ['beside a minor one too', ['20610', '27447', '99223:25'], ['3 deny major-procedure with 2']],
  ]),
  ...rows('Other services have no global days.', {}, [
    ['an X-ray', ['71046', '99213'], []],
    ['a laboratory test', ['80053', '99213'], []],
    ['alone', ['99213'], []],
    ['two visits', ['99213', '99214'], []],
  ]),
  ...rows('On the same day by the same provider.', {}, [
    ['another day', ['20610', '99213 2024-10-16'], []],
    ['another provider', ['20610 @1245319599', '99213 @1558444216'], []],
    ['an earlier claim', ['99213'], ['1 deny minor-procedure with 1@EARLIER'], { history: { EARLIER: ['20610'] } }],
  ]),
  ...rows('Days that the fee schedule speaks for.', {}, [
    ['the first day', ['20610 2024-01-01', '99213 2024-01-01'], ['2 deny minor-procedure with 1']],
    ['the day before', ['20610 2023-12-31', '99213 2023-12-31'], ['- info no-data']],
    ['no table', ['20610', '99213'], ['- info no-data'], { tables: 'none' }],
    ['no table, and one line', ['99213'], [], { tables: 'none' }],
  ]),
  {
    name: 'a facility’s claim',
    rule: 'On practitioners’ claims.',
    typeOfBill: '131',
    claim: ['20610 r0360', '99213 r0510'],
    expect: [],
  },
];

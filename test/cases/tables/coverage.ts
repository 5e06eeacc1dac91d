import { dayOf } from '../../../src/codes/day.ts';
import type { RecordRelease } from '../../../src/releases/record-tables.ts';
import { records } from './records.ts';

const WEEK = { label: '2024-10-17', from: dayOf(2024, 10, 17), to: dayOf(2024, 10, 23) };

/** Articles of the Medicare Coverage Database, made up. */
export const COVERAGE: readonly RecordRelease[] = [
  records(
    'coverage-articles',
    WEEK,
    [
      'version',
      'title',
      'effective',
      'revised',
      'ended',
      'lcds',
      'states',
      'codes',
      'covered',
      'noncovered',
      'combined',
    ],
    `
    # version title first day, revised, ended, determination, states, codes, covered, noncovered, combined
    A90001 4 Billing_of_heart_tests 2015-10-01 2024-03-01 -          L80001 OH_KY 93000_93010 1_I10_I110 -      -
    A90002 9 Billing_of_joints      2019-01-01 -          2024-10-31 L80002 OH    20610       1_M1711|2_M1712 -  2
    A90003 1 Billing_of_creams      2020-01-01 -          -          -      OH    J3301       -          1_L989  -
    A90004 1 Billing_without_lists  2020-01-01 -          -          -      OH    80053       -          -       -
    A90005 2 Billing_of_heart_tests 2020-01-01 -          -          L80005 CA    93000       1_R002     -       -
    A90006 2 The_same_elsewhere     2020-01-01 -          -          L80005 CA    93000       1_I110     -       -`,
  ),
];

import { dayOf } from '../../../src/codes/day.ts';
import type { RecordRelease } from '../../../src/releases/record-tables.ts';
import { records } from './records.ts';

const Y2024 = { label: '2024', from: dayOf(2024, 1, 1), to: dayOf(2024, 12, 31) };

/** Rows of the fee schedule of 2024, by number alone. */
export const FEES: readonly RecordRelease[] = [
  records(
    'pfs',
    Y2024,
    [
      'status',
      'pcTc',
      'globalDays',
      'multipleProcedure',
      'bilateralSurgery',
      'assistantSurgery',
      'coSurgery',
      'teamSurgery',
      'endoscopicBase',
    ],
    `
    # status PC/TC global multiple bilateral assistant co-surgery team base
    11042    A 0 000 2 0 1 0 0
    20610    A 0 000 2 1 1 0 0
    27447    A 0 090 2 1 2 1 0
    64490    A 0 000 2 1 1 0 0
    99213    A 0 XXX 0 0 0 0 0
    71046    A 1 XXX 0 0 0 0 0
    71046-26 A 1 XXX 0 0 0 0 0
    71046-TC A 1 XXX 4 0 0 0 0
    93010    A 2 XXX 0 0 0 0 0
    94760    T 3 XXX 0 0 0 0 0
    64491    A 0 ZZZ 0 1 1 0 0`,
    { conversionFactor: '33.2875' },
  ),
];

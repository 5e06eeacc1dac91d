import { dayOf } from '../../../src/codes/day.ts';
import type { RecordRelease } from '../../../src/releases/record-tables.ts';
import { records } from './records.ts';

const Q4 = { label: '2024Q4', from: dayOf(2024, 10, 1), to: dayOf(2024, 12, 31) };

/** Rows of the DMEPOS fee schedule: category and no fee. */
export const EQUIPMENT: readonly RecordRelease[] = [
  records(
    'dmepos',
    Q4,
    ['jurisdiction', 'category'],
    `
    A4216    J OS
    E0100-NU D IN
    E0100-RR D IN
    E0100-UE D IN
    E0260-RR D CR
    E0424-RR D OX
    E0601-RR D CR
    E0601-NU D CR
    L1902    D PO`,
  ),
];

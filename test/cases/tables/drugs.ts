import { dayOf } from '../../../src/codes/day.ts';
import type { RecordRelease } from '../../../src/releases/record-tables.ts';
import { records } from './records.ts';

const Q4 = { label: '2024Q4', from: dayOf(2024, 10, 1), to: dayOf(2024, 12, 31) };
const Y2023 = { label: '2023', from: dayOf(2023, 1, 1), to: dayOf(2023, 12, 31) };

/** Packages of drugs: numbers of the labeller 99999 are made up, as are what they hold. */
export const DRUGS: readonly RecordRelease[] = [
  records(
    'ndc-hcpcs',
    Q4,
    ['code', 'packageSize', 'packageQuantity', 'billUnits', 'billUnitsPerPackage', 'crosswalk', 'drugName', 'dosage'],
    `
    00074433902 J0135 0.8 2  2  4  ASP  Humira     20_MG
    00074433902 J0135 0.8 2  2  4  OPPS Humira     20_MG
    99999000101 J1885 1   25 2  50 ASP  Ketorolac  15_MG
    99999000201 J1561 50  1  10 10 ASP  Globulin   500_MG
    99999000301 J9355 1   1  15 15 ASP  Trastuzumab 10_MG
    99999000401 -     1   1  -  -  NOC  Newdrug    -
    99999000501 J1644 10  25 10 250 ASP Heparin    1000_UNITS
    99999000501 J1642 10  25 1000 25000 OPPS Heparin 10_UNITS`,
  ),
  records(
    'hcpcs-noc',
    Y2023,
    ['longDescription'],
    'J9998 Listed_as_unclassified,_made_up\n L8698 Miscellaneous_component',
  ),
];

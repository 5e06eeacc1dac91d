import { expect, test } from 'vitest';
import { isoDay, parseDay } from '../../src/codes/day.ts';
import {
  namedLikeRelease,
  namesMedicaid,
  partInName,
  printInNames,
  ptpSettingInNames,
} from '../../src/releases/file-names.ts';
import type { ReleaseKind } from '../../src/releases/index.ts';
import { periodInNames, periodOfDay, quarterPeriod } from '../../src/releases/period.ts';

test.each<[ReleaseKind, string, string | undefined]>([
  ['hcpcs', 'HCPC2024_JUL_ANWEB.txt', '2024Q3'],
  ['hcpcs', 'HCPC2025_OCT_ANWEB_v3.txt', '2025Q4'],
  ['hcpcs', 'HCPC2020_JAN_ANWEB.csv', '2020Q1'],
  ['hcpcs', '2020_04_anweb.xlsx', '2020Q2'],
  ['hcpcs', 'HCPC17_CONTR_ANWEB.txt', '2017'],
  ['hcpcs', 'HCPC2018_CONTR_ANWEB_disc.txt', '2018'],
  ['hcpcs', '2019-Alpha-Numeric-HCPCS-File.zip', '2019'],
  ['hcpcs', 'october-2025-alpha-numeric-hcpcs-file.zip', '2025Q4'],
  ['hcpcs', 'anweb.txt', undefined],
  ['ncci-ptp', 'ccipra-v302r0-f1.txt', '2024Q3'],
  ['ncci-ptp', 'ccioph-v300r0-f1.txt', '2024Q1'],
  ['ncci-ptp', 'ccipra-v322r0-f1.excerpt.txt', '2026Q3'],
  ['ncci-ptp', 'medicare-ncci-2024q3-practitioner-ptp-edits.zip', '2024Q3'],
  ['ncci-ptp', 'ccipra-2024.txt', undefined],
  ['ncci-mue', 'MCR_MUE_PractitionerServices_Eff_07-01-2024.csv', '2024Q3'],
  ['ncci-mue', 'mue-prac-2024q3.csv', '2024Q3'],
  ['ncci-mue', 'mue-2024-10-01.csv', '2024Q4'],
  ['ncci-aoc', 'AOC_V2024Q2-MCR.txt', '2024Q2'],
  ['ncci-aoc', 'AOC_V2025Q4_01-MCR.txt', '2025Q4'],
  ['ncci-aoc', 'add-code-edits-medicare-effective-01012026.zip', '2026Q1'],
])('%s %s is for %s', (kind, name, label) => {
  expect(periodInNames(kind, [name])?.label).toBe(label);
});

test('the innermost name decides', () => {
  expect(periodInNames('ncci-mue', ['mue.csv', '2024q2.zip', '2024q3'])?.label).toBe('2024Q2');
  expect(ptpSettingInNames(['edits-f1.txt', 'hospital-ptp.zip', 'practitioner'])).toBe('outpatient');
  expect(ptpSettingInNames(['practitioner-and-hospital.txt'])).toBeNull();
});

test('quarters begin and end on their days', () => {
  const { from, to } = quarterPeriod(2024, 1);
  expect([isoDay(from), isoDay(to)]).toEqual(['2024-01-01', '2024-03-31']);
  for (const day of ['2024-01-01', '2024-06-30', '2024-07-01', '2024-12-31']) {
    const period = periodOfDay(parseDay(day));
    expect(period.from <= parseDay(day) && parseDay(day) <= period.to).toBe(true);
  }
});

test('prints, parts, Medicaid, and names of releases', () => {
  expect(printInNames('hcpcs', ['HCPC2025_OCT_ANWEB_v3.txt'])).toBe(3);
  expect(printInNames('hcpcs', ['HCPC2025_OCT_ANWEB.txt', 'oct-2025-v2.zip'])).toBe(2);
  expect(printInNames('ncci-ptp', ['ccipra-v302r1-f1.txt'])).toBe(2);
  expect(printInNames('ncci-aoc', ['AOC_V2024Q2-MCR.txt'])).toBe(1);
  expect(partInName('ncci-ptp', 'ccipra-v302r0-f12.txt')).toBe(12);
  expect(partInName('ncci-ptp', 'ccipra-v302r0.txt')).toBeNull();
  expect(namesMedicaid(['MCD_MUE_2024q3.csv'])).toBe(true);
  expect(namesMedicaid(['MCR_MUE_2024q3.csv'])).toBe(false);
  expect(namedLikeRelease('HCPC2024_JUL_ANWEB.txt')).toBe(true);
  expect(namedLikeRelease('V1_HCPC2018_Corrections_ANWEB.prn')).toBe(false);
  expect(namedLikeRelease('aoc-file-structure.txt')).toBe(false);
});

test.each(['ncci-mue.md', 'ccipra.pdf', 'mue-lookup.html', 'aoc.json'])(
  '%s is a page about a release, not a broken one',
  (name) => expect(namedLikeRelease(name)).toBe(false),
);

test.each(['ccipra-v302r0-f1', 'MCR_MUE.csv', 'aoc.xlsx', 'ccioph.zip', 'HCPC2024_JUL_ANWEB.txt.gz', 'mue.xls'])(
  '%s is named like a release',
  (name) => expect(namedLikeRelease(name)).toBe(true),
);

import { expect, test } from 'vitest';
import { isoDay } from '../../src/codes/day.ts';
import { printInNames } from '../../src/releases/file-names.ts';
import { periodInNames } from '../../src/releases/period.ts';
import { readmeDate } from '../../src/releases/published-readme.ts';
import { entry, HCPCS, hcpcsRecord, hcpcsText, odditiesOf, readAll, zip } from './fixtures.ts';

const readme = (date: string, year = 2019): string =>
  `CENTERS FOR MEDICARE & MEDICAID SERVICES (CMS)\r\n${year} ALPHANUMERIC\r\nHEALTH CARE PROCEDURE CODING SYSTEM (HCPCS)\r\n\t${date}\r\n\r\nAlpha-Numeric HCPCS File Content\r\n`;

test.each([
  [readme('November 2, 2018'), '2018-11-02'],
  [readme('NOVEMBER 12, 2018').replaceAll('\r', ''), '2018-11-12'],
  [readme('November 2, 2018\r\n\tNovember 9, 2018'), null],
  [readme('November 31, 2018'), null],
  [readme('updated on November 2, 2018'), null],
  ['Update Information\r\nNovember 2, 2018\r\n', null],
])('the day in a README: %#', (text, day) => {
  const says = readmeDate(text);
  expect(says && isoDay(says.published)).toBe(day);
});

const days = async (files: Parameters<typeof readAll>[0]): Promise<string[]> =>
  (await readAll(files)).releases.map(({ published }) => isoDay(published));

test('the release of the README’s year is published on its day, wherever the two lie', async () => {
  const together = zip(entry('README.txt', readme('November 2, 2018')), entry('HCPC2019_CONTR_ANWEB.txt', HCPCS));
  expect(await days({ 'hcpcs.zip': together })).toEqual(['2018-11-02']);
  expect(await days({ 'README.txt': readme('November 2, 2018'), 'HCPC2019_CONTR_ANWEB.txt': HCPCS })).toEqual([
    '2018-11-02',
  ]);
  expect(await days({ 'HCPC2019_CONTR_ANWEB.txt': HCPCS })).toEqual(['2019-01-01']);
  expect(await days({ 'README.txt': readme('November 2, 2018'), 'HCPC2018_CONTR_ANWEB.txt': HCPCS })).toEqual([
    '2018-01-01',
  ]);
});

test('it says nothing of a later print', async () => {
  const files = { 'README.txt': readme('November 2, 2018'), 'HCPC2019_CONTR_ANWEB_v2.txt': HCPCS };
  expect(await days(files)).toEqual(['2019-01-01']);
});

test('READMEs that contradict each other count for nothing, and it is said', async () => {
  const read = await readAll({
    'a/README.txt': readme('November 2, 2018'),
    'b/README.txt': readme('November 5, 2018'),
    'HCPC2019_CONTR_ANWEB.txt': HCPCS,
  });
  expect(odditiesOf(read)).toEqual(['published-contradicted']);
  expect(isoDay(read.releases[0].published)).toBe('2019-01-01');
  expect(read.releases[0].oddities[0].message).toContain('2018-11-02 and 2018-11-05');
});

test.each([
  ['HCPC2026_JUL_ANWEB_06172026.txt', '2026Q3', '2026-06-17'],
  ['HCPC2024_JAN_ANWEB_v2.txt', '2024Q1', '2024-01-01'],
  ['HCPC2020_JUL_ANWEB_w_disclaimer.txt', '2020Q3', '2020-07-01'],
  ['HCPC2020_ANWEB_w_disclaimer.txt', '2020', '2020-01-01'],
  ['HCPC2026_JUL_ANWEB_13452026.txt', '2026Q3', '2026-07-01'],
])('a quarterly file named %s', async (name, label, published) => {
  const [release] = (await readAll({ [name]: HCPCS })).releases;
  expect([release.period.label, isoDay(release.published)]).toEqual([label, published]);
});

test.each([
  ['january-2026-alpha-numeric-hcpcs-file.zip', '2026Q1'],
  ['april-2026-alpha-numeric-hcpcs-file.zip', '2026Q2'],
  ['july-2025-alpha-numeric-hcpcs-file.zip', '2025Q3'],
  ['october-2025-alpha-numeric-hcpcs-file-updated-10-08-2025.zip', '2025Q4'],
  ['january-2023-alpha-numeric-hcpcs-file-updated-12192022.zip', '2023Q1'],
  ['2026-alpha-numeric-hcpcs-file.zip', '2026'],
  ['2020_04_trans_alpha.xlsx', '2020Q2'],
])('an archive named %s', (name, label) => {
  expect(periodInNames('hcpcs', ['anweb.txt', name])?.label).toBe(label);
  expect(periodInNames('hcpcs-transactions', ['changes.prn', name])?.label).toBe(label);
});

test('corrections are numbered in front', () => {
  expect(printInNames('hcpcs-corrections', ['V4_HCPC2018_Corrections_ANWEB.xlsx'])).toBe(4);
  expect(printInNames('hcpcs-corrections', ['HCPC2019_Corrections_ALPHA_v2.prn'])).toBe(2);
  expect(printInNames('hcpcs-corrections', ['hcpc2017_corrections_alpha.txt'])).toBe(1);
});

test('a quarter within a year that is claimed twice: both are given, and how they differ is said', async () => {
  const read = await readAll({
    'HCPC2019_CONTR_ANWEB.txt': hcpcsText(hcpcsRecord('A0001'), hcpcsRecord('A0002')),
    'HCPC2019_OCT_ANWEB.txt': hcpcsText(hcpcsRecord('A0001', { coverage: 'D' }), hcpcsRecord('A0002')),
    'HCPC2020_JAN_ANWEB.txt': HCPCS,
  });
  expect(read.releases.map(({ period, oddities }) => [period.label, oddities.map(({ code }) => code)])).toEqual([
    ['2019', []],
    ['2019Q4', ['releases-overlap']],
    ['2020Q1', []],
  ]);
  expect(read.releases[1].oddities[0].message).toContain(
    '2019-10-01 to 2019-12-31 too and differs in 1 codes, first A0001',
  );
});

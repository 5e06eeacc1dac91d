import { expect, test } from 'vitest';
import { dayOf, OPEN_DAY } from '../../src/codes/day.ts';
import { unpackCode } from '../../src/codes/packed.ts';
import type { PtpRelease } from '../../src/releases/index.ts';
import { cellsOf, codesOf, odditiesOf, PTP, PTP_PREAMBLE, PTP_ROWS, ptpText, readAll, workbook } from './fixtures.ts';

const NAME = 'ccipra-v302r0-f1.txt';
const plain = ({ rows }: PtpRelease) =>
  Array.from({ length: rows.count }, (_, i) => [
    unpackCode(rows.columnOne[i]),
    unpackCode(rows.columnTwo[i]),
    rows.prior1996[i],
    rows.effective[i],
    rows.deletion[i],
    rows.modifierIndicator[i],
    rows.rationales[rows.rationale[i]],
  ]);
const ROWS = [
  ['11042', '97597', 0, dayOf(2010, 1, 1), OPEN_DAY, 1, 'Misuse of Column Two code with Column One code'],
  ['11042', '97598', 1, 0, dayOf(2019, 12, 31), 0, 'Standards of medical/surgical practice'],
  ['11042', '97598', 0, dayOf(2020, 1, 1), OPEN_DAY, 1, 'Standards of medical/surgical practice'],
  ['G0101', 'G0102', 0, dayOf(2020, 1, 1), dayOf(2020, 1, 1), 9, 'More extensive procedure'],
];

test.each([1 << 16, 100, 3])('reads the text layout (chunks of %i)', async (chunk) => {
  const read = await readAll({ 'ccipra-v302r0.txt': PTP }, chunk);
  expect(read.problems).toEqual([]);
  const release = read.releases[0] as PtpRelease;
  expect(release).toMatchObject({
    kind: 'ncci-ptp',
    setting: 'professional',
    period: { label: '2024Q3' },
    rowCount: 4,
  });
  expect(plain(release)).toEqual(ROWS);
  expect(release.oddities).toEqual([]);
});

test('reads the spreadsheet, its header in one row or several', async () => {
  const several = cellsOf(PTP);
  const one = [
    ['CPT only copyright 2023 American Medical Association.  All rights reserved.'],
    [
      'Column 1',
      'Column 2',
      '*=in existence\nprior to 1996',
      'Effective\nDate',
      'Deletion\nDate\n*=no data',
      'Modifier\n0=not allowed',
      'PTP Edit Rationale',
    ],
    ...cellsOf(ptpText(PTP_ROWS, [])),
  ];
  const read = await readAll({ 'ccioph-v302r0.xlsx': workbook(several), 'ccioph-v303r0.xlsx': workbook(one) });
  expect(read.problems).toEqual([]);
  expect(read.releases.map((release) => plain(release as PtpRelease))).toEqual([ROWS, ROWS]);
  expect(read.releases.map(({ setting, period }) => [setting, period.label])).toEqual([
    ['outpatient', '2024Q3'],
    ['outpatient', '2024Q4'],
  ]);
});

test.each([
  ['a date that is none', '11042\t97597\t\t20240230\t*\t1\tX', 'ptp-date'],
  ['a deletion that is none', '11042\t97597\t\t20240101\t20241301\t1\tX', 'ptp-date'],
  ['a blank deletion', '11042\t97597\t\t20240101\t\t1\tX', 'ptp-date'],
  ['a date out of any range', '11042\t97597\t\t18990101\t*\t1\tX', 'ptp-date'],
  ['too few columns', '11042\t97597\t\t20240101\t*\t1', 'ptp-columns'],
  ['too many columns', '11042\t97597\t\t20240101\t*\t1\tX\t', 'ptp-columns'],
  ['a cut line', '11042\t975', 'ptp-columns'],
  ['an unknown indicator', '11042\t97597\t\t20240101\t*\t2\tX', 'ptp-modifier-indicator'],
  ['a code that is none', '11042\t9759X\t\t20240101\t*\t1\tX', 'ptp-code'],
  ['a first code with a foreign letter', '110\xe92\t97597\t\t20240101\t*\t1\tX', 'ptp-code'],
  ['a short code', '1104\t97597\t\t20240101\t*\t1\tX', 'ptp-code'],
  ['an end before NCCI', '11042\t97597\t\t19951231\t19951231\t1\tX', 'ptp-date'],
])('%s is a problem with its line, first or later', async (_, row, code) => {
  const later = await readAll({ [NAME]: ptpText([PTP_ROWS[0], row]) });
  expect(later.problems).toMatchObject([{ code, line: 8, file: NAME }]);
  expect(later.releases).toEqual([]);
  const first = await readAll({ [NAME]: ptpText([row, PTP_ROWS[0]]) });
  expect(first.problems).toMatchObject([{ code, line: 7 }]);
});

test('a bad row in a sheet is a problem with its row', async () => {
  const read = await readAll({ 'ccipra-v302r0.xlsx': workbook(cellsOf(PTP.replace('20100101', '20240230'))) });
  expect(read.problems).toMatchObject([{ code: 'ptp-date', line: 7, message: 'the effective date is "20240230"' }]);
});

test('oddities: duplicates, order, padding, reversed dates, rationales, no preamble', async () => {
  const rows = [
    PTP_ROWS[3],
    PTP_ROWS[3],
    PTP_ROWS[3].replace('More extensive procedure', 'Laboratory panel'),
    '11042\t97597\t\t20200102\t20200101\t1\tSomething new',
    ' 11042\t97598\t\t20200102\t*\t1\tLaboratory panel ',
    '11042\t97599\t\t19951231\t19951231\t9\tLaboratory panel',
  ];
  const read = await readAll({ 'ccipra-v302r0.txt': ptpText(rows, []) });
  expect(read.problems).toEqual([]);
  expect(odditiesOf(read).sort()).toEqual([
    'before-1996',
    'deleted-before-effective',
    'duplicate-row',
    'no-preamble',
    'not-in-order',
    'padding',
    'two-rationales',
    'unknown-rationale',
  ]);
  expect(read.releases[0].rowCount).toBe(6);
});

test('without a name the quarter comes from the rows, the setting from nowhere', async () => {
  const quarter = await readAll({
    'practitioner.txt': ptpText([...PTP_ROWS, '99213\t99214\t\t20260701\t*\t0\tLaboratory panel']),
  });
  expect(quarter.releases[0].period.label).toBe('2026Q3');
  expect(odditiesOf(quarter)).toContain('period-from-rows');
  expect(codesOf(await readAll({ 'edits-2024q3.txt': PTP }))).toEqual(['release-setting-unknown']);
});

test('a preamble alone is a problem; Medicaid tables are left for later', async () => {
  expect(codesOf(await readAll({ [NAME]: ptpText([]) }))).toEqual(['release-without-rows']);
  const medicaid = await readAll({ 'medicaid/MCD_PTP_practitioner_2024q3.txt': PTP });
  expect(medicaid).toMatchObject({
    releases: [],
    problems: [],
    notKnown: [{ reason: 'not read yet: a Medicaid table' }],
  });
  const said = await readAll({
    'ptp-practitioner-2024q3.txt': ptpText(PTP_ROWS, ['Medicaid NCCI PTP edits', ...PTP_PREAMBLE]),
  });
  expect(said.notKnown).toMatchObject([{ reason: 'not read yet: a Medicaid table' }]);
});

test('a table of more than 256 rationales is out of order', async () => {
  const rows = Array.from({ length: 300 }, (_, i) => `11042\t97597\t\t20200101\t*\t1\tRationale ${i}`);
  expect(codesOf(await readAll({ [NAME]: ptpText(rows) }))).toEqual(['ptp-rationale']);
});

test('a line without end is refused', async () => {
  expect(codesOf(await readAll({ [NAME]: PTP + 'x'.repeat(70_000) }, 5000))).toContain('line-too-long');
});

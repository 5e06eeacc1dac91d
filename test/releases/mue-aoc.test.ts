import { expect, test } from 'vitest';
import { dayOf, OPEN_DAY } from '../../src/codes/day.ts';
import { packCodeText } from '../../src/codes/packed.ts';
import { publishedDay } from '../../src/releases/aoc-rows.ts';
import type { AddOnRelease, MueRelease } from '../../src/releases/index.ts';
import { AOC_CSV, AOC_TEXT, codesOf, MUE, mueCsv, odditiesOf, readAll, workbook } from './fixtures.ts';

test.each([
  ['Practitioner', 'professional'],
  ['Outpatient Hospital', 'outpatient'],
  ['DME Supplier', 'dme'],
])('the setting %s is told by the header', async (title, setting) => {
  const row = 'J0135,8,2 Date of Service Edit: Policy,CMS Policy';
  const read = await readAll({ 'Eff_07-01-2024.csv': mueCsv([row], title) });
  expect(read.problems).toEqual([]);
  expect(read.releases[0]).toMatchObject({
    kind: 'ncci-mue',
    setting,
    period: { label: '2024Q3' },
    rowCount: 1,
    oddities: [],
  });
  expect((read.releases[0] as MueRelease).rows).toEqual([
    { code: packCodeText('J0135'), value: 8, mai: 2, rationale: 'CMS Policy', line: 4 },
  ]);
});

test('MUE as xlsx reads as csv does; without indicators mai is null', async () => {
  const header = [
    'HCPCS/_x000D_\nCPT Code',
    'Practitioner Services MUE Values',
    'MUE Adjudication Indicator',
    'MUE Rationale',
  ];
  const rows = [
    ['A4206', '0', '3 Date of Service Edit: Clinical', 'CMS Policy'],
    ['J0135', '8', '2 Date of Service Edit: Policy', 'Prescribing Information'],
  ];
  const withMai = await readAll({
    'mue-2024q3.csv': MUE,
    'mue-2024q4.xlsx': workbook([['CPT only copyright 2023'], header, ...rows]),
  });
  expect(withMai.problems).toEqual([]);
  const [csv, xlsx] = withMai.releases as MueRelease[];
  const said = ({ rows }: MueRelease) => rows.map(({ line, ...row }) => row);
  expect(said(xlsx)).toEqual(said(csv));
  const without = await readAll({ 'mue-2012q3.csv': 'HCPCS/CPT Code,Practitioner Services MUE Values\r\nA4206,0\r\n' });
  expect((without.releases[0] as MueRelease).rows[0].mai).toBeNull();
  expect(odditiesOf(without)).toEqual(['no-mai']);
});

test.each([
  ['J0135,many,2 Policy,CMS Policy', 'mue-value'],
  ['J0135,-1,2 Policy,CMS Policy', 'mue-value'],
  ['J0135,1.5,2 Policy,CMS Policy', 'mue-value'],
  ['J0135,8,4 Other,CMS Policy', 'mue-indicator'],
  ['J0135,8,,CMS Policy', 'mue-indicator'],
  ['JX135,8,2 Policy,CMS Policy', 'mue-code'],
  ['A4206,7,3 Clinical,CMS Policy', 'mue-duplicate'],
])('the MUE row %s is a problem with its line', async (row, code) => {
  const read = await readAll({ 'mue-2024q3.csv': `${MUE}\r\n${row}` });
  expect(read.problems).toMatchObject([{ code, line: 6 }]);
  expect(read.releases).toEqual([]);
});

test('MUE needs a quarter in a name; an open quote is named', async () => {
  expect(codesOf(await readAll({ 'mue.csv': MUE }))).toEqual(['release-period-unknown']);
  expect(codesOf(await readAll({ 'mue-2024q3.csv': `${MUE}\r\n"A4207,1,3 Clinical,CMS` }))).toContain('table-syntax');
  expect(
    odditiesOf(await readAll({ 'mue-2024q3.csv': `${MUE}\r\nA4206,0,3 C,CMS Policy\r\nA4207,0,3 C,New` })).sort(),
  ).toEqual(['duplicate-row', 'not-in-order', 'unknown-rationale']);
});

const row = (
  addOn: string,
  primary: string | null,
  type: number,
  effective: number | null,
  deletion: number | null,
) => ({
  addOn: packCodeText(addOn),
  primary: primary === null ? null : packCodeText(primary),
  type,
  effective,
  deletion,
});
const plain = (release: AddOnRelease) => release.rows.map(({ line, ...rest }) => rest);

test("add-on code edits in CMS's text layout: dates are told by their columns", async () => {
  const read = await readAll({ 'AOC_V2024Q2-MCR.txt': AOC_TEXT });
  expect(read.problems).toEqual([]);
  expect(read.releases[0]).toMatchObject({
    kind: 'ncci-aoc',
    setting: null,
    period: { label: '2024Q2' },
    rowCount: 4,
    oddities: [],
  });
  expect(plain(read.releases[0] as AddOnRelease)).toEqual([
    row('0054T', null, 2, dayOf(2013, 4, 1), OPEN_DAY),
    row('11045', '11042', 1, dayOf(2013, 1, 1), OPEN_DAY),
    row('11045', '11043', 1, dayOf(2013, 1, 1), dayOf(2018, 12, 31)),
    row('33924', '33925', 3, dayOf(2013, 4, 1), dayOf(2014, 12, 31)),
  ]);
});

test('add-on code edits as spreadsheet and as csv', async () => {
  const header = [
    'AOC_Edit_Type',
    'Add-On_Code',
    'AOC_DelDT',
    'Primary_Code',
    'Primary_Code_DelDT',
    'AOC_Edit_EffDT',
    'AOC_Edit_DelDT',
    'Special_Instruction_Notes',
  ];
  const rows = [
    ['2', '0054T', '', 'CCCCC', '', '2013091', '', 'Contractor Defined Primary Codes'],
    ['1', '11045', '', '11042', '2019365', '2013001', '', ''],
  ];
  const read = await readAll({
    'AOC_V2024Q2.xlsx': workbook([['CPT only copyright'], header, ...rows]),
    'aoc-2024q3.csv': AOC_CSV,
  });
  expect(read.problems).toEqual([]);
  expect(read.releases.map((release) => plain(release as AddOnRelease))).toEqual([
    [
      row('0054T', null, 2, dayOf(2013, 4, 1), OPEN_DAY),
      row('11045', '11042', 1, dayOf(2013, 1, 1), dayOf(2019, 12, 31)),
    ],
    [row('0054T', null, 2, null, null), row('11045', '11042', 1, null, null)],
  ]);
  expect(odditiesOf(read)).toEqual(['no-dates']);
});

test.each([
  ['111045             11042             2013400', 'aoc-date'],
  ['111045             11042', 'aoc-date'],
  ['11X045             11042             2013001', 'aoc-code'],
  ['411045             11042             2013001', 'aoc-row'],
  ['what is this', 'aoc-row'],
])('the add-on line %s is a problem with its line', async (line, code) => {
  const read = await readAll({ 'AOC_V2024Q2.txt': `${AOC_TEXT}\r\n${line}` });
  expect(read.problems).toMatchObject([{ code, line: 6 }]);
});

test.each([
  ['11042,1104X,1', 'aoc-code'],
  ['1104,11045,1', 'aoc-code'],
  ['11042,11045,4', 'aoc-type'],
])('the add-on csv row %s is a problem', async (line, code) => {
  expect(codesOf(await readAll({ 'aoc-2024q2.csv': `${AOC_CSV}${line}` }))).toEqual([code]);
});

test('an edit deleted before it takes effect, and one twice, are odd; without a name the quarter is the latest', async () => {
  const read = await readAll({
    'addon.txt': `${AOC_TEXT}\r\n111046             11042             2024092   2024001\r\n111045             11042             2013001`,
  });
  expect(odditiesOf(read).sort()).toEqual(['deleted-before-effective', 'duplicate-row', 'period-from-rows']);
  expect(read.releases[0].period.label).toBe('2024Q2');
});

test('dates of add-on code edits', () => {
  expect(publishedDay('2024366')).toBe(dayOf(2024, 12, 31));
  expect(publishedDay('2023366')).toBe(publishedDay('2023000'));
  expect(publishedDay('20240701')).toBe(dayOf(2024, 7, 1));
  expect(publishedDay('7/1/2024')).toBe(dayOf(2024, 7, 1));
});

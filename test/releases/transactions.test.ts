import { expect, test } from 'vitest';
import type { RecordRelease } from '../../src/releases/index.ts';
import { codesOf, odditiesOf, readAll, workbook } from './fixtures.ts';

const BY_CODE = [
  'HCPCS/Modifier Code Type of Change',
  '   A1               No Change',
  '   FX               ADD',
  'A4224               ADD',
  'S3854               Re-activated',
].join('\r\n');
const [HEADER, ...LINES] = BY_CODE.split('\r\n');
const BY_ACTION = [HEADER, '', LINES[1], LINES[2], LINES[0], LINES[3]].join('\r\n');

const recordsOf = (release: unknown): (readonly string[])[] =>
  (release as RecordRelease).records.map(({ key, fields }) => [key, ...fields]);

test('the same changes by code and by action are one report', async () => {
  const read = await readAll({ 'HCPCS2017_ChangesbyHCPC.prn': BY_CODE, 'HCPCS2017_ChangesbyAction.prn': BY_ACTION });
  expect(read.problems).toEqual([]);
  expect(read.releases.map(({ kind, period }) => [kind, period.label])).toEqual([['hcpcs-transactions', '2017']]);
  expect(odditiesOf(read)).toEqual(['also-as-text']);
  expect(recordsOf(read.releases[0]).toSorted()).toEqual([
    ['A1', 'No Change', '', ''],
    ['A4224', 'ADD', '', ''],
    ['FX', 'ADD', '', ''],
    ['S3854', 'Re-activated', '', ''],
  ]);
});

test('a report whose rows differ is not taken for the same', async () => {
  const changed = BY_ACTION.replace('Re-activated', 'ADD');
  const read = await readAll({ 'HCPCS2017_ChangesbyHCPC.prn': BY_CODE, 'HCPCS2017_ChangesbyAction.prn': changed });
  expect(codesOf(read)).toEqual(['releases-conflict']);
  expect(read.problems[0].message).toContain('1 rows, first S3854');
});

const COLUMNS = ['HCPC/MOD', 'ACTION CD', 'SHORT DESCRIPTION', 'LONG DESCRIPTION'];
const ROWS = [
  ['   A1', 'No Change', 'Dressing for one wound', 'Dressing for one wound'],
  ['C9053', 'ADD', 'A drug, 1 mg', 'Injection of a drug that is of no use but for the test of a reader, 1 mg'],
];
const KEY = [['Action Codes'], ['A', 'Add'], ['N', 'No Change']];
const NOTE = [['Note regarding coverage'], [], ['If no value is given, none is.'], []];

test('sheets of the same rows in another order are one report; the key of its letters is no row', async () => {
  const bytes = workbook([...NOTE, COLUMNS, ...ROWS.toReversed()], [COLUMNS, ...ROWS], KEY);
  const read = await readAll({ '2020_04_trans_alpha.xlsx': bytes });
  expect(read.problems).toEqual([]);
  expect(odditiesOf(read)).toEqual(['disclaimer-lines', 'also-on-sheet']);
  expect(read.releases[0]).toMatchObject({ kind: 'hcpcs-transactions', rowCount: 2, period: { label: '2020Q2' } });
  expect(recordsOf(read.releases[0])[0]).toEqual(ROWS[1]);
});

test('sheets that differ: the first is used, how they differ is said', async () => {
  const bytes = workbook([COLUMNS, ...ROWS, ['   A1', 'ADD', '', '']], [COLUMNS, ...ROWS]);
  const read = await readAll({ '2020_07_trans_alpha.xlsx': bytes });
  expect(read.releases[0].rowCount).toBe(3);
  expect(odditiesOf(read)).toEqual(['sheets-differ']);
  expect(read.releases[0].oddities[0].message).toContain('(3 rows there, 2 here) in 1 codes, first A1');
});

test('sheets of two tables are still refused', async () => {
  const noc = [
    ['HCPCS', 'LONG DESCRIPTION', 'ADD DATE', 'TERM DATE'],
    ['A0999', 'Unlisted', '19870101', ''],
  ];
  const read = await readAll({ '2020_07_trans_alpha.xlsx': workbook([COLUMNS, ...ROWS], noc) });
  expect(codesOf(read)).toEqual(['xlsx-several-sheets']);
});

const CUT = [
  ' HCPCS/MOD      TYPE OF CHANGE    SHORT DESCRIPTION              LONG DESCRIPTION',
  '      A1          No Change       Dressing for one wound         Dressing for one wound',
  '   C9053    Short Description ChanA drug, 1 mg                   Injection of a drug that is of no use but for the test of a r',
].join('\r\n');

test('a spreadsheet is preferred to a text that its columns cut', async () => {
  const whole = [ROWS[0], [ROWS[1][0], 'Short Description Change', ...ROWS[1].slice(2)]];
  const read = await readAll({
    '2019_Changes_by_Code.prn': CUT,
    '2019_Trans_Alpha.xlsx': workbook([['HCPCS/MOD', 'TYPE OF CHANGE', ...COLUMNS.slice(2)], ...whole]),
  });
  expect(odditiesOf(read)).toEqual(['also-as-text']);
  expect(recordsOf(read.releases[0])[1]).toEqual(whole[1]);
  const alone = await readAll({ '2019_Changes_by_Code.prn': CUT });
  expect(odditiesOf(alone)).toEqual(['text-cut']);
  expect(recordsOf(alone.releases[0])[1].slice(0, 3)).toEqual(['C9053', 'Short Description Chan', 'A drug, 1 mg']);
});

test.each([
  ['no row', `${HEADER}\r\n`, 'release-without-rows'],
  ['a row of no code', `${BY_CODE}\r\nTOTAL   4`, 'hcpcs-code'],
])('%s', async (_, text, code) => {
  expect(codesOf(await readAll({ 'HCPCS2017_changes.prn': text }))).toEqual([code]);
});

test('without a year in any name', async () => {
  expect(codesOf(await readAll({ 'changes.prn': BY_CODE }))).toEqual(['release-period-unknown']);
});

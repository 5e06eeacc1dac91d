import { expect, test } from 'vitest';
import { HCPCS_LAYOUT, RECORD_WIDTH } from '../../src/releases/hcpcs-layout.ts';
import { HCPCS_FIELDS, type HcpcsRelease } from '../../src/releases/index.ts';
import {
  codesOf,
  HCPCS,
  hcpcsMore,
  hcpcsRecord,
  hcpcsSheet,
  hcpcsText,
  odditiesOf,
  readAll,
  workbook,
} from './fixtures.ts';

const NAME = 'HCPC2024_JUL_ANWEB.txt';
const field = (release: HcpcsRelease, code: string, name: (typeof HCPCS_FIELDS)[number]): string | undefined =>
  release.records.find((record) => record.code === code)?.fields[HCPCS_FIELDS.indexOf(name)];

test('the layout has the fields in order and without a gap but the filler at 260', () => {
  expect(HCPCS_LAYOUT.map((item) => item.field)).toEqual([...HCPCS_FIELDS]);
  const gaps = HCPCS_LAYOUT.flatMap(({ end }, i) => {
    const next = HCPCS_LAYOUT[i + 1];
    return next === undefined || next.begin === end + 1 ? [] : [end + 1];
  });
  expect(gaps).toEqual([260]);
});

test.each([1 << 16, 1000, 7])('reads records, joins continuations, tells modifiers (chunks of %i)', async (chunk) => {
  const read = await readAll({ [NAME]: HCPCS }, chunk);
  expect(read.problems).toEqual([]);
  const release = read.releases[0] as HcpcsRelease;
  expect(release).toMatchObject({
    kind: 'hcpcs',
    setting: null,
    period: { label: '2024Q3' },
    published: release.period.from,
    print: 1,
    rowCount: 3,
    oddities: [],
  });
  expect(release.sources[0]).toMatchObject({ name: NAME, form: 'text', part: null, bytes: HCPCS.length });
  expect(release.sources[0].sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(release.records.map(({ code, isModifier, line }) => [code, isModifier, line])).toEqual([
    ['XA', true, 1],
    ['A0001', false, 2],
    ['J0002', false, 5],
  ]);
  expect(field(release, 'A0001', 'longDescription')).toBe(
    'First words of a long description that goes on in a second record and in a third',
  );
  expect(field(release, 'A0001', 'pricingIndicator1')).toBe('00');
  expect(field(release, 'J0002', 'terminationDate')).toBe('20231231');
  expect(field(release, 'J0002', 'actionCode')).toBe('N');
});

test('disclaimers, tabs, Latin-1 and Windows-1252 are read', async () => {
  const text = `***Disclaimers\t\t\r\n\t\t\r\n\xa0\r\n${hcpcsText(
    hcpcsRecord('A0001', { longDescription: 'Caf\xe9\tau lait, patient\x92s' }),
  )}`;
  const read = await readAll({ [NAME]: text });
  expect(odditiesOf(read)).toEqual(['disclaimer-lines', 'control-characters']);
  expect(field(read.releases[0] as HcpcsRelease, 'A0001', 'longDescription')).toBe('Café au lait, patient’s');
});

test('trailing spaces may be cut; continuations may be of any width', async () => {
  const records = [
    hcpcsRecord('A0001', { longDescription: 'One' }).trimEnd(),
    hcpcsMore('A0001', '00200', 'two').slice(0, 91),
    hcpcsMore('A0001', '00300', 'three').slice(0, 316),
    hcpcsMore('A0001', '00400', 'four').trimEnd(),
  ];
  const read = await readAll({ [NAME]: records.join('\n') });
  expect(codesOf(read)).toEqual([]);
  expect(odditiesOf(read)).toEqual(['short-records']);
  expect(field(read.releases[0] as HcpcsRelease, 'A0001', 'longDescription')).toBe('One two three four');
});

const good = hcpcsRecord('A0001', { longDescription: 'Text' });
test.each([
  ['a lost character', good.slice(0, 100) + good.slice(101), 'hcpcs-width', 2],
  ['a character too many', `${good}x`, 'hcpcs-width', 2],
  ['an unknown record id', `${good.slice(0, 10)}5${good.slice(11)}`, 'hcpcs-record-id', 2],
  ['no sequence number', `${good.slice(0, 6)}x${good.slice(7)}`, 'hcpcs-record', 2],
  ['a continuation of another code', hcpcsMore('B0001', '00200', 'more'), 'hcpcs-continuation', 2],
  [
    'a continuation of the wrong kind',
    hcpcsMore('XA', '00200', 'm').replace('002008', '002004'),
    'hcpcs-continuation',
    2,
  ],
  ['a code that is none', hcpcsRecord('A00X1'), 'hcpcs-code', 2],
  ['a date that is none', hcpcsRecord('A0001', { addedDate: '20240230' }), 'hcpcs-date', 2],
  ['a short date', hcpcsRecord('A0001', { terminationDate: '2024' }), 'hcpcs-date', 2],
  ['the same code with other fields', hcpcsRecord('XA', { longDescription: 'Other' }), 'hcpcs-duplicate', 2],
])('%s is a problem with its line, and no release is given', async (_, record, code, line) => {
  const read = await readAll({ [NAME]: hcpcsText(hcpcsRecord('XA'), record) });
  expect(read.problems).toMatchObject([{ code, line, file: NAME }]);
  expect(read.releases).toEqual([]);
});

test('a broken first record is not taken for a disclaimer', async () => {
  const read = await readAll({ [NAME]: hcpcsText(`${good.slice(0, 6)}x${good.slice(7)}`, hcpcsRecord('B0001')) });
  expect(codesOf(read)).toEqual(['hcpcs-record']);
});

test('at most twenty problems are listed, the rest counted', async () => {
  const bad = Array.from({ length: 57 }, (_, i) => hcpcsRecord(`A${1000 + i}`, { addedDate: '20249999' }));
  const read = await readAll({ [NAME]: hcpcsText(...bad) });
  expect(read.problems).toHaveLength(21);
  expect(read.problems[20]).toMatchObject({ code: 'more-problems', message: 'and 37 more rows with problems' });
});

test('oddities: order, duplicates, dates, action codes', async () => {
  const read = await readAll({
    [NAME]: hcpcsText(
      hcpcsRecord('B0001', { ascPaymentGroupEffectiveDate: '170401' }),
      hcpcsRecord('A0001', { actionCode: 'Z', terminationDate: '20090101', longDescription: 'one' }),
      hcpcsMore('A0001', '00300', 'three'),
      hcpcsMore('A0001', '00200', 'two'),
    ),
  });
  expect(odditiesOf(read)).toEqual(
    expect.arrayContaining(['payment-group-date', 'not-in-order', 'unknown-action-code', 'ends-before-it-begins']),
  );
  expect(odditiesOf(read)).toContain('continuations-out-of-order');
  expect(field(read.releases[0] as HcpcsRelease, 'A0001', 'longDescription')).toBe('one two three');
});

test('an identical record is read once', async () => {
  const read = await readAll({ [NAME]: hcpcsText(good, good) });
  expect(odditiesOf(read)).toEqual(['duplicate-row']);
  expect(read.releases[0].rowCount).toBe(1);
});

test('the spreadsheet reads as the text does, also as csv', async () => {
  const records = [hcpcsRecord('XA'), good, hcpcsRecord('J0002', { addedDate: '20200101', anesthesiaBaseUnits: '0' })];
  const rows = [['***Disclaimers'], [], ...hcpcsSheet(...records)];
  const csv = rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n');
  const read = await readAll({ a_2024q3: hcpcsText(...records), b_2024q4: workbook(rows), c_2025q1: csv });
  expect(codesOf(read)).toEqual([]);
  const [text, xlsx, table] = read.releases as HcpcsRelease[];
  const said = ({ records }: HcpcsRelease) => records.map(({ line, ...record }) => record);
  expect(said(xlsx)).toEqual(said(text));
  expect(said(table)).toEqual(said(text));
  expect([text, xlsx, table].map(({ sources }) => sources[0].form)).toEqual(['text', 'xlsx', 'csv']);
});

test('a continuation row in a sheet belongs to the row before it', async () => {
  const rows = hcpcsSheet(good, hcpcsMore('A0001', '00200', 'and more'));
  const read = await readAll({ 'x_2024q3.xlsx': workbook(rows) });
  expect(field(read.releases[0] as HcpcsRelease, 'A0001', 'longDescription')).toBe('Text and more');
});

test('a sheet without some columns names them', async () => {
  const rows = hcpcsSheet(good).map((row) => row.filter((_, i) => i !== 4));
  const read = await readAll({ 'x_2024q3.xlsx': workbook(rows) });
  expect(read.problems).toMatchObject([{ code: 'table-columns', message: 'the header lacks SHORT DESCRIPTION' }]);
});

test('records are 320 wide', () => expect(hcpcsRecord('A0001')).toHaveLength(RECORD_WIDTH));

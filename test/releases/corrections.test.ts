import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDay } from '../../src/codes/day.ts';
import { applyCorrections, type EarlierReleases } from '../../src/releases/corrections-apply.ts';
import {
  HCPCS_FIELDS,
  type HcpcsField,
  type HcpcsRecord,
  type HcpcsRelease,
  RECORD_TABLES,
  type RecordField,
  type RecordRelease,
  type TableRecord,
} from '../../src/releases/index.ts';
import { codesOf, entry, hcpcsRecord, hcpcsText, odditiesOf, readAll, workbook, zip } from './fixtures.ts';

type Columns = Partial<Record<RecordField<'hcpcs-corrections'>, string>>;
type Fields = Partial<Record<HcpcsField, string>>;

const correction = (key: string, columns: Columns, line = 5): TableRecord => ({
  key,
  fields: RECORD_TABLES['hcpcs-corrections'].map((field) => columns[field] ?? ''),
  line,
});

const record = (code: string, fields: Fields = {}): HcpcsRecord => ({
  code,
  isModifier: code.length === 2,
  sequence: '00100',
  fields: HCPCS_FIELDS.map((field) => fields[field] ?? ''),
  line: 1,
});

const filled = ({ fields }: HcpcsRecord): Fields =>
  Object.fromEntries(HCPCS_FIELDS.flatMap((field, i) => (fields[i] === '' ? [] : [[field, fields[i]]])));

const NONE: EarlierReleases = { inYear: () => null, newest: () => null };

/** What one instruction makes of one record, and what is odd about it. */
function applied(
  columns: Columns,
  before: Fields | null,
  earlier = NONE,
): { after: Fields | null; odd: readonly string[] } {
  const records = before === null ? [] : [record('A0001', before)];
  const { records: after, oddities } = applyCorrections(records, [correction('A0001', columns)], earlier);
  return { after: after.length === 0 ? null : filled(after[0]), odd: oddities.map(({ code }) => code) };
}

const effectiveDate = '01/01/2019';

describe('each of CMS’s instructions', () => {
  const earlier: EarlierReleases = {
    inYear: (year, code) =>
      year === '2017'
        ? record(code, { longDescription: 'Then', actionEffectiveDate: '20160101', actionCode: 'N', coverage: 'I' })
        : null,
    newest: (code) => record(code, { longDescription: 'As it was', addedDate: '20110101' }),
  };

  test.each<[Columns, Fields | null, Fields | null]>([
    [
      {
        action: 'ADD CODE',
        effectiveDate,
        longDescription: 'Long',
        shortDescription: 'Short',
        typeOfService: '9,F',
        betos: 'D1E',
        coverage: 'D',
        pricingIndicator: '53',
        comments: 'Statute 1833(t)',
      },
      null,
      {
        longDescription: 'Long',
        shortDescription: 'Short',
        typeOfService1: '9',
        typeOfService2: 'F',
        betos: 'D1E',
        coverage: 'D',
        pricingIndicator1: '53',
        statute: '1833(t)',
        addedDate: '20190101',
        actionEffectiveDate: '20190101',
        actionCode: 'A',
      },
    ],
    [
      { action: 'Terminate code', effectiveDate: '01/01/2017' },
      { actionCode: 'N' },
      { actionEffectiveDate: '20170101', terminationDate: '20161231', actionCode: 'D' },
    ],
    [
      { action: 'Discontinue ', effectiveDate, crossReference: 'J1095' },
      { crossReference1: 'J1000' },
      {
        crossReference1: 'J1000',
        crossReference2: 'J1095',
        actionEffectiveDate: '20190101',
        terminationDate: '20181231',
        actionCode: 'D',
      },
    ],
    [
      { action: 'ReviseLong Description', effectiveDate, longDescription: 'New' },
      { longDescription: 'Old', shortDescription: 'S', actionCode: 'N' },
      { longDescription: 'New', shortDescription: 'S', actionEffectiveDate: '20190101', actionCode: 'N' },
    ],
    [
      { action: 'Revise Long & Short Desc', effectiveDate, longDescription: 'New', shortDescription: 'N' },
      { longDescription: 'Old', shortDescription: 'S' },
      { longDescription: 'New', shortDescription: 'N', actionEffectiveDate: '20190101' },
    ],
    [
      { action: 'Change ASC Ind/ASC eff date', effectiveDate: '04/01/2017', ascPaymentGroup: 'YY' },
      { ascPaymentGroup: '20', ascPaymentGroupEffectiveDate: '170401', actionEffectiveDate: '20160101' },
      { ascPaymentGroup: 'YY', ascPaymentGroupEffectiveDate: '20170401', actionEffectiveDate: '20160101' },
    ],
    [
      {
        action: 'Add "YY" ASC Ind ',
        effectiveDate,
        ascPaymentGroup: 'YY',
        ascPaymentGroupEffectiveDate: '02/01/2019',
      },
      {},
      { ascPaymentGroup: 'YY', ascPaymentGroupEffectiveDate: '20190201' },
    ],
    [
      { action: 'Remove "YY" ASC Ind and ASC Start date of 01/01/2019', effectiveDate },
      { ascPaymentGroup: 'YY', ascPaymentGroupEffectiveDate: '20190101', coverage: 'D' },
      { coverage: 'D' },
    ],
    [{ action: 'Change xref code to J7203' }, { crossReference1: 'J7023' }, { crossReference1: 'J7203' }],
    [
      { action: 'Remove xref code Q0080', effectiveDate },
      { crossReference1: 'Q0080', crossReference2: 'Q0081' },
      { crossReference1: 'Q0081' },
    ],
    [
      { action: 'Add Lab Cert code 220', effectiveDate },
      { labCertification1: '140' },
      { labCertification1: '140', labCertification2: '220' },
    ],
    [
      { action: 'Change Cov to C and Price to 39', effectiveDate: '12/03/2018', coverage: 'C', pricingIndicator: '39' },
      { coverage: 'D', pricingIndicator1: '00', actionEffectiveDate: '20190101' },
      { coverage: 'C', pricingIndicator1: '39', actionEffectiveDate: '20190101' },
    ],
    [
      { action: 'Change Action code to “F” and add Action Effective date', effectiveDate },
      { actionCode: 'B' },
      { actionEffectiveDate: '20190101', actionCode: 'F' },
    ],
    [
      { action: 'Should not have been updated - revert back to 2017 description' },
      { longDescription: 'Now', actionEffectiveDate: '20180101', actionCode: 'C', coverage: 'C' },
      { longDescription: 'Then', actionEffectiveDate: '20160101', actionCode: 'N', coverage: 'C' },
    ],
    [
      { action: 'Removed in error - add back to file', effectiveDate: '01/01/2011' },
      null,
      { longDescription: 'As it was', addedDate: '20110101' },
    ],
    [{ action: 'DELETE' }, { coverage: 'C' }, null],
    [{ action: 'Remove, will be assigned at a later date' }, {}, null],
    [{ action: 'DO NOT ADD - Remove from previous corrections document' }, {}, null],
  ])('%j', (columns, before, after) => {
    expect(applied(columns, before, earlier)).toEqual({ after, odd: [] });
    // Said again, it is so already.
    if (after !== null) expect(applied(columns, after, earlier)).toEqual({ after, odd: [] });
  });

  test.each<[string, Columns, Fields | null, Fields | null]>([
    ['correction-not-understood', { action: 'Make it better', effectiveDate }, { coverage: 'C' }, { coverage: 'C' }],
    ['correction-of-absent-code', { action: 'Terminate code', effectiveDate }, null, null],
    ['correction-of-absent-code', { action: 'DELETE' }, null, null],
    [
      'correction-of-present-code',
      { action: 'ADD', effectiveDate, coverage: 'D' },
      { addedDate: '20100101' },
      { addedDate: '20100101', coverage: 'D' },
    ],
    [
      'correction-date',
      { action: 'Terminate code', effectiveDate: '01/0/12019' },
      { coverage: 'C' },
      { coverage: 'C' },
    ],
    ['correction-date', { action: 'Terminate code', effectiveDate: '02/29/2019' }, {}, {}],
    ['correction-without-value', { action: 'Revise Long Desc', effectiveDate }, {}, {}],
    [
      'correction-of-absent-value',
      { action: 'Remove "YY" ASC Ind and ASC Start date of 01/01/2019' },
      { ascPaymentGroup: '20' },
      { ascPaymentGroup: '20' },
    ],
    [
      'correction-not-understood',
      { action: 'Change xref code to J7203' },
      { crossReference1: 'A0002', crossReference2: 'A0003' },
      { crossReference1: 'A0002', crossReference2: 'A0003' },
    ],
    ['correction-needs-release', { action: 'Should not have been updated - revert back to 2016 desc' }, {}, {}],
    ['correction-needs-release', { action: 'Removed in error - add back to file' }, null, null],
    [
      'correction-comment',
      { action: 'ADD', effectiveDate, comments: 'See the rule' },
      null,
      { addedDate: '20190101', actionEffectiveDate: '20190101', actionCode: 'A' },
    ],
  ])('%s: %j', (code, columns, before, after) => {
    expect(applied(columns, before)).toEqual({ after, odd: [code] });
  });

  test('a description that its column cut is not taken', () => {
    const cut = { ...correction('A0001', { action: 'Revise Long De', longDescription: 'Half of' }), cut: [3] };
    const undated = applyCorrections([record('A0001', { longDescription: 'Old' })], [cut], NONE);
    expect(undated.records.map(filled)).toEqual([{ longDescription: 'Old' }]);
  });
});

const ACTIONS = [
  'ADD',
  'Terminate code',
  'DELETE',
  'Revise Long Desc',
  'Revise Short Desc',
  'Change ASC Ind',
  'Add "YY" ASC Ind',
  'Remove xref code A0002',
  'Change xref code to A0002',
  'Add Lab Cert code 220',
  'Change Cov to C and Price to 39',
  'Change Action code to "F" and add Action Effective date',
  'Nothing known',
];

test('applied twice, a document changes nothing more, and never what it does not name', () => {
  const code = fc.constantFrom('A0001', 'A0002', 'A0003', 'XA');
  const document = fc.uniqueArray(
    fc.record({
      code,
      action: fc.constantFrom(...ACTIONS),
      effectiveDate: fc.constantFrom('01/01/2019', '04/01/2019', ''),
      longDescription: fc.constantFrom('', 'New words'),
      crossReference: fc.constantFrom('', 'A0003'),
      typeOfService: fc.constantFrom('', '1', '9,F'),
    }),
    { selector: (one) => one.code },
  );
  const records = fc
    .uniqueArray(code, { maxLength: 3 })
    .map((codes) =>
      codes
        .toSorted((a, b) => (a.padStart(5) < b.padStart(5) ? -1 : 1))
        .map((one) => record(one, { longDescription: 'Old', crossReference1: 'A0001', coverage: 'D' })),
    );
  fc.assert(
    fc.property(records, document, (before, rows) => {
      const corrections = rows.map(({ code: key, ...columns }) => correction(key, columns));
      const once = applyCorrections(before, corrections, NONE);
      const twice = applyCorrections(once.records, corrections, NONE);
      const named = new Set<string>(rows.map((row) => row.code));
      expect(twice.records).toEqual(once.records);
      expect(once.records.filter((one) => !named.has(one.code))).toEqual(before.filter((one) => !named.has(one.code)));
      expect(once.records.map((one) => one.code.padStart(5))).toEqual(
        once.records.map((one) => one.code.padStart(5)).toSorted(),
      );
    }),
  );
});

const HEADER = 'CODE\tACTION\tEFF DATE\tSHORT DESC\tLONG DESC\tTOS \tBETOS\tCOV\tPRICE';
const corrections = (...rows: readonly string[]): string =>
  ['\t2019 HCPCS CORRECTIONS', '\t', HEADER, ...rows, '\t\t'].map((row) => `${row}\r\n`).join('');
const BASE = hcpcsText(hcpcsRecord('A0001', { longDescription: 'Old' }), hcpcsRecord('A0003'));
const FIRST = corrections(
  'A0002\tADD \t01/01/2019\tNew\t"A new, code"',
  'A0001\tRevise Long Desc\t01/01/2019\t\tNew words',
);
const SECOND = corrections('A0003\tTerminate code\t04/01/2019');

const prints = (read: Awaited<ReturnType<typeof readAll>>): readonly HcpcsRelease[] =>
  read.releases.filter((release) => release.kind === 'hcpcs');

test('each document makes a further print; the first stays as it is', async () => {
  const files = { 'corrections_v2.txt': SECOND, 'HCPC2019_CONTR_ANWEB.txt': BASE, 'corrections.txt': FIRST };
  const read = await readAll(files);
  expect(read.problems).toEqual([]);
  const alone = (await readAll({ 'HCPC2019_CONTR_ANWEB.txt': BASE })).releases;
  expect(prints(read)[0]).toEqual(alone[0]);
  expect(
    prints(read).map(({ print, rowCount, sources, oddities }) => [
      print,
      rowCount,
      sources.map(({ name }) => name),
      oddities.map(({ code }) => code),
    ]),
  ).toEqual([
    [1, 2, ['HCPC2019_CONTR_ANWEB.txt'], []],
    [2, 3, ['HCPC2019_CONTR_ANWEB.txt', 'corrections.txt'], ['corrected']],
    [3, 3, ['HCPC2019_CONTR_ANWEB.txt', 'corrections.txt', 'corrections_v2.txt'], ['corrected']],
  ]);
  expect(
    prints(read)[2].records.map((one) => [one.code, filled(one).longDescription, filled(one).terminationDate]),
  ).toEqual([
    ['A0001', 'New words', undefined],
    ['A0002', 'A new, code', undefined],
    ['A0003', undefined, '20190331'],
  ]);
  expect(read.releases.filter(({ kind }) => kind === 'hcpcs-corrections').map(({ print }) => print)).toEqual([1, 2]);
});

test('a document whose forerunner is not here says so; one whose release is not here changes nothing', async () => {
  const second = await readAll({ 'corrections_v2.txt': SECOND, 'HCPC2019_CONTR_ANWEB.txt': BASE });
  expect(prints(second).map(({ print, oddities }) => [print, oddities.map(({ code }) => code)])).toEqual([
    [1, []],
    [3, ['corrected', 'corrections-missing']],
  ]);
  const other = await readAll({ 'corrections.txt': FIRST, 'HCPC2018_CONTR_ANWEB.txt': BASE });
  expect(prints(other)).toHaveLength(1);
  expect(odditiesOf(other)).toEqual(['corrections-without-release']);
});

test('a document is the year’s that its title says, whenever its archive was printed', async () => {
  const archive = zip(entry('corrections.txt', FIRST));
  const read = await readAll({ 'Corrections-updated-04-03-2019.zip': archive, 'HCPC2019_CONTR_ANWEB.txt': BASE });
  expect(prints(read).map(({ print }) => print)).toEqual([1, 2]);
});

test('two different documents that call themselves the same are a problem, and neither is applied', async () => {
  const files = { 'a/corrections.txt': FIRST, 'b/corrections.txt': SECOND, 'HCPC2019_CONTR_ANWEB.txt': BASE };
  const read = await readAll(files);
  expect(codesOf(read)).toEqual(['releases-conflict']);
  expect(read.releases.map(({ print }) => print)).toEqual([1]);
});

test('what cannot be applied is told with document and line', async () => {
  const odd = corrections('A0009\tTerminate code\t01/01/2019', 'A0001\tMake it better\t01/01/2019');
  const [, corrected] = prints(await readAll({ 'HCPC2019_CONTR_ANWEB.txt': BASE, 'corrections.txt': odd }));
  expect(corrected.oddities.slice(1)).toEqual([
    {
      code: 'correction-of-absent-code',
      message: 'corrections.txt: A0009: the release does not list it (Terminate code)',
      line: 4,
    },
    {
      code: 'correction-not-understood',
      message: 'corrections.txt: A0001: "Make it better" is not understood',
      line: 5,
    },
  ]);
  expect(corrected.records).toEqual(prints(await readAll({ 'HCPC2019_CONTR_ANWEB.txt': BASE }))[0].records);
});

test('a spreadsheet counts its days; the dates are as the text prints them', async () => {
  const rows = [['', '2019 HCPCS CORRECTIONS'], [], HEADER.split('\t'), ['A0003', 'Terminate code', '43556']];
  const read = await readAll({
    'corrections.xlsx': workbook(rows),
    'corrections.txt': corrections('A0003\tTerminate code\t04/01/2019'),
  });
  expect(read.problems).toEqual([]);
  expect((read.releases[0] as RecordRelease).records[0].fields[1]).toBe('04/01/2019');
  expect(odditiesOf(read)).toContain('also-as-csv');
});

/** As CMS prints it: texts run on over blank columns and are cut at the next one that is not. */
const PRN_2018 = [
  '         2018 HCPCS CORRECTIONS',
  '',
  '  CODE           ACTION        EFF DATE         SHORT DESC                   LONG DESC           TOSBETOSCOVPRICASC IN',
  '  A0001  Change ASC Ind/ASC eff04/01/2017                                                                         YY',
  '  A0002  Revise Long Desc      01/01/2018                          A description that runs on over the columns to it',
  '  A0003  Should not have been updated - revert back to 2017 description',
  '  A0004  ADD Code              01/01/201Short words of a new code  A description that is cut here 1  M5D  C  13',
  '  A0005  Revise Long Desc      01/01/2018                          Short enough to be whole',
].join('\r\n');

test('a document printed as text: what runs on, what is cut', async () => {
  const read = await readAll({ 'corrections.prn': PRN_2018 });
  expect(codesOf(read)).toEqual([]);
  const named = (one: TableRecord): object => ({
    key: one.key,
    ...Object.fromEntries(
      RECORD_TABLES['hcpcs-corrections'].flatMap((field, i) => (one.fields[i] === '' ? [] : [[field, one.fields[i]]])),
    ),
    ...(one.cut && { cut: one.cut.map((place) => RECORD_TABLES['hcpcs-corrections'][place]) }),
  });
  expect((read.releases[0] as RecordRelease).records.map(named)).toEqual([
    {
      key: 'A0001',
      action: 'Change ASC Ind/ASC eff',
      effectiveDate: '04/01/2017',
      ascPaymentGroup: 'YY',
      cut: ['action'],
    },
    {
      key: 'A0002',
      action: 'Revise Long Desc',
      effectiveDate: '01/01/2018',
      longDescription: 'A description that runs on over the columns to it',
      cut: ['longDescription'],
    },
    { key: 'A0003', action: 'Should not have been updated - revert back to 2017 description' },
    {
      key: 'A0004',
      action: 'ADD Code',
      effectiveDate: '01/01/201',
      shortDescription: 'Short words of a new code',
      longDescription: 'A description that is cut here',
      typeOfService: '1',
      betos: 'M5D',
      coverage: 'C',
      pricingIndicator: '13',
      cut: ['effectiveDate', 'shortDescription', 'longDescription'],
    },
    {
      key: 'A0005',
      action: 'Revise Long Desc',
      effectiveDate: '01/01/2018',
      longDescription: 'Short enough to be whole',
    },
  ]);
});

test('columns that were never printed so are not guessed', async () => {
  const moved = PRN_2018.replace('  CODE  ', ' CODE  ');
  expect(codesOf(await readAll({ 'corrections.prn': moved }))).toEqual(['table-columns']);
});

test('as of a day before the corrections the first print stands', async () => {
  const readme = '2019 ALPHANUMERIC\r\nHCPCS\r\n\tNovember 2, 2018\r\n';
  const read = await readAll({ 'README.txt': readme, 'HCPC2019_CONTR_ANWEB.txt': BASE, 'corrections.txt': FIRST });
  expect(prints(read).map(({ published }) => isoDay(published))).toEqual(['2018-11-02', '2019-01-01']);
});

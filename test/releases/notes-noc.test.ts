import { expect, test } from 'vitest';
import type { RecordRelease } from '../../src/releases/index.ts';
import { codesOf, odditiesOf, readAll, workbook } from './fixtures.ts';

const NOTES = [
  '                                        PROCESSING NOTES',
  ' __________________________________________________________',
  '',
  '          0001--THIS PROCESSING NOTE DELETED 1/1/97.                                       *',
  '                                                                                           *',
  '          0002--THESE CODES (82585, 82595) PERTAIN TO PERFORMING THE ANALYSIS FOR THE      *',
  '                ANALYTE AS OPPOSED TO ADMINISTRATION OF THE ANALYTE.                       *',
  '\t  0163--SEE CHANGE REQUEST\t\t6786.\t\t\t   *\t',
  '                                        PROCESSING NOTES',
  '          0164--NO BORDER HERE',
].join('\r\n');

const records = (release: unknown): (readonly string[])[] =>
  (release as RecordRelease).records.map(({ key, fields }) => [key, ...fields]);

test('processing notes, over several lines, in their box', async () => {
  const read = await readAll({ 'proc_notes_2019.txt': NOTES });
  expect(read.problems).toEqual([]);
  expect(read.releases[0]).toMatchObject({ kind: 'hcpcs-notes', period: { label: '2019' }, oddities: [] });
  expect(records(read.releases[0])).toEqual([
    ['0001', 'THIS PROCESSING NOTE DELETED 1/1/97.'],
    [
      '0002',
      'THESE CODES (82585, 82595) PERTAIN TO PERFORMING THE ANALYSIS FOR THE ANALYTE AS OPPOSED TO ADMINISTRATION OF THE ANALYTE.',
    ],
    ['0163', 'SEE CHANGE REQUEST 6786.'],
    ['0164', 'NO BORDER HERE'],
  ]);
});

test('a note that is there twice is kept twice and noted', async () => {
  const read = await readAll({ 'proc_notes_2019.txt': `${NOTES}\r\n          0002--AND AGAIN. *` });
  expect(odditiesOf(read)).toEqual(['note-twice']);
  expect(read.releases[0].rowCount).toBe(5);
});

const NOC_PRN = [
  '                                     NOC CODES - HCPCS 2019',
  '',
  '  HCPCS  LONG DESCRIPTION                                                                ADD DATE  TERM DATE',
  '',
  '  A0999  Unlisted ambulance service                                                      19870101',
  '  A5507  For diabetics only, not otherwise specified modification (including fitting) of 19950101  20011231',
  '  L8698  Miscellaneous component, supply or accessory for use with total artificial      20190101',
  '  L8698  heart system',
  '    \x1a',
].join('\r\n');
const NOC_ROWS = [
  ['', 'NOC CODES - HCPCS 2019'],
  [],
  ['HCPCS', 'LONG DESCRIPTION', 'ADD DATE', 'TERM DATE'],
  ['A0999', 'Unlisted ambulance service', '19870101'],
  [
    'A5507',
    'For diabetics only, not otherwise specified modification (including fitting) of shoes',
    '19950101',
    '20011231',
  ],
  ['L8698', 'Miscellaneous component, supply or accessory for use with total artificial', '20190101'],
  ['L8698', 'heart system'],
  ['_x001A_'],
];

test('codes not otherwise classified: a further row goes on with the description', async () => {
  const read = await readAll({ 'noc.prn': NOC_PRN, 'noc.xlsx': workbook(NOC_ROWS) });
  expect(read.problems).toEqual([]);
  expect(odditiesOf(read)).toEqual(['also-as-text']);
  expect(read.releases[0]).toMatchObject({ kind: 'hcpcs-noc', period: { label: '2019' }, rowCount: 3 });
  expect(records(read.releases[0])).toEqual([
    ['A0999', 'Unlisted ambulance service', '19870101', ''],
    ['A5507', NOC_ROWS[4][1], '19950101', '20011231'],
    [
      'L8698',
      'Miscellaneous component, supply or accessory for use with total artificial heart system',
      '20190101',
      '',
    ],
  ]);
});

test('the text alone says what may be cut off', async () => {
  const read = await readAll({ 'noc.prn': NOC_PRN });
  expect(odditiesOf(read)).toEqual(['text-cut']);
  expect((read.releases[0] as RecordRelease).records.map(({ cut }) => cut)).toEqual([undefined, [0], undefined]);
});

test('a further row of another code is a row of its own; no code is a problem', async () => {
  const [other] = (await readAll({ 'noc.prn': NOC_PRN.replace('L8698  heart', 'L8699  heart') })).releases;
  expect(records(other).at(-1)).toEqual(['L8699', 'heart system', '', '']);
  expect(codesOf(await readAll({ 'noc.prn': NOC_PRN.replace('  A0999', '  total') }))).toEqual(['hcpcs-code']);
});

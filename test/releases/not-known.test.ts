import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { codesOf, entry, HCPCS, readAll, workbook, zip } from './fixtures.ts';

const LICENSED = 'a licensed CPT file: columnone import-cpt';
const NOISE = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256);

test.each([
  ['index.pdf', '%PDF-1.4 and so on', 'a PDF, no release'],
  ['noise', NOISE, 'a binary file, no release'],
  [
    'old.xls',
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]),
    'an Excel 97 or Word 97 file: save it as xlsx, txt or csv',
  ],
  ['wide.txt', Uint8Array.from([0xff, 0xfe, 65, 0, 66, 0]), 'UTF-16 text: save it as UTF-8'],
  ['claim.edi', 'ISA*00*          *00*', 'an X12 interchange, no release'],
  ['bundle.json', '\xef\xbb\xbf{"resourceType": "Bundle"}', 'a FHIR resource, no release'],
  ['x.json', '[{"code": "A0001", "add_on": 1}]', 'JSON, no release'],
  ['page.html', '<!doctype html><p>MUE values', 'XML or HTML, no release'],
  [
    'corrections.txt',
    '\t2017 HCPCS CORRECTIONS\t\r\n\r\nCODE\tACTION\tEFF DATE\r\n',
    'not read yet: HCPCS corrections of another layout',
  ],
  [
    'trans.prn',
    'HCPCS codes by type of change\r\n   FX               ADD',
    'not read yet: a HCPCS transaction report of another layout',
  ],
  [
    '2020_04_trans_alpha.xlsx',
    workbook([['April 2020 HCPCS, type of change'], ['Code', 'Letter', 'SHORT DESCRIPTION']]),
    'not read yet: a HCPCS transaction report of another layout',
  ],
  ['ncci-mue.md', '# MUE\n\nThe most units.\n', 'not a known release'],
  ['mue-lookup.html', '<!doctype html><p>MUE values', 'XML or HTML, no release'],
  ['noc.prn', '   NOC CODES - HCPCS 2019\r\n', 'not read yet: HCPCS not-otherwise-classified codes of another layout'],
  ['notes.txt', '     PROCESSING NOTES\r\n ____', 'not read yet: HCPCS processing notes of another layout'],
  ['icd.txt', '00001 001     0 Central Nervous System\r\n', 'not read yet: ICD-10-PCS order file'],
  ['LONGULT.txt', '99213\tZebra one\r\n99214\tZebra two\r\n99215\tZebra three', LICENSED],
  ['cpt.txt', 'Copyright 2024 American Medical Association\r\n\r\n99213 ZEBRA', LICENSED],
  ['ConsumerDescriptor.txt', 'Concept Id\tCPT Code\tConsumer Friendly Descriptor\r\n', LICENSED],
  ['README.txt', 'Anything about the fee schedule', 'a README, no release'],
  ['empty.txt', '', 'an empty file'],
  ['poem.txt', 'A few words, and no codes.', 'not a known release'],
  ['empty.zip', zip(), 'an empty zip archive'],
  ['letter.docx', zip(entry('word/document.xml', '<w/>')), 'a Word document, no release'],
  [
    'sums.xlsx',
    workbook([
      ['a', 'b'],
      ['1', '2'],
    ]),
    'a spreadsheet without the header of a known release',
  ],
  [
    'c.xlsx',
    workbook([['2019 ALPHA-NUMERIC HCPCS CORRECTIONS'], ['CODE', 'ACTION']]),
    'not read yet: HCPCS corrections of another layout',
  ],
])('%s is listed as what it is', async (name, content, reason) => {
  const read = await readAll({ [name]: content });
  expect(read).toEqual({ releases: [], problems: [], notKnown: [{ name, reason }] });
});

test.each([
  ['HCPC2024_JUL_ANWEB.txt', '', 'release-empty'],
  ['HCPC2024_JUL_ANWEB.txt', HCPCS.slice(0, 40), 'hcpcs-width'],
  ['HCPC2024_JUL_ANWEB.txt', 'Service unavailable', 'release-not-as-named'],
  ['MCR_MUE_PractitionerServices.csv', '<!doctype html><p>Please accept the licence', 'release-not-as-named'],
  ['ccipra-v302r0-f1.xlsx', workbook([['a', 'b']]), 'release-not-as-named'],
  ['practitioner-ptp-edits-v303r0-f1.txt', '<html>Not found', 'release-not-as-named'],
  ['july-2024-alpha-numeric-hcpcs-file.txt', 'Not found', 'release-not-as-named'],
  ['2024-Alpha-Numeric-HCPCS-File.zip', NOISE, 'zip-broken'],
  ['practitioner-ptp-edits-v303r0-f1.zip', '<html>Not found', 'zip-broken'],
  ['anything.ZIP', 'PK', 'zip-broken'],
  ['empty-download.zip', '', 'zip-broken'],
  ['cut.zip', zip(entry('a.pdf', '%PDF-1.4')).subarray(0, 60), 'zip-broken'],
  ['sums.xlsx', NOISE, 'xlsx-broken'],
  ['a.txt.gz', '<html>Not found', 'gzip-broken'],
  ['sums.xlsx.gz', gzipSync(NOISE), 'xlsx-broken'],
])('%s with another content is a problem', async (name, content, code) => {
  expect(codesOf(await readAll({ [name]: content }))).toEqual([code]);
});

test('what is packed as its name says and holds another thing is no problem', async () => {
  const read = await readAll({
    'pages.zip': zip(entry('a.pdf', '%PDF-1.4'), entry('b.txt', 'A few words.')),
    'poem.txt.gz': gzipSync('A few words, and no codes.'),
    'HCPC2024_JUL_ANWEB.txt.gz': HCPCS,
  });
  expect(read.problems).toEqual([]);
  expect(read.notKnown).toHaveLength(3);
  expect(read.releases).toHaveLength(1);
});

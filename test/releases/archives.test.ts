import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { FREE_BYTES, isBomb } from '../../src/releases/streams.ts';
import { codesOf, entry, HCPCS, MUE, PTP, readAll, workbook, workbookParts, zip } from './fixtures.ts';

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

test('gzip, zip, and zip in zip are opened; the hash is of the file inside', async () => {
  const inner = zip(entry('ccipra-v302r0.txt', PTP));
  const read = await readAll({
    'HCPC2024_JUL_ANWEB.txt.gz': gzipSync(HCPCS),
    'all.zip': zip(entry('folder/', ''), entry('2024q3/mue.csv', MUE), entry('ptp.zip', inner)),
  });
  expect(read.problems).toEqual([]);
  expect(read.releases.map(({ sources }) => [sources[0].name, sources[0].sha256])).toEqual([
    ['HCPC2024_JUL_ANWEB.txt.gz', sha256(HCPCS)],
    ['all.zip!ptp.zip!ccipra-v302r0.txt', sha256(PTP)],
    ['all.zip!2024q3/mue.csv', sha256(MUE)],
  ]);
});

test('archives within archives end somewhere', async () => {
  let archive: Uint8Array = zip(entry('ccipra-v302r0.txt', PTP));
  for (let i = 0; i < 5; i++) archive = i % 2 ? gzipSync(archive) : zip(entry('a.zip', archive));
  const read = await readAll({ 'deep.zip': archive });
  expect(read).toMatchObject({ releases: [], problems: [], notKnown: [{ reason: 'within too many archives' }] });
});

test.each([
  ['a cut gzip file', gzipSync(PTP.repeat(50)).subarray(0, 300), 'gzip-broken'],
  ['a damaged gzip file', Buffer.from(gzipSync(HCPCS)).fill(255, 30, 60), 'gzip-broken'],
  ['a cut zip archive', zip(entry('ccipra-v302r0.txt', PTP)).subarray(0, 400), 'zip-broken'],
  ['what only begins like zip', Buffer.from('PK\x03\x04 and then nothing'), 'zip-broken'],
  ['a wrong checksum', zip({ ...entry('ccipra-v302r0.txt', PTP), checksum: 1 }), 'zip-broken'],
  [
    'an entry longer than it says',
    zip({ ...entry('ccipra-v302r0.txt', PTP), declared: 10, packed: true }),
    'zip-broken',
  ],
  ['a name that leads out', zip(entry('../ccipra-v302r0.txt', PTP)), 'zip-unsafe-name'],
  ['an absolute name', zip(entry('/etc/ccipra-v302r0.txt', PTP)), 'zip-unsafe-name'],
  ['a bomb', zip({ ...entry('ccipra-v302r0.txt', PTP), declared: 2 ** 32 - 2, packed: true }), 'archive-too-large'],
])('%s is a problem with the name of the file', async (_, bytes, code) => {
  const read = await readAll({ 'some-v302r0.zip': bytes });
  expect(codesOf(read)).toEqual([code]);
  expect(read.problems[0].file).toMatch(/^some-v302r0\.zip/);
  expect(read.releases).toEqual([]);
});

test('real files are no bombs, and a gzip bomb stops', async () => {
  expect(isBomb(FREE_BYTES, 1)).toBe(false);
  expect(isBomb(200_000_000, 8_000_000)).toBe(false);
  expect(isBomb(FREE_BYTES + 1, 1000)).toBe(true);
  const bomb = gzipSync(
    Buffer.concat([Buffer.from(PTP), Buffer.alloc(FREE_BYTES + 1_000_000, `${' '.repeat(60_000)}\n`)]),
  );
  expect(codesOf(await readAll({ 'ccipra-v302r0.txt.gz': bomb }))).toEqual(['archive-too-large']);
});

test('a broken entry does not keep the others from being read', async () => {
  const read = await readAll({
    'all-2024q3.zip': zip(
      entry('mue.csv', MUE),
      { ...entry('ccipra.txt', PTP), checksum: 1 },
      entry('anweb.txt', HCPCS),
    ),
  });
  expect(read.releases.map(({ kind }) => kind)).toEqual(['hcpcs', 'ncci-mue']);
  expect(read.problems).toMatchObject([{ code: 'zip-broken', file: 'all-2024q3.zip!ccipra.txt' }]);
});

test('the sheet with the header is taken, two are refused', async () => {
  const rows = [
    ['HCPCS/CPT Code', 'Practitioner Services MUE Values', 'MUE Adjudication Indicator', 'MUE Rationale'],
    ['A4206', '7', '3 C', 'CMS Policy'],
  ];
  const notes = [['Read this first'], ['', 'x & y < z']];
  const one = await readAll({ 'mue-2024q3.xlsx': workbook(notes, rows) });
  expect(one).toMatchObject({ problems: [], releases: [{ rowCount: 1 }] });
  const two = await readAll({ 'mue-2024q3.xlsx': workbook(rows, rows) });
  expect(codesOf(two)).toEqual(['xlsx-several-sheets']);
});

test('a broken spreadsheet is named', async () => {
  const parts = workbookParts([
    ['HCPCS/CPT Code', 'Practitioner Services MUE Values'],
    ['A4206', '7'],
  ]);
  const cut = parts.map((part) =>
    part.name.includes('sheet1') ? { ...part, bytes: part.bytes.subarray(0, 250) } : part,
  );
  expect(codesOf(await readAll({ 'mue-2024q3.xlsx': zip(...cut) }))).toContain('xlsx-broken');
  const withoutTexts = parts.filter(({ name }) => !name.includes('shared'));
  expect(codesOf(await readAll({ 'mue-2024q3.xlsx': zip(...withoutTexts) }))).toEqual(['xlsx-broken']);
});

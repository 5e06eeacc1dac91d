import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { packCodeText } from '../../src/codes/packed.ts';
import { shapeOf } from '../../src/codes/packed-shape.ts';
import { PROBLEMS } from '../../src/problems.ts';
import { HCPCS_FIELDS, RECORD_TABLES, type ReadReleases, type Release } from '../../src/releases/index.ts';
import { below, FUZZ_RUNS, mutate, type Random, randomFrom } from '../support/fuzz.ts';
import {
  AOC_CSV,
  AOC_TEXT,
  bytesOf,
  cellsOf,
  entry,
  HCPCS,
  hcpcsRecord,
  hcpcsSheet,
  MUE,
  PTP,
  readAll,
  workbookParts,
  zip,
} from './fixtures.ts';

/** Whatever comes in, what comes out is of the shape the contract promises. */
function expectSound(read: ReadReleases): void {
  for (const { code, message, file } of read.problems) {
    if (!(code in PROBLEMS) || message === '' || file === undefined)
      throw new Error(`unsound problem ${code} ${message}`);
  }
  for (const release of read.releases) {
    if (!isSound(release)) throw new Error(`unsound release ${release.kind}`);
    if (release.rowCount === 0 || !/^\d{4}(Q[1-4]|-\d\d-\d\d)?$/.test(release.period.label))
      throw new Error('unsound header');
  }
  // One file goes in: it is read, refused or not known, never lost.
  if (read.releases.length + read.notKnown.length + read.problems.length === 0) throw new Error('the file was lost');
}

const isCode = (code: number): boolean => shapeOf(code) !== 0;

function isSound(release: Release): boolean {
  switch (release.kind) {
    case 'hcpcs':
      return release.records.every(
        ({ code, isModifier, fields }) =>
          fields.length === HCPCS_FIELDS.length &&
          fields.every((field) => field === field.trim()) &&
          (isModifier ? /^[0-9A-Z]{2}$/i.test(code) : isCode(packCodeText(code))),
      );
    case 'ncci-ptp': {
      const { rows } = release;
      return (
        rows.count === release.rowCount &&
        rows.columnOne.length === rows.count &&
        rows.columnOne.every(isCode) &&
        rows.columnTwo.every(isCode) &&
        rows.modifierIndicator.every((indicator) => indicator === 0 || indicator === 1 || indicator === 9) &&
        rows.rationale.every((id) => rows.rationales[id] !== undefined)
      );
    }
    case 'ncci-mue':
      return release.rows.every(
        ({ code, value, mai }) => isCode(code) && Number.isInteger(value) && (mai === null || (mai >= 1 && mai <= 3)),
      );
    case 'ncci-aoc':
      return release.rows.every(
        ({ addOn, primary, type }) => isCode(addOn) && (primary === null || isCode(primary)) && type >= 1 && type <= 3,
      );
    default:
      return release.records.every(
        ({ key, fields, cut = [] }) =>
          key !== '' &&
          fields.length === RECORD_TABLES[release.kind].length &&
          fields.every((field) => field === field.trim()) &&
          cut.every((place) => fields[place] !== undefined),
      );
  }
}

/** Reads inputs and gives the outcomes met, so that a test can see that it tries more than one refusal. */
async function outcomes(name: string, next: () => Uint8Array, random: Random): Promise<ReadonlySet<string>> {
  const met = new Set<string>();
  for (let run = 0; run < FUZZ_RUNS; run++) {
    const read = await readAll({ [name]: next() }, 1 + below(random, 4000));
    expectSound(read);
    for (const { kind } of read.releases) met.add(kind);
    for (const { code } of read.problems) met.add(code);
  }
  return met;
}

const CODES = ['99213', 'J0135', 'CCCCC', '20240230', '*', '\t', '\r\n', '"', ',', '  ', '\xa0', '\x00', '003004'];

/** Many rows, so that changes mostly meet rows and not the header. */
const many = (text: string, rows: number): string => {
  const lines = text.trimEnd().split('\r\n');
  return [...lines, ...Array.from({ length: rows }, () => lines[lines.length - 1])].join('\r\n');
};

test.each<[string, string, string, string[]]>([
  ['HCPCS text', 'HCPC2024_JUL_ANWEB.txt', HCPCS, ['hcpcs', 'hcpcs-width', 'hcpcs-record', 'hcpcs-continuation']],
  ['PTP text', 'ccipra-v302r0.txt', many(PTP, 20), ['ncci-ptp', 'ptp-columns', 'ptp-code', 'ptp-date']],
  ['MUE csv', 'mue-2024q3.csv', many(MUE, 20), ['ncci-mue', 'mue-code', 'mue-value', 'mue-indicator']],
  ['add-on text', 'AOC_V2024Q2.txt', many(AOC_TEXT, 20), ['ncci-aoc', 'aoc-row', 'aoc-date']],
  [
    'transactions text',
    'HCPCS2019_changes.prn',
    many(
      [
        ' HCPCS/MOD      TYPE OF CHANGE    SHORT DESCRIPTION              LONG DESCRIPTION',
        '   A0001    Short Description ChanA short one                    A long one',
      ].join('\r\n'),
      20,
    ),
    ['hcpcs-transactions', 'hcpcs-code'],
  ],
  [
    'corrections text',
    'corrections.prn',
    many(
      [
        '         2018 HCPCS CORRECTIONS',
        '  CODE           ACTION        EFF DATE         SHORT DESC                   LONG DESC           TOSBETOSCOVPRICASC IN',
        '  A0003  Should not have been updated - revert back to 2017 description',
        '  A0004  ADD Code              01/01/201Short words of a new code  A description that is cut here 1  M5D  C  13',
      ].join('\r\n'),
      20,
    ),
    ['hcpcs-corrections', 'hcpcs-code', 'table-columns'],
  ],
  [
    'corrections csv',
    'corrections.txt',
    many('\t2018 HCPCS CORRECTIONS\r\nCODE\tACTION\tEFF DATE\tSHORT DESC\r\nA0001\tTerminate code\t01/01/2018\t', 20),
    ['hcpcs-corrections', 'hcpcs-code'],
  ],
  [
    'processing notes',
    'proc_notes_2019.txt',
    many('   PROCESSING NOTES\r\n   0001--A NOTE   *\r\n         THAT GOES ON *', 20),
    ['hcpcs-notes'],
  ],
  [
    'codes not otherwise classified',
    'noc.prn',
    many(
      [
        '   NOC CODES - HCPCS 2019',
        '  HCPCS  LONG DESCRIPTION            ADD DATE  TERM DATE',
        '  L0001  Not otherwise classified    20190101',
        '  L0001  and more of it',
      ].join('\r\n'),
      20,
    ),
    ['hcpcs-noc', 'hcpcs-code'],
  ],
  ['add-on csv', 'aoc-2024q2.csv', many(AOC_CSV, 50), ['ncci-aoc', 'aoc-code', 'aoc-type']],
])(
  'mutated %s',
  async (_, name, text, expected) => {
    const random = randomFrom(name.length);
    const met = await outcomes(name, () => mutate(bytesOf(text), random, CODES), random);
    expect([...met]).toEqual(expect.arrayContaining(expected));
  },
  7_200_000,
);

const XML = [
  '<row r="1">',
  '</row>',
  '<c r="ZZ9" t="s">',
  '</c>',
  '<v>',
  '</v>',
  '&#10;',
  '&amp;',
  '<!--',
  ']]>',
  '99999999',
];

test.each<[string, string, readonly (readonly string[])[], string[]]>([
  [
    'HCPCS',
    'HCPC2024_JUL_ANWEB.xlsx',
    hcpcsSheet(hcpcsRecord('A0001'), hcpcsRecord('XA')),
    ['xlsx-broken', 'table-columns'],
  ],
  ['PTP', 'ccipra-v302r0.xlsx', cellsOf(many(PTP, 20)), ['xlsx-broken', 'ncci-ptp']],
])(
  'mutated parts of a %s spreadsheet',
  async (_, name, rows, expected) => {
    const parts = workbookParts(rows);
    const random = randomFrom(name.length);
    const next = (): Uint8Array => {
      const at = below(random, parts.length);
      return zip(...parts.map((part, i) => (i === at ? { ...part, bytes: mutate(part.bytes, random, XML) } : part)));
    };
    const met = await outcomes(name, next, random);
    expect([...met]).toEqual(expect.arrayContaining(expected));
  },
  7_200_000,
);

/** Lengths stay as they are: the change is met where it is, not at the directory. */
function withByteChanged(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice();
  copy[below(random, copy.length)] = below(random, 256);
  return copy;
}

test('mutated zip archives', async () => {
  const archive = zip({ ...entry('ccipra.txt', PTP), packed: true }, entry('mue-2024q3.csv', MUE));
  const random = randomFrom(1);
  const words = ['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', '../', '\xff\xff\xff\xff'];
  const next = (): Uint8Array => (random() < 0.5 ? mutate(archive, random, words) : withByteChanged(archive, random));
  const met = await outcomes('all-v302r0.zip', next, random);
  expect([...met]).toEqual(expect.arrayContaining(['zip-broken', 'ncci-ptp', 'ncci-mue']));
}, 7_200_000);

test('mutated gzip files', async () => {
  const file = new Uint8Array(gzipSync(PTP));
  const random = randomFrom(2);
  const met = await outcomes('ccipra-v302r0.txt.gz', () => mutate(file, random, ['\x1f\x8b', '\x00\x00']), random);
  expect([...met]).toEqual(expect.arrayContaining(['gzip-broken']));
}, 7_200_000);

import { describe, expect, it, test } from 'vitest';
import { type DescriptorFile, descriptorKind, readDescriptorFile } from '../../src/licensed/descriptor-file.ts';
import { editionOf } from '../../src/licensed/edition.ts';
import { licensedCpt, storedCpt, storedText } from '../../src/licensed/licensed-cpt.ts';
import type { Problem } from '../../src/problems.ts';
import { FUZZ_RUNS, mutate, randomFrom } from '../support/fuzz.ts';

/** Descriptors are invented: none of them is the AMA's. */

const NOTICE = 'CPT   codes are copyright 1995-2024 American Medical Association. All rights reserved.';
const file = (...lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('');
const LONG = file(NOTICE, 'Use within your licence alone.', '', '99213\tZebra one, told at length', '0042T\tZebra two');

const read = (name: string, text: string): DescriptorFile => readDescriptorFile(name, name, text) as DescriptorFile;
const problems = (name: string, text: string): readonly Problem[] =>
  readDescriptorFile(name, name, text) as readonly Problem[];

describe('a file of descriptors', () => {
  test.each<[string, string, string, Record<string, string>]>([
    ['LONGULT.txt', 'long', LONG, { '99213': 'Zebra one, told at length', '0042T': 'Zebra two' }],
    [
      'MEDU.txt',
      'medium',
      file(NOTICE, '', '99213 ZEBRA ONE', '0001F\tZEBRA THREE'),
      { '99213': 'ZEBRA ONE', '0001F': 'ZEBRA THREE' },
    ],
    ['SHORTU.TXT', 'short', file(NOTICE, '', '99213 ZEBRA'), { '99213': 'ZEBRA' }],
    [
      'LONGUF.txt',
      'long',
      file(NOTICE, '', '9921301 ZEBRA ONE, TOLD', '9921302 AT LENGTH', '0042T01 ZEBRA TWO'),
      { '99213': 'ZEBRA ONE, TOLD AT LENGTH', '0042T': 'ZEBRA TWO' },
    ],
    [
      'ConsumerDescriptor.txt',
      'consumer',
      file('Concept Id\tCPT Code\tConsumer Friendly Descriptor', '1000123\t99213\tZebra for all'),
      { '99213': 'Zebra for all' },
    ],
  ])('%s', (name, kind, text, descriptors) => {
    const one = read(name, text);
    expect([one.kind, Object.fromEntries(one.descriptors)]).toEqual([kind, descriptors]);
    if (text.includes('copyright')) {
      expect([one.year, one.notice]).toEqual([2024, NOTICE.replace('   ', ' ')]);
    }
  });

  test.each([
    ['LONGULT.txt', `${LONG}99214\tZebra\tthree\r\n`, 'the line has 3 columns, a file of long descriptors has 2', 6],
    ['LONGULT.txt', `${LONG}99214 Zebra three\r\n`, 'the line has 1 columns, a file of long descriptors has 2', 6],
    ['LONGULT.txt', file('99213\tZebra\tone'), 'the line has 3 columns, a file of long descriptors has 2', 1],
    ['LONGULT.txt', `${LONG}9921\tZebra three\r\n`, 'column 1 holds no CPT code', 6],
    ['LONGULT.txt', file(NOTICE, '9921\tZebra', '99213\tZebra'), 'column 1 holds no CPT code', 2],
    ['LONGULT.txt', `${LONG}J0135\tZebra three\r\n`, 'column 1 holds no CPT code', 6],
    ['LONGULT.txt', `${LONG}99214\t \r\n`, '99214 has no descriptor', 6],
    ['LONGULT.txt', `${LONG}99213\tAnother zebra\r\n`, '99213 is here twice', 6],
    ['MEDU.txt', file(`99213 ${'Z'.repeat(49)}`), '99213 has 49 characters, a medium descriptor has at most 48', 1],
    ['SHORTU.txt', file(`99213 ${'Z'.repeat(29)}`), '99213 has 29 characters, a short descriptor has at most 28', 1],
    ['MEDU.txt', file('99213  '), '99213 has no descriptor', 1],
    ['LONGULF.txt', file('9921302 Zebra'), 'line 02 of 99213 is out of order', 1],
    ['LONGULF.txt', file('99213 Zebra'), 'the line does not begin with a CPT code and its line number', 1],
    [
      'ConsumerDescriptor.txt',
      file('1000123\t99213'),
      'the line has 2 columns, a file of consumer descriptors has 3',
      1,
    ],
    ['ConsumerDescriptor.txt', file('99213\t1000123\tZebra'), 'column 2 holds no CPT code', 1],
  ])('%s with a broken line is refused', (name, text, message, line) => {
    expect(problems(name, text)).toEqual([{ code: 'licensed-columns', message, file: name, line }]);
  });

  it('without a code is refused', () => {
    expect(problems('LONGULT.txt', file(NOTICE, 'Nothing else.'))).toMatchObject([{ code: 'licensed-columns' }]);
  });

  it('of which all is broken names twenty lines', () => {
    const found = problems('LONGULT.txt', file(...Array.from({ length: 30 }, (_, i) => `992${10 + i}\tZebra\tmarker`)));
    expect([found.length, found.at(-1)]).toEqual([
      21,
      { code: 'more-problems', message: 'and 10 more lines', file: 'LONGULT.txt' },
    ]);
  });

  it('is known by its name, the better of two first', () => {
    const names = ['LONGULT.txt', 'LONGULF.txt', 'LONGUT.txt', 'longuf.txt', 'MEDU.txt', 'ClinicianDescriptor.txt'];
    expect(names.map((name) => descriptorKind(name)?.rank ?? null)).toEqual([0, 1, 2, 3, 4, null]);
  });

  it('mutated gives sound descriptors or problems, and no problem repeats one', () => {
    const random = randomFrom(7);
    const met = new Set<boolean>();
    for (let run = 0; run < FUZZ_RUNS; run++) {
      const text = new TextDecoder('latin1').decode(
        mutate(new TextEncoder().encode(LONG), random, ['\t', '99214', '\r\n']),
      );
      const result = readDescriptorFile('LONGULT.txt', 'LONGULT.txt', text);
      met.add('kind' in result);
      if ('kind' in result) {
        for (const [code, descriptor] of result.descriptors) {
          if (!/^\d{4}[0-9A-Z]$/i.test(code) || descriptor !== descriptor.trim() || descriptor === '')
            throw new Error(`unsound ${code}`);
        }
      } else if (result.length === 0 || result.some(({ message }) => /zebra/i.test(message)))
        throw new Error('unsound');
    }
    expect(met).toEqual(new Set([true, false]));
  });
});

describe('an edition', () => {
  const medium = read('MEDU.txt', file('99213 ZEBRA ONE', '99214 ZEBRA FOUR'));

  it('has each code with the descriptors of every file', () => {
    const edition = editionOf([read('LONGULT.txt', LONG), medium], null);
    if ('code' in edition) throw new Error(edition.message);
    const cpt = storedCpt(storedText(edition.year, edition.notice, edition.descriptors));
    expect([cpt?.year, cpt?.notice]).toEqual([2024, NOTICE.replace('   ', ' ')]);
    expect(cpt?.descriptor('99213')).toEqual({
      long: 'Zebra one, told at length',
      medium: 'ZEBRA ONE',
      short: null,
      consumer: null,
    });
    expect(['0042T', '99214', '99215'].map((code) => cpt?.has(code))).toEqual([true, true, false]);
    expect(cpt?.descriptor('99215')).toBeNull();
  });

  it('has the notice of the AMA where no file bears one', () => {
    expect(editionOf([medium], 2025)).toMatchObject({
      year: 2025,
      notice: 'CPT copyright 2025 American Medical Association. All rights reserved.',
    });
  });

  test.each<[string, readonly DescriptorFile[], number | null]>([
    ['of no year', [medium], null],
    ['of another year than said', [read('LONGULT.txt', LONG)], 2025],
    [
      'of two years',
      [read('LONGULT.txt', LONG), read('MEDU.txt', file(NOTICE.replace('2024', '2023'), '', '99213 Z'))],
      null,
    ],
  ])('%s is none', (_, files, year) => {
    expect(editionOf(files, year)).toMatchObject({ code: 'licensed-year' });
  });

  test.each([
    '',
    '{',
    '{}',
    '{"format":2,"year":2024,"notice":"n","codes":{}}',
    '{"format":1,"year":2024,"notice":"n","codes":{"99213":["a"]}}',
  ])('is not read from %s', (text) => {
    expect(storedCpt(text)).toBeNull();
  });

  it('knows what it has', () => {
    const cpt = licensedCpt(
      2024,
      'notice',
      new Map([['99213', { long: 'a', medium: null, short: null, consumer: null }]]),
    );
    expect([cpt.has('99213'), cpt.has('99214')]).toEqual([true, false]);
  });
});

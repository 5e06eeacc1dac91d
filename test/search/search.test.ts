import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/codes/day.ts';
import { type SearchFilters, type SearchIndex, searchIndex, vocabularyOf } from '../../src/search/index.ts';
import { ENTRIES, entry } from './entries.ts';

const TABLES = [
  {
    name: 'drugs' as const,
    edition: '2018',
    rows: [
      { term: 'Infliximab, IVection', codes: 'J1745', see: '' },
      { term: 'Remicade', codes: '', see: 'Infliximab, IVection' },
    ],
  },
  {
    name: 'index' as const,
    edition: '2018',
    rows: [{ term: 'Accessories, wheelchairs', codes: 'E2601-E2625, K0001-K0108', see: '' }],
  },
];
const VOCABULARY = vocabularyOf(TABLES, ENTRIES);
const INDEX = searchIndex(ENTRIES, VOCABULARY);

const codes = (query: string, filters: SearchFilters = {}, index: SearchIndex = INDEX): string[] =>
  index.search(query, filters).map((hit) => hit.entry.code);
const first = (query: string) => INDEX.search(query)[0];

describe('by number', () => {
  it.each([
    ['E01', ['E0100', 'E0105', 'E0143']],
    ['e 01', ['E0100', 'E0105', 'E0143']],
    ['J0135', ['J0135']],
    ['j0135', ['J0135']],
    ['992', ['99213', '99214']],
    ['99214', ['99214']],
  ])('%s gives the codes that begin so, in order', (query, expected) => {
    expect(codes(query)).toEqual(expected);
    expect(first(query).reason.by).toBe('code');
  });

  it('a code among words stands first, and the words are searched too', () => {
    expect(codes('J2270 cane').slice(0, 3)).toEqual(['J2270', 'E0100', 'E0105']);
  });

  it('a number that begins no code is a word', () => {
    expect(codes('125')).toEqual(['J2930']);
  });
});

describe('by words', () => {
  it.each([
    ['a word of the descriptor', 'tetracycline', 'J0120'],
    ['the beginning of a word', 'tetracy', 'J0120'],
    ['one letter wrong', 'tetracyclime', 'J0120'],
    ['one letter left out', 'adalimumb', 'J0139'],
    ['two letters changed over', 'tetarcycline', 'J0120'],
    ['two letters wrong in a long word', 'methylpredmisolome', 'J2930'],
    ['one word where two are printed', 'bedpan', 'E0275'],
    ['two words where one is printed', 'wheel chair cushion', 'E2601'],
    ['a number that tells doses apart', 'adalimumab 20 mg', 'J0135'],
    ['number and unit in one', 'adalimumab 20mg', 'J0135'],
    ['an abbreviation of the short descriptor', 'w/c cushion', 'E2601'],
    ['what people say', 'walking stick', 'E0100'],
    ['a brand name of the Table of Drugs', 'remicade', 'J1745'],
    ['a brand name that only people say', 'humira', 'J0139'],
  ])('%s', (_, query, code) => {
    expect(codes(query)[0]).toBe(code);
  });

  it('the thing before its parts, unless a part is asked for', () => {
    expect(codes('cane')[0]).toBe('E0100');
    expect(codes('replacement cane tip')[0]).toBe('A4637');
  });

  it('what is in force before what has ended', () => {
    expect(codes('adalimumab')).toEqual(['J0139', 'J0135']);
  });

  it.each(['', '   ', '—', 'xyzzyq'])('%j finds nothing', (query) => {
    expect(codes(query)).toEqual([]);
  });
});

describe('why', () => {
  it('names the brand, its edition and the generic name', () => {
    expect(first('remicade').reason).toEqual({
      by: 'drugs',
      text: 'Remicade',
      edition: '2018',
      meant: 'Infliximab',
      words: [],
    });
  });

  it('names what people say', () => {
    expect(first('walking stick').reason).toMatchObject({ by: 'people', text: 'walking stick' });
  });

  it('names the words that were read otherwise', () => {
    expect(first('tetracyclime').reason).toMatchObject({
      by: 'descriptor',
      words: [{ asked: 'tetracyclime', read: 'tetracycline', as: 'correction' }],
    });
  });
});

describe('filters', () => {
  it.each<[string, string, SearchFilters, string[]]>([
    ['level', '99', { level: 'II' }, []],
    ['section', 'cane', { section: 'A' }, ['A4637']],
    ['coverage', 'cane', { coverage: 'D' }, ['E0105']],
    ['drugs', 'infusion', { drugs: true }, []],
    ['the last day', 'adalimumab', { on: parseDay('2024-12-31') }, ['J0135']],
    ['the first day', 'adalimumab', { on: parseDay('2025-01-01') }, ['J0139']],
    ['a code by number', 'J0135', { on: parseDay('2025-01-01') }, []],
  ])('%s', (_, query, filters, expected) => {
    expect(codes(query, filters)).toEqual(expected);
  });

  it('the limit counts what passes', () => {
    expect(INDEX.search('E0', {}, 2).map((hit) => hit.entry.code)).toEqual(['E0100', 'E0105']);
    expect(INDEX.search('cane', { coverage: 'D' }, 1)).toHaveLength(1);
  });
});

it('a licensed descriptor is found and marked as what it is', () => {
  const licensed = entry('99213', 'Invented words for a visit', 'Invented visit', { level: 'I', licensed: true });
  const index = searchIndex([...ENTRIES.filter(({ code }) => code !== '99213'), licensed], VOCABULARY);
  expect(index.search('invented visit')[0].entry).toMatchObject({ code: '99213', licensed: true });
});

describe('properties', () => {
  it('every code finds itself first', () => {
    for (const { code } of ENTRIES) expect(codes(code)[0]).toBe(code);
  });

  it('the order of the entries does not matter', () => {
    const queries = ['cane', 'wheelchair', 'injection 10 mg', 'remicade', 'E0', 'adalimumb'];
    const expected = queries.map((query) => INDEX.search(query));
    fc.assert(
      fc.property(fc.shuffledSubarray([...ENTRIES], { minLength: ENTRIES.length }), (entries) => {
        const index = searchIndex(entries, VOCABULARY);
        expect(queries.map((query) => index.search(query))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('a query gives the same after any others', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 5 }), fc.string(), (before, query) => {
        const alone = searchIndex(ENTRIES, VOCABULARY).search(query);
        for (const other of before) INDEX.search(other);
        expect(INDEX.search(query)).toEqual(alone);
      }),
      { numRuns: 50 },
    );
  });

  it('any text is answered within the limit, each code once, by falling score', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.lorem()), fc.integer({ min: 1, max: 30 }), (query, limit) => {
        const hits = INDEX.search(query, {}, limit);
        expect(hits.length).toBeLessThanOrEqual(limit);
        expect(new Set(hits.map((hit) => hit.entry.code)).size).toBe(hits.length);
        const scores = hits.filter(({ reason }) => reason.by !== 'code').map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      }),
    );
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { readSearchData, type SearchData, type Year } from '../../bench/search-data.ts';
import {
  brandQueries,
  handQueries,
  indexQueries,
  oneLetterWrong,
  ours,
  rightWithin,
} from '../../bench/search-measure.ts';
import { learnAbbreviations } from '../../src/search/abbreviations.ts';
import { isCodeList, placesOf } from '../../src/search/code-ranges.ts';
import { searchIndex, vocabularyOf } from '../../src/search/index.ts';
import { PEOPLE_WORDS } from '../../src/search/people-words.ts';
import { wordsOf } from '../../src/search/tokens.ts';
import { HAS_DATA } from '../support/data.ts';
import { randomFrom } from '../support/fuzz.ts';

describe.skipIf(!HAS_DATA)('search over the published codes', () => {
  let data: SearchData;
  let codes: readonly string[];
  beforeAll(async () => {
    data = await readSearchData();
    codes = data.entries.map(({ code }) => code).sort();
  });
  const tables = (year: Year) => [data.table('index', year), data.table('drugs', year)];

  describe.each<[Year, Year]>([
    ['2018', '2017'],
    ['2017', '2018'],
  ])('the entries of %s by the vocabulary of %s', (asked, source) => {
    it('index terms: right in the first ten for 97 %, with one letter wrong for 93 %', () => {
      const ask = ours(data.entries, tables(source));
      const terms = indexQueries(data.table('index', asked), codes);
      expect(terms.queries.length).toBeGreaterThan(1_700);
      expect(terms.leadNowhere).toBe(0);
      expect(rightWithin(ask, terms, 10) / terms.queries.length).toBeGreaterThanOrEqual(0.97);
      const wrong = oneLetterWrong(terms, randomFrom(1));
      expect(wrong.queries.filter(({ query }, i) => query !== terms.queries[i].query).length).toBeGreaterThan(1_600);
      expect(rightWithin(ask, wrong, 10) / wrong.queries.length).toBeGreaterThanOrEqual(0.93);
    });

    it('brand names: right in the first ten for 95 %', () => {
      const brands = brandQueries(data.table('drugs', asked), codes);
      expect(brands.queries.length).toBeGreaterThan(600);
      const ask = ours(data.entries, tables(source));
      expect(rightWithin(ask, brands, 10) / brands.queries.length).toBeGreaterThanOrEqual(0.95);
    });
  });

  it('queries by hand: right in the first five for 90 %', () => {
    const set = handQueries(codes);
    expect(set.queries).toHaveLength(200);
    const ask = ours(data.entries, [...tables('2018'), ...tables('2017')]);
    expect(rightWithin(ask, set, 5) / set.queries.length).toBeGreaterThanOrEqual(0.9);
  });

  it('every code finds itself first', () => {
    const index = searchIndex(data.entries, vocabularyOf(tables('2018'), data.entries));
    for (const code of codes) expect(index.search(code, {}, 1)[0].entry.code).toBe(code);
  });

  it('abbreviations of the short descriptors are learnt', () => {
    const learnt = learnAbbreviations(data.entries);
    const meaning = (word: string) => learnt.get(word)?.[0].words.join(' ');
    expect(['inj', 'wo', 'ea', 'whlchr', 'wc', 'nos', 'afo', 'ped', 'pt'].map(meaning)).toEqual([
      'injection',
      'without',
      'each',
      'wheelchair',
      'wheelchair',
      'not otherwise specified',
      'ankle foot orthosis',
      'pediatric',
      'patient',
    ]);
  });

  it("people's words lead to codes that exist, and nothing is said twice", () => {
    const said = PEOPLE_WORDS.flatMap(([words]) => words.split('|'));
    expect(said.filter((words, i) => said.indexOf(words) !== i)).toEqual([]);
    const descriptors = data.entries.map(({ long }) => new Set(wordsOf(long)));
    const astray = PEOPLE_WORDS.filter(([, meant]) =>
      isCodeList(meant)
        ? meant.split(' ').some((part) => placesOf(part, codes).length === 0)
        : !descriptors.some((words) => wordsOf(meant).every((word) => words.has(word))),
    );
    expect(astray).toEqual([]);
  });
});

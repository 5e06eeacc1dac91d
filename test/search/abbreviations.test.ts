import fc from 'fast-check';
import { expect, it } from 'vitest';
import { learnAbbreviations } from '../../src/search/abbreviations.ts';

const PAIRS = [
  { short: 'Whlchr std', long: 'Wheelchair, standard' },
  { short: 'Whlchr hd', long: 'Wheelchair, heavy duty' },
  { short: 'Walker hd', long: 'Walker, heavy duty' },
  { short: 'Bed w/o rails', long: 'Bed, without rails' },
  { short: 'Bed w/o mattress', long: 'Bed, without mattress' },
  { short: 'Brace nos', long: 'Brace, not otherwise specified' },
  { short: 'Shoe nos', long: 'Shoe, not otherwise specified' },
  { short: 'Catheter ea', long: 'Catheter, each' },
];
const meanings = (word: string, pairs = PAIRS): string[] =>
  (learnAbbreviations(pairs).get(word) ?? []).map(({ words }) => words.join(' '));

it.each([
  ['whlchr', ['wheelchair']],
  ['hd', ['heavy duty']],
  // `w/o` is one word, and one letter a word is an acronym: all three of them.
  ['wo', ['without']],
  ['nos', ['not otherwise specified']],
])('%s means %j', (word, expected) => {
  expect(meanings(word)).toEqual(expected);
});

it('one code proves nothing', () => {
  expect(meanings('ea')).toEqual([]);
  expect(meanings('std')).toEqual([]);
});

it('a word that the long descriptor spells the same is no abbreviation', () => {
  expect(meanings('bed')).toEqual([]);
});

it('a meaning that most of the codes contradict is none', () => {
  const contradicted = [
    ...PAIRS,
    ...['A', 'B', 'C', 'D'].map((name) => ({ short: `Hd ${name}`, long: 'Other thing' })),
  ];
  expect(meanings('hd', contradicted)).toEqual([]);
});

it('says how many codes bear it out', () => {
  expect(learnAbbreviations(PAIRS).get('whlchr')).toEqual([{ words: ['wheelchair'], seen: 2, of: 2 }]);
});

it('does not depend on the order of the pairs', () => {
  const inOrder = [...learnAbbreviations(PAIRS)];
  fc.assert(
    fc.property(fc.shuffledSubarray(PAIRS, { minLength: PAIRS.length }), (pairs) => {
      expect([...learnAbbreviations(pairs)]).toEqual(inOrder);
    }),
  );
});

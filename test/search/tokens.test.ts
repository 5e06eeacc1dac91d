import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordsOf } from '../../src/search/tokens.ts';

it.each([
  ['Injection, adalimumab, 20 mg', ['injection', 'adalimumab', '20', 'mg']],
  ['10mg', ['10', 'mg']],
  ['0.5 mg', ['0.5', 'mg']],
  ['.50 mg', ['0.5', 'mg']],
  ['1,000 units', ['1000', 'unit']],
  ['w/o', ['wo']],
  ['W/C cushion', ['wc', 'cushion']],
  ['Gen w/adhesive', ['gen', 'adhesive']],
  ['vitamin B-12', ['vitamin', 'b', '12']],
  ['Solu-Medrol', ['solu', 'medrol', 'solumedrol']],
  ['batteries, boxes, crutches, lenses, braces', ['battery', 'box', 'crutch', 'lense', 'brace']],
  ['glass, pelvis, virus, gas', ['glass', 'pelvis', 'virus', 'gas']],
  ["patient's", ['patient']],
  ['naïve', ['naive']],
  ['Acetylcysteine, IVection', ['acetylcysteine', 'injection']],
  ['the walker for my mother', ['walker', 'mother']],
  ['with the', ['with', 'the']],
  ['', []],
  ['—', []],
])('the words of %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

it('takes any text, and its own words for words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const words = wordsOf(text);
      for (const word of words) expect(word).toMatch(/^(?:[a-z]+|\d+(?:\.\d+)?(?:e\+\d+)?|Infinity)$/);
    }),
  );
});

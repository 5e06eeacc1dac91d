import { learnAbbreviations } from '../src/search/abbreviations.ts';
import type { SearchEntry } from '../src/search/index.ts';
import { wordsOf } from '../src/search/tokens.ts';
import { number, type Row } from './row.ts';

/**
 * What the abbreviations learnt from half of the codes say of the other half: of the short words there that have a
 * learnt meaning and are spelled out in no long descriptor of their own code, how many codes' long descriptors have
 * one of the meanings.
 */
export function abbreviationRows(entries: readonly SearchEntry[], command: string): readonly Row[] {
  const ordered = entries.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const learnt = learnAbbreviations(ordered.filter((_, i) => i % 2 === 0));
  let borneOut = 0;
  let applied = 0;
  let words = 0;
  for (const { short, long } of ordered.filter((_, i) => i % 2 === 1)) {
    const spelled = new Set(wordsOf(long));
    for (const word of new Set(wordsOf(short))) {
      if (spelled.has(word) || !/^[a-z]+$/.test(word)) continue;
      words += 1;
      const meanings = learnt.get(word);
      if (meanings === undefined) continue;
      applied += 1;
      if (meanings.some((meaning) => meaning.words.every((each) => spelled.has(each)))) borneOut += 1;
    }
  }
  const share = (part: number, of: number): string => `${number((100 * part) / of, 1)} %`;
  return [
    {
      what: `abbreviations learnt from half of the codes, right in the other half (${number(applied)})`,
      figure: share(borneOut, applied),
      target: '',
      command,
    },
    {
      what: `short words there that no long descriptor spells out, with a meaning (of ${number(words)})`,
      figure: share(applied, words),
      target: '',
      command,
    },
  ];
}

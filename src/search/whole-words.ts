import { swaps } from './readings.ts';
import type { Texts } from './texts.ts';

const LEAST_PART = 3;
/** Parts that shorter ones make may be anything: `comm`, `doe`. */
const LEAST_WORD = 6;

/**
 * The words with those that are neither known nor nearly known parted in two known ones: `bedpan` where it is
 * printed `bed pan`.
 */
export function wholeWords(words: readonly string[], texts: Texts): readonly string[] {
  return words.flatMap((word) => (isStrange(word, texts) ? (parted(word, texts) ?? [word]) : [word]));
}

const isStrange = (word: string, texts: Texts): boolean =>
  word.length >= LEAST_WORD &&
  /^[a-z]/.test(word) &&
  texts.id(word) < 0 &&
  texts.dictionary.fuzzyGet(word, 1).size === 0 &&
  swaps(word).every((swapped) => texts.id(swapped) < 0);

function parted(word: string, texts: Texts): readonly string[] | null {
  for (let cut = LEAST_PART; cut <= word.length - LEAST_PART; cut++) {
    const parts = [word.slice(0, cut), word.slice(cut)];
    if (parts.every((part) => texts.id(part) >= 0)) return parts;
  }
  return null;
}

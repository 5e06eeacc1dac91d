import type { Abbreviations } from './abbreviations.ts';
import type { Texts } from './texts.ts';

/** How a word of the query was taken. */
export type ReadAs = 'itself' | 'abbreviation' | 'beginning' | 'correction' | 'compound';

/** A word of the dictionary that a word of the query may mean. */
export interface Reading {
  readonly id: number;
  /** 1 for the word itself, less the further it is from it. */
  readonly quality: number;
  readonly as: ReadAs;
}

const ABBREVIATION = 0.95;
const BEGINNING = 0.9;
/** A last word that is a word already may still be the beginning of a longer one. */
const BEGINNING_OF_WHOLE_WORD = 0.6;
const ONE_LETTER_WRONG = 0.85;
const TWO_LETTERS_WRONG = 0.6;
const LEAST_FOR_BEGINNING = 2;
const LEAST_FOR_CORRECTION = 3;
const LEAST_FOR_TWO_LETTERS = 7;
const MOST_BEGINNINGS = 40;

/** For each word of a query what it may mean; words that nothing is known of have no reading. */
export function readingsOf(words: readonly string[], texts: Texts, abbreviations: Abbreviations): Reading[][] {
  const readings = words.map((word, i) => readingsOfWord(word, i === words.length - 1, texts, abbreviations));
  // `wheel chair` is `wheelchair`.
  for (let i = 0; i + 1 < words.length; i++) {
    const id = texts.id(words[i] + words[i + 1]);
    if (id < 0) continue;
    for (const list of [readings[i], readings[i + 1]]) list.push({ id, quality: 1, as: 'compound' });
  }
  return readings;
}

function readingsOfWord(word: string, isLast: boolean, texts: Texts, abbreviations: Abbreviations): Reading[] {
  const id = texts.id(word);
  const readings: Reading[] = id < 0 ? [] : [{ id, quality: 1, as: 'itself' }];
  for (const { words } of abbreviations.get(word) ?? []) {
    const meant = words.length === 1 ? texts.id(words[0]) : -1;
    if (meant >= 0) readings.push({ id: meant, quality: ABBREVIATION, as: 'abbreviation' });
  }
  if (/^\d/.test(word)) return readings;
  if ((isLast || id < 0) && word.length >= LEAST_FOR_BEGINNING) readings.push(...beginnings(word, id >= 0, texts));
  if (id < 0 && word.length >= LEAST_FOR_CORRECTION) readings.push(...corrections(word, texts));
  return readings;
}

function beginnings(word: string, isWord: boolean, texts: Texts): Reading[] {
  const found: Reading[] = [];
  for (const [longer, id] of texts.dictionary.atPrefix(word)) {
    if (longer === word) continue;
    const quality = (isWord ? BEGINNING_OF_WHOLE_WORD : BEGINNING) * Math.sqrt(word.length / longer.length);
    found.push({ id, quality, as: 'beginning' });
  }
  return found.sort((a, b) => b.quality - a.quality || a.id - b.id).slice(0, MOST_BEGINNINGS);
}

function corrections(word: string, texts: Texts): Reading[] {
  const near = corrected(word, 1, texts);
  for (const swapped of swaps(word)) {
    const id = texts.id(swapped);
    if (id >= 0) near.push({ id, quality: ONE_LETTER_WRONG, as: 'correction' });
  }
  if (near.length > 0 || word.length < LEAST_FOR_TWO_LETTERS) return near;
  return corrected(word, 2, texts);
}

function corrected(word: string, distance: 1 | 2, texts: Texts): Reading[] {
  const quality = distance === 1 ? ONE_LETTER_WRONG : TWO_LETTERS_WRONG;
  return [...texts.dictionary.fuzzyGet(word, distance).values()]
    .filter(([id]) => !/^\d/.test(texts.words[id]))
    .map(([id]) => ({ id, quality, as: 'correction' as const }));
}

/** The word with two neighbouring letters changed over, in each place. */
export function swaps(word: string): readonly string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, i) => word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2),
  );
}

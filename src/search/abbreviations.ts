import { wordsOf } from './tokens.ts';

/** What a word of the short descriptors stands for, and how often the long ones bear it out. */
interface Expansion {
  readonly words: readonly string[];
  /** Codes whose long descriptor has these words where the short one has the abbreviation. */
  readonly seen: number;
  /** Codes whose short descriptor has the abbreviation and whose long one does not. */
  readonly of: number;
}

export type Abbreviations = ReadonlyMap<string, readonly Expansion[]>;

/** A short and a long descriptor of one code. */
export interface DescriptorPair {
  readonly short: string;
  readonly long: string;
}

/** Fewer codes than this, or a smaller part of them, prove nothing. */
const LEAST_SEEN = 2;
const LEAST_SHARE = 0.4;
/** A second meaning must be this common beside the first. */
const LEAST_SHARE_BESIDE = 0.25;
const LEAST_SEEN_BESIDE = 3;
/** `nos` is three words; nothing stands for more than four. */
const MOST_WORDS = 4;

/**
 * Learns the abbreviations of the short descriptors from the long ones: a word that the long descriptor of its code
 * does not have is counted with every word (or run of words) there whose letters it takes in order from the first on,
 * and that the short one does not spell out. What is met often enough and in most of the codes is the meaning. The
 * order of the pairs does not matter.
 *
 * @example
 * learnAbbreviations(pairs).get('whlchr') // [{ words: ['wheelchair'], seen: 23, of: 25 }]
 */
export function learnAbbreviations(pairs: Iterable<DescriptorPair>): Abbreviations {
  const counts = new Map<string, { of: number; readonly meanings: Map<string, number> }>();
  for (const { short, long } of pairs) {
    if (short === '' || long === '') continue;
    const shortWords = new Set(wordsOf(short));
    const longWords = wordsOf(long);
    const spelled = new Set(longWords);
    for (const word of shortWords) {
      if (spelled.has(word) || !/^[a-z]+$/.test(word)) continue;
      const count = counts.get(word) ?? { of: 0, meanings: new Map<string, number>() };
      counts.set(word, count);
      count.of += 1;
      for (const meaning of meaningsIn(word, longWords, shortWords)) {
        count.meanings.set(meaning, (count.meanings.get(meaning) ?? 0) + 1);
      }
    }
  }
  const learnt = new Map<string, readonly Expansion[]>();
  for (const [word, { of, meanings }] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const kept = chosen(word, of, meanings);
    if (kept.length > 0) learnt.set(word, kept);
  }
  return learnt;
}

function meaningsIn(word: string, long: readonly string[], short: ReadonlySet<string>): ReadonlySet<string> {
  const meanings = new Set<string>();
  for (let start = 0; start < long.length; start++) {
    if (long[start][0] !== word[0]) continue;
    for (let count = 1; count <= MOST_WORDS && start + count <= long.length; count++) {
      if (short.has(long[start + count - 1])) break;
      const words = long.slice(start, start + count);
      if (count > 1 && word.length > count + 2) continue;
      if (words.join('').length > word.length && standsFor(word, words)) meanings.add(words.join(' '));
    }
  }
  return meanings;
}

/** Whether the letters are taken from each of the words in turn, from its first on, none left out. */
function standsFor(letters: string, [word, ...others]: readonly string[]): boolean {
  if (letters[0] !== word[0]) return false;
  let taken = 1;
  let place = 1;
  const ends = [1];
  while (taken < letters.length && place < word.length) {
    if (word[place] === letters[taken]) {
      taken += 1;
      ends.push(taken);
    }
    place += 1;
  }
  if (others.length === 0) return taken === letters.length;
  return ends.some((end) => end < letters.length && standsFor(letters.slice(end), others));
}

/** One letter a word: `nos` rather stands for three words than for the first two of them. */
const isAcronym = (word: string, meaning: string): boolean => word.length > 1 && wordCount(meaning) === word.length;

function chosen(word: string, of: number, meanings: ReadonlyMap<string, number>): readonly Expansion[] {
  const weight = (meaning: string, seen: number): number => (isAcronym(word, meaning) ? seen * 1.1 : seen);
  const ranked = [...meanings].sort(
    ([a, seenA], [b, seenB]) =>
      weight(b, seenB) - weight(a, seenA) || wordCount(a) - wordCount(b) || a.length - b.length || (a < b ? -1 : 1),
  );
  const [first, ...others] = ranked;
  if (first === undefined || first[1] < LEAST_SEEN || first[1] / of < LEAST_SHARE) return [];
  const beside = others
    .filter(([, seen]) => seen >= LEAST_SEEN_BESIDE && seen / of >= LEAST_SHARE_BESIDE)
    .filter(([meaning]) => wordCount(meaning) === 1 && !first[0].split(' ').includes(meaning));
  return [first, ...beside.slice(0, 1)].map(([meaning, seen]) => ({ words: meaning.split(' '), seen, of }));
}

const wordCount = (text: string): number => text.split(' ').length;

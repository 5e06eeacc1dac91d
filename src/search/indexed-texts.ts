import { placesOf } from './code-ranges.ts';
import type { SearchEntry } from './entry.ts';
import { type IndexedText, Texts } from './texts.ts';
import { wordsOf } from './tokens.ts';
import type { Phrase, Vocabulary } from './vocabulary.ts';

/** A text that leads to codes: a descriptor, or a phrase of the vocabulary. */
interface Source {
  /** Descriptor, table of CMS, people's words. */
  readonly channel: 0 | 1 | 2;
  /** null for a descriptor of the code itself. */
  readonly phrase: Phrase | null;
  /** Places of the codes among the entries. */
  readonly places: Uint32Array;
  /** How well each of them is meant, 0 to 1. */
  readonly weights: Float32Array;
}

export interface IndexedTexts {
  readonly texts: Texts;
  /** By number of text. */
  readonly sources: readonly Source[];
}

/** At least so many words of a descriptor name the thing itself: `Injection, adalimumab, 20 mg`. */
const LEAST_HEAD = 4;
/** Codes that a phrase means by words of their descriptors, not by their number. */
const MEANT_IN_HEAD = 0.95;
const MEANT = 0.75;
/** A phrase for many codes says less of each. */
const BREADTH = 0.02;

/** All texts by which codes are found. `entries` are in the order of their codes. */
export function indexTexts(entries: readonly SearchEntry[], { phrases, abbreviations }: Vocabulary): IndexedTexts {
  const indexed: IndexedText[] = [];
  const sources: Source[] = [];
  const expanded = (words: readonly string[]): readonly string[] =>
    words.flatMap((word) => (abbreviations.get(word) ?? []).flatMap((expansion) => expansion.words));
  const long = entries.map((entry) => wordsOf(entry.long));
  entries.forEach((entry, place) => {
    const own: Source = { channel: 0, phrase: null, places: Uint32Array.of(place), weights: Float32Array.of(1) };
    if (long[place].length > 0) {
      const head = Math.max(LEAST_HEAD, wordsOf(entry.long.split(/[,;(]/, 1)[0]).length);
      indexed.push({ words: long[place], also: [], head });
      sources.push(own);
    }
    const shortWords = wordsOf(entry.short);
    if (shortWords.length > 0) {
      indexed.push({ words: shortWords, also: expanded(shortWords), head: shortWords.length });
      sources.push(own);
    }
  });
  const descriptors = new DescriptorFinder(entries, long);
  const codes = entries.map(({ code }) => code);
  for (const phrase of phrases) {
    const source = sourceOf(phrase, codes, descriptors);
    if (source.places.length === 0) continue;
    const words = wordsOf(phrase.text);
    indexed.push({ words, also: [], head: words.length });
    sources.push(source);
  }
  return { texts: new Texts(indexed), sources };
}

function sourceOf(phrase: Phrase, codes: readonly string[], descriptors: DescriptorFinder): Source {
  const weightOf = new Map<number, number>();
  for (const { place, inHead } of descriptors.find(phrase.meant, phrase.from === 'drugs')) {
    weightOf.set(place, inHead ? MEANT_IN_HEAD : MEANT);
  }
  for (const place of placesOf(phrase.codes, codes)) weightOf.set(place, 1);
  const ordered = [...weightOf].sort(([a], [b]) => a - b);
  const breadth = 1 - BREADTH * Math.log2(Math.max(1, ordered.length));
  return {
    channel: phrase.from === 'people' ? 2 : 1,
    phrase,
    places: Uint32Array.from(ordered, ([place]) => place),
    weights: Float32Array.from(ordered, ([, weight]) => weight * breadth),
  };
}

/** Finds the codes whose long descriptors have all of some words. */
class DescriptorFinder {
  readonly #entries: readonly SearchEntry[];
  readonly #places = new Map<string, number[]>();
  readonly #words: readonly (readonly string[])[];

  constructor(entries: readonly SearchEntry[], words: readonly (readonly string[])[]) {
    this.#entries = entries;
    this.#words = words;
    words.forEach((own, place) => {
      for (const word of new Set(own)) {
        const list = this.#places.get(word);
        if (list === undefined) this.#places.set(word, [place]);
        else list.push(place);
      }
    });
  }

  find(text: string, drugsOnly: boolean): readonly { readonly place: number; readonly inHead: boolean }[] {
    const wanted = wordsOf(text);
    if (wanted.length === 0) return [];
    const lists = wanted.map((word) => this.#places.get(word) ?? []).sort((a, b) => a.length - b.length);
    return lists[0]
      .filter((place) => !drugsOnly || this.#entries[place].isDrug)
      .filter((place) => wanted.every((word) => this.#words[place].includes(word)))
      .map((place) => ({
        place,
        inHead: wanted.every((word) => this.#words[place].indexOf(word) < Math.max(LEAST_HEAD, wanted.length + 1)),
      }));
  }
}

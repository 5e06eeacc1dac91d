import { OPEN_DAY } from '../codes/day.ts';
import { codesAsked } from './codes-asked.ts';
import { passes, type SearchEntry, type SearchFilters } from './entry.ts';
import { type IndexedTexts, indexTexts } from './indexed-texts.ts';
import { type ReadAs, type Reading, readingsOf } from './readings.ts';
import { Scoring } from './scoring.ts';
import { wordsOf } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wholeWords } from './whole-words.ts';

/** Why a code was found. */
export interface Reason {
  /** Its number, its descriptor, CMS's index or Table of Drugs, or the list of people's words. */
  readonly by: 'code' | 'descriptor' | 'index' | 'drugs' | 'people';
  /** The text that led to it, as it is printed; of a descriptor ''. */
  readonly text: string;
  /** Of which year the table is; '' where it is none. */
  readonly edition: string;
  /** What the text means in words of the descriptors: the generic name of a brand; '' where there is none. */
  readonly meant: string;
  /** Words that were not taken as they were written. */
  readonly words: readonly { readonly asked: string; readonly read: string; readonly as: ReadAs }[];
}

export interface SearchHit {
  readonly entry: SearchEntry;
  /** How well it fits, comparable within one answer only. */
  readonly score: number;
  readonly reason: Reason;
}

export interface SearchIndex {
  /** Codes that can be found. */
  readonly size: number;
  /**
   * The codes that answer best, at most `limit` of them. Asked for a code or the beginning of one, it gives those
   * first, in their order.
   */
  search(query: string, filters?: SearchFilters, limit?: number): readonly SearchHit[];
}

const LIMIT = 20;
/** What has ended stands after what has not; quality measures after what is done or given. */
const ENDED = 0.8;
const QUALITY_MEASURE = 0.85;
const PART = 0.85;
/** Words that make a descriptor that of a part, not of the thing. */
const PARTS: ReadonlySet<string> = new Set(
  'replacement replace addition additional accessory repair modification supply component attachment adapter'.split(
    ' ',
  ),
);

/**
 * Makes the index over codes: their descriptors and the vocabulary. The order of the entries does not matter.
 *
 * @example
 * searchIndex(entries, vocabulary).search('walking stick', { on }, 5) // E0100, E0105 …
 */
export function searchIndex(entries: readonly SearchEntry[], vocabulary: Vocabulary): SearchIndex {
  const ordered = entries.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const indexed = indexTexts(ordered, vocabulary);
  const codes = ordered.map(({ code }) => code);
  const standings = ordered.map(standingOf);
  const scoring = new Scoring(indexed, ordered.length);
  return {
    size: ordered.length,
    search(query, filters = {}, limit = LIMIT) {
      const asked = codesAsked(query, codes);
      const hits: SearchHit[] = [];
      for (const place of asked.places) {
        if (hits.length >= limit) return hits;
        if (passes(ordered[place], filters)) hits.push({ entry: ordered[place], score: 1, reason: BY_CODE });
      }
      const words = wholeWords(wordsOf(asked.rest), indexed.texts);
      if (words.length === 0) return hits;
      const readings = readingsOf(words, indexed.texts, vocabulary.abbreviations);
      const isAsked = { ended: filters.on !== undefined, part: words.some((word) => PARTS.has(word)) };
      const given = new Set(asked.places);
      const found = scoring
        .run(readings)
        .filter(({ place }) => !given.has(place) && passes(ordered[place], filters))
        .map((one) => ({ ...one, score: one.score * worthOf(standings[one.place], isAsked) }))
        .sort((a, b) => b.score - a.score || a.place - b.place)
        .slice(0, limit - hits.length);
      for (const { place, score, text } of found) {
        hits.push({ entry: ordered[place], score, reason: reasonOf(text, words, readings, indexed) });
      }
      return hits;
    },
  };
}

const BY_CODE: Reason = { by: 'code', text: '', edition: '', meant: '', words: [] };

/** What makes a code less likely to be meant. */
interface Standing {
  readonly ended: boolean;
  readonly part: boolean;
  readonly qualityMeasure: boolean;
}

const standingOf = ({ code, long, to }: SearchEntry): Standing => ({
  ended: to !== OPEN_DAY,
  part: isOfPart(long),
  qualityMeasure: isQualityMeasure(code),
});

const worthOf = ({ ended, part, qualityMeasure }: Standing, isAsked: Pick<Standing, 'ended' | 'part'>): number =>
  (ended && !isAsked.ended ? ENDED : 1) * (part && !isAsked.part ? PART : 1) * (qualityMeasure ? QUALITY_MEASURE : 1);

/** G8395 to G9999 and M codes report how good care is: long sentences about everything that is cared for. */
const isQualityMeasure = (code: string): boolean => /^(?:M[01]|G8[3-9]|G9)/.test(code);

const isOfPart = (long: string): boolean =>
  wordsOf(long)
    .slice(0, 4)
    .some((word) => PARTS.has(word));

function reasonOf(
  text: number,
  words: readonly string[],
  readings: readonly (readonly Reading[])[],
  { texts, sources }: IndexedTexts,
): Reason {
  const { phrase } = sources[text];
  const read = words.flatMap((asked, i) => {
    const [best] = readings[i].filter(({ id }) => texts.holds(id, text)).sort((a, b) => b.quality - a.quality);
    return best === undefined || best.as === 'itself' ? [] : [{ asked, read: texts.words[best.id], as: best.as }];
  });
  if (phrase === null) return { by: 'descriptor', text: '', edition: '', meant: '', words: read };
  return { by: phrase.from, text: phrase.text, edition: phrase.edition, meant: phrase.meant, words: read };
}

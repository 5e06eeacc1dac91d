import MiniSearch from 'minisearch';
import { placesOf } from '../src/search/code-ranges.ts';
import {
  type SearchEntry,
  searchIndex,
  type TermRow,
  type TermTable,
  type Vocabulary,
  vocabularyOf,
} from '../src/search/index.ts';
import { HAND_QUERIES, LATER_QUERIES } from './search-queries.ts';

/** Queries with the codes that answer each, and those that no loaded release can answer. */
export interface QuerySet {
  readonly queries: readonly { readonly query: string; readonly right: ReadonlySet<string> }[];
  /** Rows whose codes no loaded release lists. */
  readonly notListed: number;
  /** Rows that refer to a name of which their table has no row, so that nothing says what would be right. */
  readonly leadNowhere: number;
}

/** What gives the codes for a query, best first. */
export type Ask = (query: string, limit: number) => readonly string[];

/** Our search, over these entries with these tables as vocabulary. */
export function ours(entries: readonly SearchEntry[], tables: readonly TermTable[], people = true): Ask {
  const whole = vocabularyOf(tables, entries);
  const vocabulary: Vocabulary = people
    ? whole
    : { ...whole, phrases: whole.phrases.filter(({ from }) => from !== 'people') };
  const index = searchIndex(entries, vocabulary);
  return (query, limit) => index.search(query, {}, limit).map(({ entry }) => entry.code);
}

/** MiniSearch as it comes, with the same words: descriptors, and the terms of the tables at the codes they name. */
export function plain(entries: readonly SearchEntry[], tables: readonly TermTable[]): Ask {
  const codes = entries.map(({ code }) => code).sort();
  const terms = new Map<string, string[]>();
  for (const { term, codes: printed } of tables.flatMap(({ rows }) => rows)) {
    for (const place of placesOf(printed, codes)) {
      const list = terms.get(codes[place]);
      if (list === undefined) terms.set(codes[place], [term]);
      else list.push(term);
    }
  }
  const index = new MiniSearch({ idField: 'code', fields: ['long', 'short', 'terms'] });
  index.addAll(
    entries.map(({ code, long, short }) => ({ code, long, short, terms: terms.get(code)?.join('; ') ?? '' })),
  );
  return (query, limit) =>
    index
      .search(query, { prefix: true, fuzzy: 0.2 })
      .slice(0, limit)
      .map(({ id }) => String(id));
}

/** How many queries have a right code among the first `within`. */
export const rightWithin = (ask: Ask, { queries }: QuerySet, within: number): number =>
  queries.filter(({ query, right }) => ask(query, within).some((code) => right.has(code))).length;

/** The terms of an edition of the index as queries. */
export function indexQueries({ rows }: TermTable, codes: readonly string[]): QuerySet {
  return querySet(
    rows.filter((row) => row.codes !== '').map(({ term, codes: right }) => ({ query: term, right })),
    codes,
  );
}

/** The names of an edition of the Table of Drugs that refer to another name, with the codes at the end of the chain. */
export function brandQueries({ rows }: TermTable, codes: readonly string[]): QuerySet {
  const brands = rows.filter(({ codes: own, see }) => own === '' && see !== '');
  return querySet(
    brands.map(({ term, see }) => ({ query: term, right: codesUnder(see, rows) })),
    codes,
  );
}

/** Those two hundred that were written by hand. */
export const handQueries = (codes: readonly string[]): QuerySet =>
  querySet(
    HAND_QUERIES.map(([query, right]) => ({ query, right })),
    codes,
  );

/** The sixty written afterwards. */
export const laterQueries = (codes: readonly string[]): QuerySet =>
  querySet(
    LATER_QUERIES.map(([query, right]) => ({ query, right })),
    codes,
  );

function querySet(
  all: readonly { readonly query: string; readonly right: string }[],
  codes: readonly string[],
): QuerySet {
  const queries = all
    .map(({ query, right }) => ({ query, right: new Set(placesOf(right, codes).map((place) => codes[place])) }))
    .filter(({ right }) => right.size > 0);
  const leadNowhere = all.filter(({ right }) => right === '').length;
  return { queries, notListed: all.length - queries.length - leadNowhere, leadNowhere };
}

/** The codes at the end of a chain of references, by means of its own: the search's are what is measured. */
function codesUnder(see: string, rows: readonly TermRow[], steps = 5): string {
  const named = see.split(/\s+or\s+/).flatMap((name) => rowsNamed(name, rows));
  const codes = named
    .map((row) => row.codes)
    .filter((each) => each !== '')
    .join(' ');
  const onward = named.find((row) => row.see !== '');
  if (codes !== '' || onward === undefined || steps === 0) return codes;
  return codesUnder(onward.see, rows, steps - 1);
}

/** Rows with all words of a name and the fewest beside them; else those whose whole name is part of it. */
function rowsNamed(name: string, rows: readonly TermRow[]): readonly TermRow[] {
  const wanted = nameWords(name);
  const beside = rows.map(({ term }) => {
    const words = nameWords(term);
    return wanted.every((word) => words.some((other) => alike(word, other))) ? words.length : Number.POSITIVE_INFINITY;
  });
  const fewest = Math.min(...beside);
  if (Number.isFinite(fewest)) return rows.filter((_, i) => beside[i] === fewest);
  return rows.filter(({ term }) => {
    const head = nameWords(term.split(',', 1)[0]);
    return head.length > 1 && head.every((word) => wanted.some((other) => alike(word, other)));
  });
}

const nameWords = (name: string): readonly string[] => [
  ...new Set(
    name
      .toLowerCase()
      .replace(/\b(?:ivection|injection|etc|and|hcl|hydrochloride)\b/g, ' ')
      .match(/[a-z0-9]+/g) ?? [],
  ),
];

/** The same word, or a long one with two letters wrong: the references of the tables are not free of slips. */
const alike = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= 7 && a[0] === b[0] && distance(a, b) <= 2);

function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row.push(Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    before = row;
  }
  return before[b.length];
}

const LEAST_WORD = 4;

/** The same queries with one letter of one word of four or more letters left out, put in, exchanged or changed over. */
export function oneLetterWrong(set: QuerySet, random: () => number): QuerySet {
  return { ...set, queries: set.queries.map(({ query, right }) => ({ query: misspelled(query, random), right })) };
}

function misspelled(query: string, random: () => number): string {
  const words = [...query.matchAll(/[A-Za-z]+/g)].filter(([word]) => word.length >= LEAST_WORD);
  if (words.length === 0) return query;
  const { 0: word, index } = words[Math.floor(random() * words.length)];
  return query.slice(0, index) + withOneWrong(word, random) + query.slice(index + word.length);
}

function withOneWrong(word: string, random: () => number): string {
  const at = Math.floor(random() * word.length);
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  switch (Math.floor(random() * 4)) {
    case 0:
      return word.slice(0, at) + letter + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + word.slice(at + 1);
    default: {
      const first = Math.min(at, word.length - 2);
      return word.slice(0, first) + word[first + 1] + word[first] + word.slice(first + 2);
    }
  }
}

import type { IndexedTexts } from './indexed-texts.ts';
import type { Reading } from './readings.ts';

/** A code with the text that leads to it best. */
export interface Scored {
  readonly place: number;
  readonly score: number;
  readonly text: number;
}

/** A word of the query of which nothing is known counts as much as a fairly telling one. */
const UNKNOWN_WORD = 3;
/** How fast a text falls where words of the query are missing in it. */
const MISSING = 1.5;
/** What a descriptor and a phrase are worth where little of them was asked for. */
const DESCRIPTOR_BASE = 0.75;
const PHRASE_BASE = 0.5;
const DESCRIPTOR = 0.9;
/** What else leads to a code adds to what leads to it best. */
const BESIDE = 0.3;
/** Codes below this part of the best are not worth a place. */
const LEAST_PART = 0.3;

/** What leads to a code: its descriptors, the tables of CMS, people's words. */
const CHANNELS = 3;

/** Scores every code for a query. It keeps its arrays from one query to the next. */
export class Scoring {
  readonly #indexed: IndexedTexts;
  /** By text: asked words found in it, its own words found, and of the word at hand the best so far. */
  readonly #asked: Float32Array;
  readonly #own: Float32Array;
  readonly #best: Float32Array;
  readonly #bestOwn: Float32Array;
  readonly #word: Int32Array;
  /** By code and channel: the best score, and the text that has it. */
  readonly #scores: Float32Array;
  readonly #from: Int32Array;

  constructor(indexed: IndexedTexts, codes: number) {
    this.#indexed = indexed;
    const texts = indexed.sources.length;
    this.#asked = new Float32Array(texts);
    this.#own = new Float32Array(texts);
    this.#best = new Float32Array(texts);
    this.#bestOwn = new Float32Array(texts);
    this.#word = new Int32Array(texts).fill(-1);
    this.#scores = new Float32Array(codes * CHANNELS);
    this.#from = new Int32Array(codes * CHANNELS);
  }

  /** The codes that any word of the query leads to, in no order. */
  run(readings: readonly (readonly Reading[])[]): readonly Scored[] {
    const texts: number[] = [];
    let all = 0;
    readings.forEach((list, word) => {
      all += this.#match(list, word, texts);
    });
    return this.#scored(this.#spread(texts, all));
  }

  /** Adds a word of the query to the texts that hold it; gives what the word weighs. */
  #match(list: readonly Reading[], word: number, touched: number[]): number {
    const { postings, telling } = this.#indexed.texts;
    if (list.length === 0) return UNKNOWN_WORD;
    const weight = Math.max(...list.map(({ id, quality }) => telling[id] * quality));
    for (const { id, quality } of list) {
      const { texts, weights } = postings[id];
      const own = telling[id] * quality;
      for (let i = 0; i < texts.length; i++) {
        const text = texts[i];
        if (this.#word[text] !== word) {
          if (this.#word[text] < 0) touched.push(text);
          this.#word[text] = word;
          this.#best[text] = 0;
          this.#bestOwn[text] = 0;
        }
        const value = quality * weights[i] * weight;
        if (value > this.#best[text]) {
          this.#asked[text] += value - this.#best[text];
          this.#best[text] = value;
        }
        if (own > this.#bestOwn[text]) {
          this.#own[text] += own - this.#bestOwn[text];
          this.#bestOwn[text] = own;
        }
      }
    }
    return weight;
  }

  /** Gives the score of every text to its codes, and forgets the texts. */
  #spread(touched: readonly number[], all: number): readonly number[] {
    const { sources, texts } = this.#indexed;
    const places: number[] = [];
    for (const text of touched) {
      const { channel, places: to, weights } = sources[text];
      const found = (this.#asked[text] / all) ** MISSING;
      const told = Math.min(1, this.#own[text] / texts.weights[text]);
      const base = channel === 0 ? DESCRIPTOR_BASE : PHRASE_BASE;
      const score = found * (base + (1 - base) * told) * (channel === 0 ? DESCRIPTOR : 1);
      this.#word[text] = -1;
      this.#asked[text] = 0;
      this.#own[text] = 0;
      for (let i = 0; i < to.length; i++) {
        const first = to[i] * CHANNELS;
        const value = score * weights[i];
        if (value <= this.#scores[first + channel]) continue;
        if (this.#sum(first) === 0) places.push(to[i]);
        this.#scores[first + channel] = value;
        this.#from[first + channel] = text;
      }
    }
    return places;
  }

  #sum(first: number): number {
    return this.#scores[first] + this.#scores[first + 1] + this.#scores[first + 2];
  }

  #scored(places: readonly number[]): readonly Scored[] {
    const scored: Scored[] = [];
    let best = 0;
    for (const place of places) {
      const first = place * CHANNELS;
      let top = first;
      for (let i = first + 1; i < first + CHANNELS; i++) if (this.#scores[i] > this.#scores[top]) top = i;
      const score = this.#scores[top] + BESIDE * (this.#sum(first) - this.#scores[top]);
      if (score > best) best = score;
      if (score >= best * LEAST_PART) scored.push({ place, score, text: this.#from[top] });
      this.#scores.fill(0, first, first + CHANNELS);
    }
    return scored.filter(({ score }) => score >= best * LEAST_PART);
  }
}

import SearchableMap from 'minisearch/SearchableMap';

/** A text to find: its words, in order of importance, and further ones that stand for some of them. */
export interface IndexedText {
  readonly words: readonly string[];
  /** Words by which it is found too, which do not count against it where they are not asked for. */
  readonly also: readonly string[];
  /** How many of the words name the thing itself; those after it count less. */
  readonly head: number;
}

/** How much a word counts after the head of a text, and after its first line. */
const AFTER_HEAD = 0.75;
const LATER = 0.5;
const FIRST_LINE = 12;

/** Where a word occurs: texts ascending, and how much it counts in each. */
export interface Postings {
  readonly texts: Uint32Array;
  readonly weights: Float32Array;
}

/** The words of many texts: dictionary, postings, and how telling each word is. */
export class Texts {
  /** Word → its number, for what begins so or is nearly so. */
  readonly dictionary = new SearchableMap<number>();
  readonly #ids = new Map<string, number>();
  readonly words: string[] = [];
  readonly postings: Postings[] = [];
  /** Inverse document frequency by word. */
  readonly telling: Float32Array;
  /** What the words of a text weigh together. */
  readonly weights: Float32Array;

  constructor(texts: readonly IndexedText[]) {
    const collected: { readonly texts: number[]; readonly weights: number[] }[] = [];
    const add = (word: string, text: number, weight: number): void => {
      let id = this.#ids.get(word);
      if (id === undefined) {
        id = this.words.length;
        this.#ids.set(word, id);
        this.dictionary.set(word, id);
        this.words.push(word);
        collected.push({ texts: [], weights: [] });
      }
      const { texts: seen, weights } = collected[id];
      // The first place counts.
      if (seen[seen.length - 1] === text) return;
      seen.push(text);
      weights.push(weight);
    };
    texts.forEach(({ words, also, head }, text) => {
      words.forEach((word, i) => {
        add(word, text, i < head ? 1 : i < FIRST_LINE ? AFTER_HEAD : LATER);
      });
      for (const word of also) add(word, text, 1);
    });
    for (const { texts: seen, weights } of collected) {
      this.postings.push({ texts: Uint32Array.from(seen), weights: Float32Array.from(weights) });
    }
    this.telling = Float32Array.from(this.postings, ({ texts: { length } }) =>
      Math.log(1 + texts.length / (length + 1)),
    );
    this.weights = Float32Array.from(texts, ({ words }) => this.#weightOf(new Set(words)));
  }

  /** The number of a word, -1 where no text has it. */
  id(word: string): number {
    return this.#ids.get(word) ?? -1;
  }

  /** Whether a word is in a text. */
  holds(id: number, text: number): boolean {
    const { texts } = this.postings[id];
    let low = 0;
    let high = texts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (texts[middle] < text) low = middle + 1;
      else high = middle;
    }
    return texts[low] === text;
  }

  #weightOf(words: ReadonlySet<string>): number {
    let sum = 0;
    for (const word of words) sum += this.telling[this.id(word)];
    return sum;
  }
}

import { type Abbreviations, type DescriptorPair, learnAbbreviations } from './abbreviations.ts';
import { isCodeList } from './code-ranges.ts';
import { PEOPLE_WORDS } from './people-words.ts';
import { wordsOf } from './tokens.ts';

/** A row of CMS's Alpha-Numeric Index or of its Table of Drugs. */
export interface TermRow {
  readonly term: string;
  /** Codes and ranges, as printed: `A4462, E0100-E0105`; '' where there are none. */
  readonly codes: string;
  /** The term that it refers to; '' where it refers to none. */
  readonly see: string;
}

/** One edition of one of the two tables. */
export interface TermTable {
  readonly name: 'index' | 'drugs';
  /** The year it is for, as a person is to read it. */
  readonly edition: string;
  readonly rows: readonly TermRow[];
}

/** A way of saying something that leads to codes. */
export interface Phrase {
  readonly text: string;
  readonly from: 'index' | 'drugs' | 'people';
  readonly edition: string;
  /** Codes and ranges; '' where none is printed. */
  readonly codes: string;
  /** Words of the descriptors that mean the same; '' where there are none. */
  readonly meant: string;
}

/** The words by which codes are found beside their own descriptors. */
export interface Vocabulary {
  readonly phrases: readonly Phrase[];
  readonly abbreviations: Abbreviations;
}

/** Brand names refer to names that refer on; none goes further than three steps. */
const MOST_STEPS = 5;

/** Puts the vocabulary together. What two editions say alike is kept once, from the edition that comes first. */
export function vocabularyOf(tables: readonly TermTable[], pairs: Iterable<DescriptorPair>): Vocabulary {
  const phrases = new Map<string, Phrase>();
  for (const phrase of tables.flatMap(tablePhrases)) {
    const key = `${phrase.from}\t${phrase.text}\t${phrase.codes}\t${phrase.meant}`;
    if (!phrases.has(key)) phrases.set(key, phrase);
  }
  return { phrases: [...phrases.values(), ...peoplePhrases()], abbreviations: learnAbbreviations(pairs) };
}

const peoplePhrases = (): Phrase[] =>
  PEOPLE_WORDS.flatMap(([said, meant]) =>
    said.split('|').map((text) => ({
      text,
      from: 'people' as const,
      edition: '',
      codes: isCodeList(meant) ? meant : '',
      meant: isCodeList(meant) ? '' : meant,
    })),
  );

/** Rows of one edition: those that refer to another take its codes, along the whole chain. */
function tablePhrases({ name, edition, rows }: TermTable): Phrase[] {
  const byTerm = new TermFinder(rows);
  return rows.map(({ term, codes, see }) => {
    const target = codes === '' && see !== '' ? byTerm.resolve(see) : null;
    const meant = name === 'drugs' ? drugName(target?.term ?? (see || term)) : '';
    return { text: term, from: name, edition, codes: target?.codes ?? codes, meant };
  });
}

/** `Infliximab, injection` is infliximab; what follows a comma or stands in brackets is its form. */
const drugName = (term: string): string => term.replace(/\s*[(,].*$/, '').trim();

/** Finds the rows that a reference means. References are not free of slips and not worded as the rows are. */
class TermFinder {
  readonly #rows: readonly {
    readonly row: TermRow;
    readonly words: ReadonlySet<string>;
    readonly head: readonly string[];
  }[];

  constructor(rows: readonly TermRow[]) {
    this.#rows = rows.map((row) => ({ row, words: new Set(wordsOf(row.term)), head: wordsOf(drugName(row.term)) }));
  }

  /** The term at the end of a chain, with the codes of all rows of that name; null where it leads nowhere. */
  resolve(see: string, steps = MOST_STEPS): { readonly term: string; readonly codes: string } | null {
    const rows = see.split(/\s+or\s+/).flatMap((name) => this.#named(new Set(wordsOf(name))));
    const codes = [...new Set(rows.map((row) => row.codes).filter((each) => each !== ''))].join(', ');
    if (codes !== '') return { term: rows[0].term, codes };
    const onward = rows.find((row) => row.see !== '');
    return onward === undefined || steps === 0 ? null : this.resolve(onward.see, steps - 1);
  }

  /** Rows with all the words, those with the fewest others; else rows whose name is some of the words. */
  #named(wanted: ReadonlySet<string>): readonly TermRow[] {
    const exact = this.#matching(wanted, (words, word) => words.has(word));
    return exact.length > 0 ? exact : this.#matching(wanted, holdsNearly);
  }

  #matching(
    wanted: ReadonlySet<string>,
    holds: (words: ReadonlySet<string>, word: string) => boolean,
  ): readonly TermRow[] {
    const holding = this.#rows.filter(({ words }) => [...wanted].every((word) => holds(words, word)));
    const fewest = Math.min(...holding.map(({ words }) => words.size));
    if (holding.length > 0) return holding.filter(({ words }) => words.size === fewest).map(({ row }) => row);
    return this.#rows
      .filter(({ head }) => head.length > 1 && head.every((word) => holds(wanted, word)))
      .map(({ row }) => row);
  }
}

const holdsNearly = (words: ReadonlySet<string>, word: string): boolean =>
  words.has(word) || [...words].some((other) => nearlySameWord(word, other));

const LEAST_FOR_SLIPS = 7;

/** Long words that begin and end alike around a slip: `succinycholine`, `succinylcholine`. */
function nearlySameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < LEAST_FOR_SLIPS || Math.abs(a.length - b.length) > 2) return false;
  let front = 0;
  while (front < a.length && a[front] === b[front]) front += 1;
  let back = 0;
  while (back < a.length - front && back < b.length - front && a.at(-1 - back) === b.at(-1 - back)) back += 1;
  return front > 1 && Math.max(a.length, b.length) - front - back <= 2;
}

/**
 * How well and how fast codes are found: `npm run measure:search`. The Index and Table of Drugs of one year are the
 * vocabulary, the other year's entries the queries; `--misses` names the queries without a right code.
 */
import { parseArgs } from 'node:util';
import { type SearchEntry, searchIndex, vocabularyOf } from '../src/search/index.ts';
import { DATA, HAS_DATA } from '../test/support/data.ts';
import { randomFrom } from '../test/support/fuzz.ts';
import { number, printRows, type Row } from './row.ts';
import { abbreviationRows } from './search-abbreviations.ts';
import { overlayEntries, readSearchData, type SearchData, type Year } from './search-data.ts';
import {
  type Ask,
  brandQueries,
  handQueries,
  indexQueries,
  laterQueries,
  oneLetterWrong,
  ours,
  plain,
  type QuerySet,
  rightWithin,
} from './search-measure.ts';

const COMMAND = 'npm run measure:search';
/** Codes that the time is measured over. */
const CODES = 20_000;
const SEED = 1;

interface Question {
  readonly what: string;
  readonly set: QuerySet;
  readonly within: number;
  readonly target: string;
  /** The search with the vocabulary that belongs to the question. */
  readonly ask: Ask;
  readonly plain: Ask;
}

function questionsOf(data: SearchData): readonly Question[] {
  const { entries } = data;
  const codes = entries.map(({ code }) => code).sort();
  const tables = (year: Year) => [data.table('index', year), data.table('drugs', year)];
  const fromOther = (source: Year, asked: Year): Question[] => {
    const ask = { ask: ours(entries, tables(source)), plain: plain(entries, tables(source)) };
    const terms = indexQueries(data.table('index', asked), codes);
    const fresh = indexQueries(unseen(data, asked, source), codes);
    const years = `${asked} by ${source}`;
    return [
      { what: `index terms, ${years}`, set: terms, within: 10, target: '97 %', ...ask },
      { what: `the same, only terms that ${source} does not have`, set: fresh, within: 10, target: '', ...ask },
      {
        what: 'the same, one letter wrong',
        set: oneLetterWrong(terms, randomFrom(SEED)),
        within: 10,
        target: '93 %',
        ...ask,
      },
      {
        what: `brand names, ${years}`,
        set: brandQueries(data.table('drugs', asked), codes),
        within: 10,
        target: '95 %',
        ...ask,
      },
    ];
  };
  const all = [...tables('2018'), ...tables('2017')];
  const whole = { ask: ours(entries, all), plain: plain(entries, all) };
  const questions = [
    ...fromOther('2017', '2018'),
    ...fromOther('2018', '2017'),
    { what: 'queries by hand', set: handQueries(codes), within: 5, target: '90 %', ...whole },
    { what: 'later queries by hand', set: laterQueries(codes), within: 5, target: '', ...whole },
    {
      what: "queries by hand, without people's words",
      set: handQueries(codes),
      within: 5,
      target: '',
      ask: ours(entries, all, false),
      plain: whole.plain,
    },
  ];
  return questions.filter(({ set }) => set.queries.length > 0);
}

/** The terms of an edition that the other one does not have. */
function unseen(data: SearchData, asked: Year, source: Year) {
  const known = new Set(data.table('index', source).rows.map(({ term }) => term));
  const table = data.table('index', asked);
  return { ...table, rows: table.rows.filter(({ term }) => !known.has(term)) };
}

function rowOf({ what, set, within, target, ask, plain: baseline }: Question): Row {
  const share = (right: number): string => `${number((100 * right) / set.queries.length, 1)} %`;
  const left = [
    set.notListed > 0 ? `${set.notListed} without a code in any release` : '',
    set.leadNowhere > 0 ? `${set.leadNowhere} refer to no row` : '',
  ].filter((text) => text !== '');
  const right = rightWithin(ask, set, within);
  return {
    what: `${what}: right in first ${within} of ${number(set.queries.length)}${left.length > 0 ? ` (left out: ${left.join(', ')})` : ''}`,
    figure: `${share(right)} (MiniSearch ${share(rightWithin(baseline, set, within))})`,
    target,
    command: COMMAND,
  };
}

/** Time of every query over 20,000 codes, all of them with descriptors: those of Level I are invented. */
function timeRows(data: SearchData, queries: readonly string[]): readonly Row[] {
  const overlay = overlayEntries(CODES - data.entries.length, data.entries, randomFrom(SEED));
  const entries: readonly SearchEntry[] = [...data.entries, ...overlay];
  const started = performance.now();
  const tables = [data.table('index', '2018'), data.table('drugs', '2018')];
  const index = searchIndex(entries, vocabularyOf(tables, data.entries));
  const built = performance.now() - started;
  const times = queries.map((query) => quickest(() => index.search(query))).sort((a, b) => a - b);
  const at = (share: number): string => `${number(times[Math.floor(times.length * share)], 2)} ms`;
  const over = `over ${number(index.size)} codes with descriptors, ${number(times.length)} queries`;
  return [
    { what: `a query ${over}: half of them within`, figure: at(0.5), target: '', command: COMMAND },
    { what: `a query ${over}: 99 % within`, figure: at(0.99), target: '5 ms', command: COMMAND },
    { what: `making the index`, figure: `${number(built)} ms`, target: '', command: COMMAND },
  ];
}

const ROUNDS = 3;

/** Milliseconds of the quickest of a few rounds: the others waited for something else on the machine. */
function quickest(run: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { misses: { type: 'boolean' } } });
  if (!HAS_DATA) throw new Error(`no reference data at ${DATA}`);
  const data = await readSearchData();
  const questions = questionsOf(data);
  const queries = questions.flatMap(({ set }) => set.queries.map(({ query }) => query));
  printRows([...questions.map(rowOf), ...timeRows(data, queries), ...abbreviationRows(data.entries, COMMAND)]);
  if (values.misses) {
    for (const { what, set, within, ask } of questions) {
      for (const { query, right } of set.queries) {
        const found = ask(query, within);
        if (!found.some((code) => right.has(code))) {
          console.log(`${what}: ${query}; right ${[...right].slice(0, 5).join(' ')}; found ${found.join(' ')}`);
        }
      }
    }
  }
}

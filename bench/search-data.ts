import { readdirSync } from 'node:fs';
import { NOT_A_DAY, OPEN_DAY, parseDay } from '../src/codes/day.ts';
import { isDrugCode } from '../src/codes/drug-codes.ts';
import { HCPCS_FIELDS, type HcpcsField, type Release, readReleases } from '../src/releases/index.ts';
import type { SearchEntry, TermTable } from '../src/search/index.ts';
import { dataPath } from '../test/support/data.ts';

/** The years of which both the Alpha-Numeric Index and the Table of Drugs are at hand. */
export type Year = '2017' | '2018';

/** What a search is made of, from the published files. */
export interface SearchData {
  /** Every Level II code that a release lists, by the newest one that does. */
  readonly entries: readonly SearchEntry[];
  table(name: TermTable['name'], year: Year): TermTable;
}

const FILES = /ANWEB|Alpha-Numeric-HCPCS-File|Index|Table-of-Drugs/i;

/** Reads the HCPCS releases, indexes and tables of drugs of the reference data. */
export async function readSearchData(): Promise<SearchData> {
  const names = readdirSync(dataPath('hcpcs')).filter((name) => FILES.test(name));
  const { releases, problems } = await readReleases(names.map((name) => dataPath('hcpcs', name)));
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('; '));
  return { entries: levelTwoEntries(releases), table: (name, year) => termTable(releases, name, year) };
}

function termTable(releases: readonly Release[], name: TermTable['name'], year: Year): TermTable {
  const kind = `hcpcs-${name}` as const;
  const release = releases.find((one) => one.kind === kind && one.period.label === year);
  if (release?.kind !== kind) throw new Error(`no ${kind} of ${year}`);
  const [codes, see] = name === 'index' ? [0, 1] : [2, 3];
  const rows = release.records.map(({ key, fields }) => ({ term: key, codes: fields[codes], see: fields[see] }));
  return { name, edition: year, rows };
}

const field = (name: HcpcsField): number => HCPCS_FIELDS.indexOf(name);
const [LONG, SHORT, ADDED, ENDED, COVERAGE] = (
  ['longDescription', 'shortDescription', 'addedDate', 'terminationDate', 'coverage'] as const
).map(field);

function levelTwoEntries(releases: readonly Release[]): readonly SearchEntry[] {
  const entries = new Map<string, SearchEntry>();
  for (const release of releases) {
    if (release.kind !== 'hcpcs') continue;
    for (const { code, isModifier, fields } of release.records) {
      if (isModifier) continue;
      const ended = parseDay(fields[ENDED]);
      entries.set(code, {
        code,
        level: 'II',
        long: fields[LONG],
        short: fields[SHORT],
        section: code[0],
        from: parseDay(fields[ADDED]),
        to: ended === NOT_A_DAY ? OPEN_DAY : ended,
        isDrug: isDrugCode(code),
        coverage: fields[COVERAGE],
        licensed: false,
      });
    }
  }
  return [...entries.values()];
}

/** `count` Level I numbers with invented descriptors: words of Level II ones, in an order that a seed gives. */
export function overlayEntries(
  count: number,
  like: readonly SearchEntry[],
  random: () => number,
): readonly SearchEntry[] {
  return Array.from({ length: count }, (_, i): SearchEntry => {
    const { long, short } = like[Math.floor(random() * like.length)];
    return {
      code: String(10_000 + i * 7).padStart(5, '0'),
      level: 'I',
      long: shuffled(long.split(' '), random).join(' '),
      short: shuffled(short.split(' '), random).join(' '),
      section: 'I',
      from: 0,
      to: OPEN_DAY,
      isDrug: false,
      coverage: '',
      licensed: true,
    };
  });
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

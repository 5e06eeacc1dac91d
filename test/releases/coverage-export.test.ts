import { describe, expect, it } from 'vitest';
import { RECORD_TABLES, type RecordRelease } from '../../src/releases/record-tables.ts';
import { below, FUZZ_RUNS, mutate, randomFrom } from '../support/fuzz.ts';
import { ARTICLES, coverageZip, LCDS, NCDS } from './coverage-fixture.ts';
import { bytesOf, codesOf, readAll } from './fixtures.ts';

async function read(tables: Readonly<Record<string, string>>) {
  return readAll({ 'current_article.zip': coverageZip(tables) });
}

/** The records of a release as objects. */
const recordsOf = ({ kind, records }: RecordRelease) =>
  records.map(({ key, fields }) => ({
    key,
    ...Object.fromEntries(RECORD_TABLES[kind].map((name, i) => [name, fields[i]]).filter(([, value]) => value !== '')),
  }));

describe('the export of articles', () => {
  it('is read from the zip within the zip', async () => {
    const { releases, problems } = await read(ARTICLES);
    expect(problems).toEqual([]);
    expect(releases.map(({ kind, period }) => [kind, period.label])).toEqual([['coverage-articles', '2024-10-17']]);
    expect(recordsOf(releases[0] as RecordRelease)).toEqual([
      {
        key: 'A90001',
        version: '4',
        title: 'Billing and Coding: Heart Tests',
        status: 'A',
        effective: '2015-10-01',
        revised: '2024-03-01',
        lcds: 'L80001',
        states: 'KY OH',
        contractors: '15202',
        codes: '93000 93010',
        covered: '1 I10|2 I110',
        combined: '2',
      },
      {
        key: 'A90002',
        version: '1',
        title: 'Billing and Coding: Café Visits',
        status: 'A',
        effective: '2020-01-01',
        ended: '2024-12-31',
        states: 'NY',
        contractors: '13102',
        codes: 'J3301',
        noncovered: '1 L989',
      },
    ]);
  });

  it('keeps no description of a code', async () => {
    expect(JSON.stringify(await read(ARTICLES))).not.toMatch(/zebra/i);
  });

  it.each([
    ['a table that is not there', { ...ARTICLES, 'contractor.csv': undefined }, 'table-columns'],
    ['a table that is empty', { ...ARTICLES, 'state_lookup.csv': '' }, 'table-columns'],
    [
      'a column that is not there',
      { ...ARTICLES, 'article_x_contractor.csv': 'article_id,contractor_id\r\n90001,238\r\n' },
      'table-columns',
    ],
    [
      'a row with a column too few',
      { ...ARTICLES, 'state_lookup.csv': `${ARTICLES['state_lookup.csv']}7,TX\r\n` },
      'record-columns',
    ],
    ['a quote that is not closed', { ...ARTICLES, 'article.csv': `${ARTICLES['article.csv']}"90003` }, 'table-syntax'],
    ['no week', { ...ARTICLES, 'update_period.csv': 'start_date,end_date\r\n,soon\r\n' }, 'release-period-unknown'],
  ])('with %s is refused whole', async (_, tables, code) => {
    const given = Object.fromEntries(
      Object.entries(tables).filter((pair): pair is [string, string] => pair[1] !== undefined),
    );
    const result = await read(given);
    expect(codesOf(result)).toEqual([code]);
    expect(result.releases).toEqual([]);
    expect(result.problems[0].file).toContain('current_article.zip!current_article_csv.zip');
  });

  it('twice is read once', async () => {
    const twice = await readAll({ 'a.zip': coverageZip(ARTICLES), 'b.zip': coverageZip(ARTICLES) });
    expect(twice.problems).toEqual([]);
    expect(twice.releases).toHaveLength(1);
  });
});

describe('the exports of determinations', () => {
  it('local ones have a title, days and states', async () => {
    const { releases, problems } = await read(LCDS);
    expect(problems).toEqual([]);
    expect(recordsOf(releases[0] as RecordRelease)).toEqual([
      {
        key: 'L80001',
        version: '12',
        title: 'Heart Tests',
        status: 'A',
        effective: '2015-10-01',
        revised: '2024-03-01',
        states: 'KY OH',
        contractors: '15202',
      },
    ]);
  });

  it('national ones have a section and a title', async () => {
    const { releases, problems } = await read(NCDS);
    expect(problems).toEqual([]);
    expect(recordsOf(releases[0] as RecordRelease)).toEqual([
      {
        key: '20.15',
        version: '2',
        title: 'Electrocardiographic Services',
        coverageLevel: 'R',
        effective: '2004-08-26',
      },
    ]);
  });
});

describe('exports that are damaged', () => {
  const names = Object.keys(ARTICLES);

  it('give sound records or a problem with its file', async () => {
    const random = randomFrom(5);
    for (let round = 0; round < Math.max(50, FUZZ_RUNS / 50); round++) {
      const name = names[below(random, names.length)];
      const text = new TextDecoder('latin1').decode(mutate(bytesOf(ARTICLES[name]), random, WORDS));
      const { releases, problems, notKnown } = await read({ ...ARTICLES, [name]: text });
      expect(releases.length + problems.length + notKnown.length, `${round} ${name}`).toBeGreaterThan(0);
      for (const { file } of problems) expect(file, `${round} ${name}`).toBeDefined();
      for (const { key, fields } of releases.flatMap((release) => (release as RecordRelease).records)) {
        expect(key).toMatch(/^A/);
        expect(fields).toHaveLength(RECORD_TABLES['coverage-articles'].length);
      }
    }
  }, 600_000);
});

const WORDS = ['"', ',', '\r\n', 'article_id', '90001', 'A', 'XX000', '2024-01-01', '\u0000', ',,,,,,,,,,'];

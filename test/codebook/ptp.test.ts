import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Codebook, PairRow } from '../../src/codebook/codebook.ts';
import { compile } from '../../src/codebook/compile.ts';
import { openCodebook } from '../../src/codebook/open.ts';
import { type Day, dayOf, OPEN_DAY } from '../../src/codes/day.ts';
import { packCodeText } from '../../src/codes/packed.ts';
import { asOfDay, issued, pairs, someDay } from './arbitrary.ts';
import { type Issued, pairIndicator, pairRows, speaking } from './reference.ts';
import { type PlainPair, ptpRelease, quarter } from './releases.ts';

const SETTINGS = ['professional', 'outpatient'] as const;
type Tables = Readonly<Record<(typeof SETTINGS)[number], readonly Issued<PlainPair>[]>>;

const opened = (tables: Tables): Promise<Codebook> =>
  openCodebook(
    compile(SETTINGS.flatMap((setting) => tables[setting].map(({ issue, rows }) => ptpRelease(issue, rows, setting)))),
  );

/** All pairs of codes that some row names. */
function namedPairs(tables: Tables): (readonly [string, string])[] {
  const rows = SETTINGS.flatMap((setting) => tables[setting].flatMap((release) => release.rows));
  return [...new Set(rows.map(({ columnOne, columnTwo }) => `${columnOne} ${columnTwo}`))].map((pair) => {
    const [columnOne, columnTwo] = pair.split(' ');
    return [columnOne, columnTwo];
  });
}

const texts = (rows: readonly PlainPair[]): string[] =>
  [...new Set(rows.map((row) => JSON.stringify(row, Object.keys(row).sort())))].sort();
const plain = ({ release: _, modifierIndicator: indicator, ...row }: PairRow): PlainPair => ({ ...row, indicator });

describe('PTP pairs of random releases', () => {
  const cases = { professional: issued(pairs), outpatient: issued(pairs) };
  const days = fc.array(someDay, { minLength: 3, maxLength: 3 });

  it('are found as a look through all rows finds them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(cases), asOfDay, days, async (tables, asOf, on) => {
        const codebook = await opened(tables);
        for (const setting of SETTINGS) {
          expect(codebook.tables(asOf).ptp[setting] === null).toBe(speaking(tables[setting], asOf).length === 0);
          for (const pair of namedPairs(tables)) {
            for (const day of on) compareFind(codebook, tables[setting], setting, pair, day, asOf);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are answered in both directions with their history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(cases), asOfDay, days, async (tables, asOf, on) => {
        const codebook = await opened(tables);
        for (const setting of SETTINGS) {
          for (const pair of namedPairs(tables)) {
            for (const day of on) comparePair(codebook, tables[setting], setting, pair, day, asOf);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

function compareFind(
  codebook: Codebook,
  releases: readonly Issued<PlainPair>[],
  setting: (typeof SETTINGS)[number],
  [columnOne, columnTwo]: readonly [string, string],
  on: Day,
  asOf: Day,
): void {
  const tables = codebook.tables(asOf);
  const table = tables.ptp[setting];
  if (table === null) return;
  const expected = pairRows(releases, asOf, columnOne, columnTwo);
  const row = table.find(tables.codeId(packCodeText(columnOne)), tables.codeId(packCodeText(columnTwo)), on);
  expect(row < 0 ? null : table.indicator(row)).toBe(pairIndicator(expected, on));
  if (row < 0) return;
  const said = codebook.ptpRow(setting, row, asOf);
  expect([said.effective, said.deletion]).toEqual([table.from(row), table.to(row)]);
  expect(texts(expected)).toContain(texts([plain(said)])[0]);
  expect(said.release.setting).toBe(setting);
}

function comparePair(
  codebook: Codebook,
  releases: readonly Issued<PlainPair>[],
  setting: (typeof SETTINGS)[number],
  [first, second]: readonly [string, string],
  on: Day,
  asOf: Day,
): void {
  const answer = codebook.pair(first, second, { on, asOf, setting });
  expect(answer.status).toBe(speaking(releases, asOf).length === 0 ? 'not-loaded' : 'answered');
  if (answer.status !== 'answered') return;
  const expected = [...pairRows(releases, asOf, first, second), ...pairRows(releases, asOf, second, first)];
  expect(answer.inForce?.modifierIndicator ?? null).toBe(pairIndicator(expected, on));
  expect(texts(answer.history.map(plain))).toEqual(texts(expected));
  const effective = answer.history.map((row) => row.effective);
  expect(effective).toEqual([...effective].sort((a, b) => a - b));
  expect(codebook.pair(second, first, { on, asOf, setting })).toEqual(answer);
}

describe('a PTP pair', () => {
  const day = dayOf(2024, 7, 1);
  const pair = { columnOne: '11042', columnTwo: '97597', effective: 0, deletion: OPEN_DAY, indicator: 1 } as const;
  const others = Array.from({ length: 6 }, (_, i) => ({ ...pair, columnOne: `1110${i}` }));
  const ask = async (releases: Tables['professional'], asOf?: Day) => {
    const codebook = await opened({ professional: releases, outpatient: [] });
    const when = { on: day, setting: 'professional' as const, ...(asOf !== undefined && { asOf }) };
    return codebook.pair(' 97597', '11042 ', when);
  };

  it('ends with its deletion day, inclusive, and begins with its effective day', async () => {
    const codebook = await opened({
      professional: [{ issue: { period: quarter(2024, 3) }, rows: [{ ...pair, effective: day, deletion: day + 1 }] }],
      outpatient: [],
    });
    const inForce = (on: Day) => {
      const answer = codebook.pair('11042', '97597', { on, setting: 'professional' });
      return answer.status === 'answered' && answer.inForce !== null;
    };
    expect([day - 1, day, day + 1, day + 2].map(inForce)).toEqual([false, true, true, false]);
  });

  it('never applies with indicator 9', async () => {
    const rows = [{ ...pair, effective: day, deletion: day, indicator: 9 as const }];
    const answer = await ask([{ issue: { period: quarter(2024, 3) }, rows }]);
    expect(answer).toMatchObject({ status: 'answered', inForce: null, history: [{ modifierIndicator: 9 }] });
  });

  it('is answered by a newer partial release that lists it, else by the newest whole one', async () => {
    const whole = { issue: { period: quarter(2024, 3) }, rows: [pair, ...others] };
    const silent = { issue: { period: quarter(2025, 1) }, rows: [others[0]] };
    const telling = { issue: { period: quarter(2025, 2) }, rows: [{ ...pair, deletion: day - 1 }] };
    expect(await ask([whole, silent])).toMatchObject({ inForce: { release: { period: { label: '2024Q3' } } } });
    expect(await ask([whole, silent, telling])).toMatchObject({ inForce: null, history: [{ deletion: day - 1 }] });
    expect(await ask([whole, silent, telling], day)).toMatchObject({ inForce: { deletion: OPEN_DAY } });
  });

  it('is not loaded for DME suppliers and settings without a release', async () => {
    const codebook = await opened({
      professional: [{ issue: { period: quarter(2024, 3) }, rows: [pair] }],
      outpatient: [],
    });
    for (const setting of ['dme', 'outpatient'] as const) {
      const answer = codebook.pair('11042', '97597', { on: day, setting });
      expect(answer).toMatchObject({ status: 'not-loaded', reason: expect.stringMatching(/\.$/) });
    }
  });

  it('may be one of more than 65,536 windows and more than 256 rationales', async () => {
    const rows = Array.from({ length: 70_000 }, (_, i) => ({ ...pair, effective: i % 9000, deletion: 9000 + i }));
    const many = rows.map((row, i) => ({
      ...row,
      deletion: Math.min(row.deletion, OPEN_DAY - 1 - (i % 7)),
      prior1996: i % 2 === 0,
    }));
    const codebook = await opened({
      professional: [{ issue: { period: quarter(2024, 3) }, rows: many }],
      outpatient: [],
    });
    const answer = codebook.pair('11042', '97597', { on: 9000, setting: 'professional' });
    expect(
      answer.status === 'answered' &&
        texts(answer.history.map(({ rationale: _, ...row }) => plain({ ...row, rationale: '' }))),
    ).toEqual(texts(many.map((row) => ({ ...row, rationale: '' }))));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/codebook/compile.ts';
import { openCodebook } from '../../src/codebook/open.ts';
import { type Day, dayOf, OPEN_DAY } from '../../src/codes/day.ts';
import { packCodeText } from '../../src/codes/packed.ts';
import { addOns, asOfDay, issued, someDay } from './arbitrary.ts';
import { addOnsOn, type Issued, speaking } from './reference.ts';
import { addOnRelease, type PlainAddOn, quarter } from './releases.ts';

const opened = (releases: readonly Issued<PlainAddOn>[]) =>
  openCodebook(compile(releases.map(({ issue, rows }) => addOnRelease(issue, rows))));

interface Shown {
  readonly primary: string | null;
  readonly type: number;
}
const texts = (rows: readonly Shown[]): string[] =>
  [...new Set(rows.map(({ primary, type }) => `${primary} ${type}`))].sort();

describe('add-on codes of random releases', () => {
  it('have the rows in force of the newest release that lists code and primary', async () => {
    await fc.assert(
      fc.asyncProperty(issued(addOns), asOfDay, someDay, async (releases, asOf, on) => {
        const codebook = await opened(releases);
        const tables = codebook.tables(asOf);
        expect(tables.addOn === null).toBe(speaking(releases, asOf).length === 0);
        for (const code of ['11042', '0042T', 'J0135', '99213']) {
          const expected = texts(addOnsOn(releases, asOf, code, on));
          const answer = codebook.addOn(code, { on, asOf });
          expect(texts(answer.rows)).toEqual(expected);
          if (tables.addOn === null) continue;
          const id = tables.codeId(packCodeText(code));
          const inForce: Shown[] = [];
          for (let row = tables.addOn.start(id); row < tables.addOn.end(id); row++) {
            const said = codebook.addOnRow(row, asOf);
            expect(said.addOn).toBe(code);
            expect(tables.addOn.type(row)).toBe(said.type);
            const primary = said.primary === null ? -1 : tables.codeId(packCodeText(said.primary));
            expect(tables.addOn.primary(row)).toBe(primary);
            if (tables.addOn.inForce(row, on)) inForce.push(said);
          }
          expect(texts(inForce)).toEqual(expected);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('an add-on code', () => {
  const row = { addOn: '11045', primary: '11042', type: 1 } as const;
  const primaries = async (releases: readonly Issued<PlainAddOn>[], on: Day) =>
    (await opened(releases)).addOn('11045', { on }).rows.map(({ primary }) => primary);

  it('without dates is in force on every day', async () => {
    const releases = [
      { issue: { period: quarter(2024, 2) }, rows: [row, { ...row, primary: null, type: 3 as const }] },
    ];
    for (const on of [0, dayOf(2024, 4, 1), dayOf(2090, 1, 1)])
      expect(await primaries(releases, on)).toEqual(['11042', null]);
  });

  it('without dates ends when a later release no longer lists it', async () => {
    const releases = [
      { issue: { period: quarter(2024, 2) }, rows: [row] },
      { issue: { period: quarter(2024, 3) }, rows: [{ ...row, primary: '11043' }] },
    ];
    expect(await primaries(releases, dayOf(2024, 6, 30))).toEqual(['11042', '11043']);
    expect(await primaries(releases, dayOf(2024, 7, 1))).toEqual(['11043']);
  });

  it('with dates is in force from effective to deletion day', async () => {
    const dated = { ...row, effective: dayOf(2011, 1, 1), deletion: dayOf(2012, 12, 31) };
    const releases = [{ issue: { period: quarter(2024, 2) }, rows: [dated] }];
    expect(await primaries(releases, dayOf(2010, 12, 31))).toEqual([]);
    expect(await primaries(releases, dayOf(2012, 12, 31))).toEqual(['11042']);
    expect(await primaries(releases, dayOf(2013, 1, 1))).toEqual([]);
  });

  it('is listed, not one, or not loaded', async () => {
    const codebook = await opened([
      { issue: { period: quarter(2024, 2) }, rows: [{ ...row, effective: 0, deletion: OPEN_DAY }] },
    ]);
    expect(codebook.addOn('11045', { on: 1 })).toMatchObject({
      status: 'listed',
      rows: [{ effective: 0, deletion: OPEN_DAY }],
    });
    expect(codebook.addOn('11042', { on: 1 })).toEqual({ status: 'not-an-add-on', rows: [] });
    expect(codebook.addOn('nonsense', { on: 1 })).toEqual({ status: 'not-an-add-on', rows: [] });
    expect(codebook.addOn('11045', { on: 1, asOf: 1 })).toEqual({ status: 'not-loaded', rows: [] });
  });
});

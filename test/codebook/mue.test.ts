import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MueAnswer, MueValue } from '../../src/codebook/codebook.ts';
import { compile } from '../../src/codebook/compile.ts';
import { openCodebook } from '../../src/codebook/open.ts';
import { type Day, dayOf } from '../../src/codes/day.ts';
import { packCodeText } from '../../src/codes/packed.ts';
import { asOfDay, issued, mues, someDay } from './arbitrary.ts';
import { type Issued, mueOn, speaking } from './reference.ts';
import { mueRelease, type PlainMue, quarter } from './releases.ts';

const opened = (releases: readonly Issued<PlainMue>[]) =>
  openCodebook(compile(releases.map(({ issue, rows }) => mueRelease(issue, rows, 'dme'))));

describe('MUE values of random releases', () => {
  it('are those of the quarter, in runs that reach as far as the value holds', async () => {
    const days = fc.array(someDay, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        issued(mues),
        asOfDay,
        days,
        fc.constantFrom('11042', '97597', 'J0135'),
        async (releases, asOf, on, code) => {
          const codebook = await opened(releases);
          const tables = codebook.tables(asOf);
          const table = tables.mue.dme;
          expect(table === null).toBe(speaking(releases, asOf).length === 0);
          for (const day of on) {
            const expected = mueOn(releases, asOf, code, day);
            compareAnswer(codebook.mue(code, { on: day, asOf, setting: 'dme' }), expected);
            const row = table?.find(tables.codeId(packCodeText(code)), day) ?? -1;
            if (expected === null || expected === 'outside') expect(row).toBe(-1);
            else {
              expect([table?.value(row), table?.mai(row)]).toEqual([expected.value, expected.mai ?? 0]);
              compareRun(codebook.mueRow('dme', row, asOf), releases, asOf, day);
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

function compareAnswer(answer: MueAnswer, expected: PlainMue | null | 'outside'): void {
  if (expected === 'outside') expect(answer).toMatchObject({ status: 'no-data', reason: expect.stringMatching(/\.$/) });
  else if (expected === null) expect(answer.status).toBe('unpublished');
  else {
    const { code, value, mai } = expected;
    expect(answer).toMatchObject({ status: 'listed', mue: { code, value, mai } });
  }
}

/** A run's value is shown on its first and last day, not before and after; its rationale is the newest. */
function compareRun(run: MueValue, releases: readonly Issued<PlainMue>[], asOf: Day, on: Day): void {
  const says = (day: Day): string => {
    const row = mueOn(releases, asOf, run.code, day);
    return row === null || row === 'outside' ? String(row) : `${row.value} ${row.mai}`;
  };
  expect(run.from <= on && on <= run.to).toBe(true);
  for (const day of [run.from, run.to]) expect(says(day)).toBe(`${run.value} ${run.mai}`);
  for (const day of [run.from - 1, run.to + 1]) expect(says(day)).not.toBe(`${run.value} ${run.mai}`);
  expect(mueOn(releases, asOf, run.code, run.to)).toMatchObject({ rationale: run.rationale });
}

describe('an MUE value', () => {
  const value = (number: number): PlainMue => ({ code: '11042', value: number, mai: 1 });

  it('holds over quarters that are not loaded and changes with the first day of the next', async () => {
    const codebook = await opened([
      { issue: { period: quarter(2024, 1) }, rows: [value(2)] },
      { issue: { period: quarter(2024, 3) }, rows: [value(3)] },
    ]);
    const on = (day: Day) => codebook.mue('11042', { on: day, setting: 'dme' });
    expect(on(dayOf(2024, 6, 30))).toMatchObject({
      mue: { value: 2, from: dayOf(2024, 1, 1), to: dayOf(2024, 6, 30) },
    });
    expect(on(dayOf(2024, 7, 1))).toMatchObject({ mue: { value: 3, release: { period: { label: '2024Q3' } } } });
    expect(on(dayOf(2023, 12, 31)).status).toBe('no-data');
    expect(on(dayOf(2024, 10, 1)).status).toBe('no-data');
  });

  it('that a quarter drops is unpublished from then on', async () => {
    const codebook = await opened([
      { issue: { period: quarter(2024, 1) }, rows: [value(2)] },
      { issue: { period: quarter(2024, 2) }, rows: [{ code: '97597', value: 1, mai: null }] },
    ]);
    const answer = codebook.mue('11042', { on: dayOf(2024, 4, 1), setting: 'dme' });
    expect(answer).toMatchObject({ status: 'unpublished', release: { period: { label: '2024Q2' } } });
    expect(codebook.mue('97597', { on: dayOf(2024, 4, 1), setting: 'dme' })).toMatchObject({ mue: { mai: null } });
  });

  it('keeps apart from that of the code before it', async () => {
    const other = { code: '97597', value: 2, mai: 1 } as const;
    const codebook = await opened([
      { issue: { period: quarter(2024, 1) }, rows: [value(2)] },
      { issue: { period: quarter(2024, 2) }, rows: [{ ...other, rationale: 'Clinical: Data' }] },
      { issue: { period: quarter(2024, 3) }, rows: [{ ...other, rationale: 'Clinical: CMS Workgroup' }] },
    ]);
    const run = { from: dayOf(2024, 4, 1), to: dayOf(2024, 9, 30), rationale: 'Clinical: CMS Workgroup' };
    expect(codebook.mue('97597', { on: dayOf(2024, 5, 1), setting: 'dme' })).toMatchObject({ mue: run });
    expect(codebook.mue('11042', { on: dayOf(2024, 5, 1), setting: 'dme' }).status).toBe('unpublished');
  });

  it('is the lower one where a release lists a code twice', async () => {
    const codebook = await opened([{ issue: { period: quarter(2024, 1) }, rows: [value(3), value(2), value(4)] }]);
    expect(codebook.mue('11042', { on: dayOf(2024, 1, 1), setting: 'dme' })).toMatchObject({ mue: { value: 2 } });
  });

  it('is refused where it is no count', () => {
    expect(() => compile([mueRelease({ period: quarter(2024, 1) }, [value(-1)])])).toThrow('is no MUE value');
  });
});

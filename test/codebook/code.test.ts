import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/codebook/compile.ts';
import { openCodebook } from '../../src/codebook/open.ts';
import { dayOf, OPEN_DAY } from '../../src/codes/day.ts';
import { packCodeText, packModifierText } from '../../src/codes/packed.ts';
import type { Release } from '../../src/releases/release.ts';
import { asOfDay, issued, records, someDay } from './arbitrary.ts';
import { type Issued, recordOn, sameIssue, speaking, windowOf } from './reference.ts';
import { addOnRelease, hcpcsRelease, mueRelease, type PlainRecord, ptpRelease, quarter } from './releases.ts';

const opened = (releases: readonly Release[]) => openCodebook(compile(releases));
const ofRecords = (releases: readonly Issued<PlainRecord>[]) =>
  opened(releases.map(({ issue, rows }) => hcpcsRelease(issue, rows)));

describe('Level II codes and modifiers of random releases', () => {
  it('have the window of the newest release and the fields of the one in force', async () => {
    await fc.assert(
      fc.asyncProperty(issued(records), asOfDay, someDay, async (releases, asOf, on) => {
        const codebook = await ofRecords(releases);
        const tables = codebook.tables(asOf);
        for (const code of ['J0135', 'G0008', 'Q5101', 'Q9999', 'A1', 'LT', 'ZZ']) {
          const expected = windowOf(releases, asOf, code);
          const answer = codebook.code(code, { on, asOf });
          if (expected === null) {
            const sameSet = ({ rows }: Issued<PlainRecord>) => rows.some((row) => row.code.length === code.length);
            expect(answer.status).toBe(speaking(releases, asOf).some(sameSet) ? 'unknown' : 'not-loaded');
            continue;
          }
          const { from, to, newest } = expected;
          const inForce = from <= on && on <= to;
          expect(answer).toMatchObject({ status: 'listed', code, inForce, entry: { code, from, to } });
          if (answer.status !== 'listed') continue;
          expect(sameIssue(answer.entry.windowRelease, newest)).toBe(true);
          const { code: _, ...fields } = recordOn(releases, asOf, code, on);
          expect(answer.entry.fields).toMatchObject(fields);
          expect(tables.hcpcs).not.toBeNull();
          if (tables.hcpcs === null) continue;
          if (code.length === 2) expect(tables.hcpcs.modifierInForce(packModifierText(code), on)).toBe(inForce);
          else expect(tables.hcpcs.inForce(tables.codeId(packCodeText(code)), on)).toBe(inForce);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a Level II code', () => {
  const record = { code: 'J0135', shortDescription: 'short', addedDate: '20050101' } as const;
  const others = ['G0008', 'G0009', 'G0010', 'A1'].map((code) => ({ code, addedDate: '20000101' }));
  const at = (year: number, number: 1 | 2 | 3 | 4, rows: readonly PlainRecord[]) => ({
    issue: { period: quarter(year, number) },
    rows,
  });

  it('ends with its termination date, inclusive', async () => {
    const codebook = await ofRecords([at(2024, 1, [{ ...record, terminationDate: '20240331' }])]);
    const inForce = (on: number) => codebook.code('J0135', { on });
    expect(inForce(dayOf(2024, 3, 31))).toMatchObject({ inForce: true });
    expect(inForce(dayOf(2024, 4, 1))).toMatchObject({ inForce: false, entry: { to: dayOf(2024, 3, 31) } });
    expect(inForce(dayOf(2004, 12, 31))).toMatchObject({ inForce: false, entry: { from: dayOf(2005, 1, 1) } });
  });

  it('that a later whole release drops ends the day before it, and a partial release drops nothing', async () => {
    const all = at(2024, 1, [record, ...others]);
    const dropped = await ofRecords([all, at(2024, 2, others)]);
    expect(dropped.code('J0135', { on: 0 })).toMatchObject({
      entry: { to: dayOf(2024, 3, 31), windowRelease: { period: { label: '2024Q2' } } },
    });
    const partial = await ofRecords([all, at(2024, 2, [others[0]])]);
    expect(partial.code('J0135', { on: 0 })).toMatchObject({ entry: { to: OPEN_DAY } });
    expect(partial.releases.map((release) => release.partial)).toEqual([false, true]);
  });

  it('is re-activated by the newest release that gives no termination date', async () => {
    const releases = [
      at(2024, 1, [{ ...record, terminationDate: '20231231' }]),
      at(2024, 2, [{ ...record, actionCode: 'R', actionEffectiveDate: '20240401' }]),
    ];
    const codebook = await ofRecords(releases);
    expect(codebook.code('J0135', { on: dayOf(2024, 5, 1) })).toMatchObject({ inForce: true });
    expect(codebook.code('J0135', { on: dayOf(2024, 5, 1), asOf: dayOf(2024, 2, 1) })).toMatchObject({
      inForce: false,
    });
  });

  it('keeps its modifiers where a later release has none', async () => {
    const codebook = await ofRecords([
      at(2024, 1, [record, { code: 'LT', addedDate: '19900101' }]),
      at(2024, 2, [record]),
    ]);
    expect(codebook.code('lt', { on: dayOf(2024, 5, 1) })).toMatchObject({
      status: 'listed',
      code: 'LT',
      inForce: true,
    });
    const table = codebook.tables().hcpcs;
    expect([table?.modifiersKnownFrom, table?.modifiersKnownTo]).toEqual([dayOf(2024, 1, 1), dayOf(2024, 3, 31)]);
    expect([table?.covers(dayOf(2024, 5, 1)), table?.modifiersCover(dayOf(2024, 5, 1))]).toEqual([true, false]);
  });

  it('lies in a gap between releases or in the period of one', async () => {
    const codebook = await ofRecords([at(2024, 1, [record]), at(2024, 3, [record]), at(2024, 4, [record])]);
    const table = codebook.tables().hcpcs;
    const days = [dayOf(2023, 12, 31), dayOf(2024, 1, 1), dayOf(2024, 5, 1), dayOf(2024, 9, 30), dayOf(2024, 10, 1)];
    expect(days.map((day) => table?.covers(day))).toEqual([false, true, false, true, true]);
    expect([table?.knownFrom, table?.knownTo]).toEqual([dayOf(2024, 1, 1), dayOf(2024, 12, 31)]);
  });

  it('has no window where it is unknown or unpackable', async () => {
    const tables = (await ofRecords([at(2024, 1, [record])])).tables();
    for (const id of [tables.codeId(packCodeText('J0136')), tables.codeId(packCodeText('J01')), -1]) {
      expect(id).toBe(-1);
      expect((tables.hcpcs?.from(id) ?? 0) > (tables.hcpcs?.to(id) ?? 0)).toBe(true);
      expect(tables.hcpcs?.inForce(id, dayOf(2024, 1, 1))).toBe(false);
    }
  });
});

describe('a code that is not Level II', () => {
  const open = { effective: 0, deletion: OPEN_DAY, indicator: 1 } as const;
  const ended = { ...open, deletion: dayOf(2022, 12, 31) } as const;
  const nine = { effective: 100, deletion: 100, indicator: 9 } as const;
  const period = quarter(2024, 3);

  it('is seen where NCCI tables name it, over the span of their rows', async () => {
    const codebook = await opened([
      ptpRelease({ period }, [
        { columnOne: '11042', columnTwo: '97597', ...open },
        { columnOne: '99201', columnTwo: '97597', ...ended },
        { columnOne: '99201', columnTwo: '11042', ...nine },
        { columnOne: '99999', columnTwo: '11042', ...nine },
      ]),
      mueRelease({ period }, [{ code: '0042T', value: 1, mai: 3 }]),
      addOnRelease({ period }, [{ addOn: '11045', primary: '11043', type: 1 }]),
    ]);
    const span = (code: string) => {
      const answer = codebook.code(code, { on: dayOf(2024, 7, 1) });
      return answer.status === 'seen' ? [answer.evidence.from, answer.evidence.to] : answer.status;
    };
    expect(span('11042')).toEqual([0, OPEN_DAY]);
    expect(span('99201')).toEqual([0, dayOf(2022, 12, 31)]);
    expect(span('99999')).toEqual([100, 100]);
    for (const code of ['0042t', '11045', '11043']) expect(span(code)).toEqual([period.from, OPEN_DAY]);
    expect(span('12345')).toBe('not-loaded');
    expect(span('D0120')).toBe('not-loaded');
    expect(span('G0008')).toBe('not-loaded');
  });

  it('ends as the newest release of a table says, and by what no longer names it', async () => {
    const row = { columnOne: '99201', columnTwo: '97597' };
    const rest = { columnOne: '11042', columnTwo: '97597', ...open };
    const codebook = await opened([
      ptpRelease({ period: quarter(2022, 1) }, [rest, { ...row, ...open }]),
      ptpRelease({ period }, [rest, { ...row, ...ended }]),
      mueRelease({ period: quarter(2022, 4) }, [{ code: '99201', value: 1, mai: 3 }]),
      mueRelease({ period: quarter(2023, 1) }, [{ code: '99202', value: 1, mai: 3 }]),
    ]);
    expect(codebook.code('99201', { on: 0 })).toMatchObject({ evidence: { from: 0, to: dayOf(2022, 12, 31) } });
    const before = codebook.code('99201', { on: 0, asOf: dayOf(2022, 2, 1) });
    expect(before).toMatchObject({ evidence: { from: 0, to: OPEN_DAY, releases: [{ period: { label: '2022Q1' } }] } });
  });

  it('is malformed, or a Level I modifier whose list is not loaded', async () => {
    const codebook = await opened([hcpcsRelease({ period }, [{ code: 'J0135' }, { code: 'LT' }])]);
    const on = period.from;
    expect(codebook.code('J013', { on })).toMatchObject({ status: 'unknown', reason: expect.stringContaining('five') });
    expect(codebook.code('59', { on })).toMatchObject({ status: 'not-loaded' });
    expect(codebook.code('ZZ', { on })).toMatchObject({ status: 'unknown' });
    expect(codebook.code('J9999', { on, asOf: on - 1 })).toMatchObject({ status: 'not-loaded' });
  });
});

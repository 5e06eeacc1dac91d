import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/codebook/compile.ts';
import { openCodebook } from '../../src/codebook/open.ts';
import { dayOf } from '../../src/codes/day.ts';
import type { Release } from '../../src/releases/release.ts';
import { addOns, issued, mues, pairs, records } from './arbitrary.ts';
import { addOnRelease, hcpcsRelease, mueRelease, type PlainPair, ptpRelease, quarter } from './releases.ts';
import { sampleReleases } from './sample-releases.ts';

const anyReleases: fc.Arbitrary<Release[]> = fc
  .tuple(issued(pairs), issued(pairs), issued(mues), issued(addOns), issued(records))
  .map(([professional, outpatient, values, addOnRows, codes]) => [
    ...professional.map(({ issue, rows }) => ptpRelease(issue, rows)),
    ...outpatient.map(({ issue, rows }) => ptpRelease(issue, rows, 'outpatient')),
    ...values.map(({ issue, rows }) => mueRelease(issue, rows)),
    ...addOnRows.map(({ issue, rows }) => addOnRelease(issue, rows)),
    ...codes.map(({ issue, rows }) => hcpcsRelease(issue, rows)),
  ]);

describe('compile', () => {
  it('gives the same bytes for the same releases in any order, some of them twice', async () => {
    const orders = anyReleases.chain((releases) =>
      fc.tuple(
        fc.constant(releases),
        fc.shuffledSubarray(releases, { minLength: releases.length }),
        fc.subarray(releases),
      ),
    );
    await fc.assert(
      fc.asyncProperty(orders, async ([releases, shuffled, again]) => {
        const bytes = compile(releases);
        expect(compile([...shuffled, ...again])).toEqual(bytes);
        const codebook = await openCodebook(bytes);
        expect(codebook.id).toMatch(/^[0-9a-f]{64}$/);
        expect(codebook.releases).toHaveLength(releases.length);
        expect(new Set(codebook.releases.map(({ id }) => id)).size).toBe(releases.length);
      }),
      { numRuns: 100 },
    );
  });

  it('names its content: one changed row gives another id', async () => {
    const changed = sampleReleases().map((release) =>
      release.kind === 'ncci-mue' ? { ...release, rows: release.rows.map((row) => ({ ...row, value: 7 })) } : release,
    );
    const [one, other] = await Promise.all(
      [sampleReleases(), changed].map((releases) => openCodebook(compile(releases))),
    );
    expect(one.id).not.toBe(other.id);
    expect((await openCodebook(compile(sampleReleases()))).id).toBe(one.id);
  });

  it('lists the releases by kind and setting, oldest first, with what they say of themselves', async () => {
    const { releases } = await openCodebook(compile(sampleReleases().reverse()));
    expect(releases.map(({ id }) => id)).toEqual([
      'hcpcs/2024Q3',
      'hcpcs/2024Q4',
      'ncci-ptp/professional/2024Q3',
      'ncci-ptp/professional/2024Q4',
      'ncci-ptp/outpatient/2024Q3',
      'ncci-mue/professional/2024Q3',
      'ncci-mue/professional/2024Q4',
      'ncci-mue/outpatient/2024Q4',
      'ncci-mue/dme/2024Q4',
      'ncci-aoc/2024Q3',
      'hcpcs-notes/2024Q3',
      'hcpcs-noc/2024Q3',
    ]);
    const { kind, setting, period, published, print, rowCount, sources, oddities } = sampleReleases()[0];
    expect(releases[0]).toEqual({
      ...{ index: 0, id: 'hcpcs/2024Q3', partial: false, supersededBy: null, codes: 2, modifiers: 1 },
      ...{ kind, setting, period, published, print, rowCount, sources, oddities },
    });
  });

  it('tells reprints and different files of one print apart', async () => {
    const period = quarter(2024, 3);
    const rows = [{ code: '11042', value: 1, mai: 1 } as const];
    const { releases } = await openCodebook(
      compile([
        mueRelease({ period, print: 3, sha256: 'cc' }, rows),
        mueRelease({ period, sha256: 'bb' }, rows),
        mueRelease({ period, sha256: 'aa' }, rows),
      ]),
    );
    expect(releases.map(({ id }) => id)).toEqual([
      'ncci-mue/professional/2024Q3',
      'ncci-mue/professional/2024Q3/bb',
      'ncci-mue/professional/2024Q3/v3',
    ]);
  });

  it('calls a PTP release partial that has less than half of the rows of an earlier one', async () => {
    const rows = (count: number): PlainPair[] =>
      Array.from({ length: count }, (_, i) => ({
        ...{ columnOne: '11042', columnTwo: '97597', effective: i, deletion: i, indicator: 1 },
      }));
    const sizes = [10, 5, 4, 20, 9];
    const releases = sizes.map((size, i) => ptpRelease({ period: quarter(2020 + i, 1) }, rows(size)));
    const codebook = await openCodebook(
      compile([...releases, ptpRelease({ period: quarter(2025, 1) }, rows(1), 'outpatient')]),
    );
    expect(codebook.releases.map(({ partial }) => partial)).toEqual([false, false, true, false, true, false]);
  });

  it('compiles no releases at all', async () => {
    const codebook = await openCodebook(compile([]));
    expect(codebook.releases).toEqual([]);
    const on = dayOf(2024, 7, 1);
    expect(codebook.code('J0135', { on }).status).toBe('not-loaded');
    expect(codebook.mue('J0135', { on, setting: 'dme' }).status).toBe('no-data');
    const { hcpcs, ptp, mue, addOn } = codebook.tables();
    const none = { professional: null, outpatient: null, dme: null };
    expect({ hcpcs, ptp, mue, addOn }).toEqual({ hcpcs: null, ptp: none, mue: none, addOn: null });
  });

  it('refuses rows that no reader gives', () => {
    const period = quarter(2024, 3);
    const pair = { columnOne: '11042', columnTwo: '97597', effective: 0, deletion: 0, indicator: 1 } as const;
    const unfit = expect.objectContaining({ name: 'ProblemError', code: 'release-unfit' });
    expect(() => compile([ptpRelease({ period }, [{ ...pair, columnOne: 'nothing' }])])).toThrow(unfit);
    expect(() => compile([ptpRelease({ period }, [{ ...pair, indicator: 2 as 1 }])])).toThrow(unfit);
    expect(() => compile([hcpcsRelease({ period }, [{ code: 'J013' }])])).toThrow(unfit);
    expect(() => compile([addOnRelease({ period }, [{ addOn: '', primary: null, type: 1 }])])).toThrow(unfit);
  });
});

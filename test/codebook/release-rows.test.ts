import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/codebook/compile.ts';
import { openCodebook } from '../../src/codebook/open.ts';
import { orderReleases } from '../../src/codebook/release-order.ts';
import { unpackCode } from '../../src/codes/packed.ts';
import type { PtpRows, Release } from '../../src/releases/release.ts';
import { addOns, issued, mues, pairs, records } from './arbitrary.ts';
import { addOnRelease, hcpcsRelease, mueRelease, ptpRelease } from './releases.ts';
import { sampleReleases } from './sample-releases.ts';

/** A release's header and rows as sorted texts: what the codebook must give back, whatever the order. */
function content(release: Release): unknown {
  const { kind, setting, period, published, print, sources } = release;
  return { kind, setting, period, published, print, sources, rows: [...new Set(rowsOf(release))].sort() };
}

function rowsOf(release: Release): string[] {
  if (release.kind === 'ncci-ptp')
    return Array.from({ length: release.rows.count }, (_, i) => pairText(release.rows, i));
  if ('records' in release) {
    return release.records.map((record) => {
      const key = 'key' in record ? record.key : record.code;
      return [key, ...record.fields].join('|');
    });
  }
  return release.rows.map((row) => JSON.stringify({ ...row, line: 0 }));
}

const pairText = (rows: PtpRows, i: number): string =>
  [
    unpackCode(rows.columnOne[i]),
    unpackCode(rows.columnTwo[i]),
    rows.effective[i],
    rows.deletion[i],
    rows.modifierIndicator[i],
    rows.prior1996[i],
    rows.rationales[rows.rationale[i]],
  ].join('|');

/** Of a code that one MUE release lists twice the codebook keeps the lower value, the first where they are alike. */
function withoutDoubles(release: Release): Release {
  if (release.kind !== 'ncci-mue') return release;
  const kept = new Map<number, (typeof release.rows)[number]>();
  for (const row of release.rows) {
    const other = kept.get(row.code);
    if (!other || row.value < other.value) kept.set(row.code, row);
  }
  return { ...release, rows: [...kept.values()] };
}

const anyReleases: fc.Arbitrary<Release[]> = fc
  .tuple(issued(pairs), issued(pairs), issued(mues), issued(addOns), issued(records))
  .map(([professional, outpatient, values, rows, codes]) => [
    ...professional.map((each) => ptpRelease(each.issue, each.rows)),
    ...outpatient.map((each) => ptpRelease(each.issue, each.rows, 'outpatient')),
    ...values.map((each) => mueRelease(each.issue, each.rows, 'dme')),
    ...rows.map((each) => addOnRelease(each.issue, each.rows)),
    ...codes.map((each) => hcpcsRelease(each.issue, each.rows)),
  ]);

describe('the content of a release in a codebook', () => {
  it('is what was compiled, for whatever releases', async () => {
    await fc.assert(
      fc.asyncProperty(anyReleases, async (releases) => {
        const codebook = await openCodebook(compile(releases));
        const given = codebook.releases.map(({ index }) => content(codebook.releaseContent(index)));
        expect(given).toEqual(orderReleases(releases).map(withoutDoubles).map(content));
      }),
      { numRuns: 200 },
    );
  });

  it('is what was compiled, of every kind of table', async () => {
    const codebook = await openCodebook(compile(sampleReleases()));
    expect(codebook.releases.map(({ index }) => content(codebook.releaseContent(index)))).toEqual(
      orderReleases(sampleReleases()).map(content),
    );
  });

  it('compiles to the same tables again', async () => {
    const codebook = await openCodebook(compile(sampleReleases()));
    const again = await openCodebook(compile(codebook.releases.map(({ index }) => codebook.releaseContent(index))));
    expect(again.id).toBe(codebook.id);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/codebook/compile.ts';
import { aligned, LAYOUT, SHELVES } from '../../src/codebook/format.ts';
import { bytesInMemory, openCodebook } from '../../src/codebook/open.ts';
import type { CodebookBytes } from '../../src/codebook/read-sections.ts';
import { dayOf } from '../../src/codes/day.ts';
import { ProblemError } from '../../src/problems.ts';
import { RECORD_TABLES } from '../../src/releases/record-tables.ts';
import { quarter, recordRelease } from './releases.ts';
import { sampleReleases } from './sample-releases.ts';
import { resealed, sectionsOf } from './sealed.ts';

const KIND = 'hcpcs-noc';
const ISSUES = [quarter(2024, 1), quarter(2024, 2), quarter(2024, 4)];
type Rows = readonly (readonly [string, string, string])[];

/** Some rows for each of three quarters; few keys and texts, so that they repeat within and across quarters. */
const issues: fc.Arbitrary<readonly Rows[]> = fc.array(
  fc.array(
    fc.tuple(
      fc.constantFrom('A0999', 'J3490', 'ä', 'a', '\u{1f600}', '\uffff', ''),
      fc.constantFrom('one', 'two', ''),
      fc.constantFrom('19870101', ''),
    ),
    { maxLength: 8 },
  ),
  { minLength: 3, maxLength: 3 },
);

const opened = (rows: readonly Rows[]) =>
  openCodebook(compile(rows.map((each, i) => recordRelease({ period: ISSUES[i], sha256: `${i}` }, KIND, each))));

describe('a table of records', () => {
  it('answers what the release of the day printed, each different row once', async () => {
    await fc.assert(
      fc.asyncProperty(issues, async (rows) => {
        const codebook = await opened(rows);
        for (const [i, { from, to }] of ISSUES.entries()) {
          for (const key of new Set(rows.flat().map(([text]) => text))) {
            const printed = new Set(
              rows[i].filter(([text]) => text === key).map((row) => JSON.stringify(row.slice(1))),
            );
            for (const on of [from, to]) {
              const answer = codebook.record(KIND, key, { on });
              expect(answer).toMatchObject({
                status: printed.size > 0 ? 'listed' : 'unknown',
                release: { id: `${KIND}/${ISSUES[i].label}` },
              });
              const given = answer.status === 'listed' ? answer.rows : [];
              const texts = given.map(({ longDescription, addedDate }) => JSON.stringify([longDescription, addedDate]));
              expect(texts.sort()).toEqual([...printed].sort());
            }
          }
        }
      }),
    );
  });

  it('gives every record of a release, by key', async () => {
    await fc.assert(
      fc.asyncProperty(issues, async (rows) => {
        const codebook = await opened(rows);
        for (const release of codebook.releases) {
          const printed = new Set(rows[release.index].map((row) => JSON.stringify(row)));
          const given = [...codebook.records(KIND, release)];
          expect(
            given.map(({ key, fields }) => JSON.stringify([key, fields.longDescription, fields.addedDate])).sort(),
          ).toEqual([...printed].sort());
          expect(given.map(({ key }) => key)).toEqual(given.map(({ key }) => key).sort());
        }
      }),
    );
  });

  it('is not loaded where no release of its kind is, or none was known by then', async () => {
    const codebook = await openCodebook(compile(sampleReleases()));
    const on = dayOf(2024, 8, 1);
    expect(codebook.record('hcpcs-drugs', 'anything', { on })).toMatchObject({ status: 'not-loaded' });
    expect(codebook.record('hcpcs-notes', '0002', { on, asOf: dayOf(2024, 6, 30) }).status).toBe('not-loaded');
    expect(codebook.record('hcpcs-notes', '0002', { on, asOf: dayOf(2024, 7, 1) }).status).toBe('listed');
  });

  it('speaks for earlier days by the oldest release, for later ones by the newest that has begun', async () => {
    const codebook = await opened([[['A0999', 'first', '']], [['A0999', 'second', '']], [['A0999', 'fourth', '']]]);
    const said = (year: number, month: number, day: number) =>
      codebook.record(KIND, 'A0999', { on: dayOf(year, month, day) });
    expect(said(2023, 12, 31)).toMatchObject({ rows: [{ longDescription: 'first' }] });
    expect(said(2024, 3, 31)).toMatchObject({ rows: [{ longDescription: 'first' }] });
    expect(said(2024, 4, 1)).toMatchObject({ rows: [{ longDescription: 'second' }] });
    expect(said(2024, 9, 30)).toMatchObject({ rows: [{ longDescription: 'second' }] });
    expect(said(2025, 1, 1)).toMatchObject({ rows: [{ longDescription: 'fourth' }] });
  });

  it('has room for the fields of every kind', () => {
    for (const fields of Object.values(RECORD_TABLES)) {
      expect(fields.length).toBeLessThanOrEqual(0x100);
      expect(new Set<string>(fields).size).toBe(fields.length);
    }
    for (const { name } of SHELVES) expect(name.length).toBeLessThanOrEqual(28);
  });
});

describe('the section of a table of records', () => {
  const file = compile(sampleReleases());
  /** The sample has two kinds. */
  const place = (kind: 'hcpcs-notes' | 'hcpcs-noc') =>
    sectionsOf(file)[LAYOUT.length + (kind === 'hcpcs-notes' ? 0 : 1)];
  const ask = async (source: Uint8Array | CodebookBytes) =>
    (await openCodebook(source)).record('hcpcs-notes', '0002', { on: dayOf(2024, 8, 1) });

  it('is not read until it is asked for, and then once', async () => {
    const read: [number, number][] = [];
    const { length, ...memory } = bytesInMemory(file);
    const source = {
      length,
      read(start: number, end: number) {
        read.push([start, end]);
        return memory.read(start, end);
      },
    };
    const codebook = await openCodebook(source);
    const { offset } = place('hcpcs-notes');
    expect(Math.max(...read.map(([, end]) => end))).toBeLessThanOrEqual(sectionsOf(file)[LAYOUT.length].offset);
    read.length = 0;
    const when = { on: dayOf(2024, 8, 1) };
    expect(codebook.record('hcpcs-notes', '0002', when)).toMatchObject({ rows: [{ text: 'An invented note.' }] });
    expect(codebook.record('hcpcs-notes', '0003', when).status).toBe('unknown');
    expect(read).toEqual([[offset, aligned(offset + place('hcpcs-notes').length)]]);
  });

  it('is refused with any changed byte, and only when it is asked for', async () => {
    const { offset, length } = place('hcpcs-notes');
    for (let at = offset; at < offset + length; at += 7) {
      const changed = file.slice();
      changed[at] ^= 0x10;
      const codebook = await openCodebook(changed);
      expect(() => codebook.record('hcpcs-notes', '0002', { on: 0 })).toThrow(
        expect.objectContaining({ code: 'codebook-checksum', offset }),
      );
      expect(codebook.record('hcpcs-noc', 'A0999', { on: 0 }).status).toBe('listed');
    }
  });

  it('is refused, with its checksum right, where its columns do not fit together', async () => {
    const { offset, length } = place('hcpcs-notes');
    let refused = 0;
    for (let at = offset; at < offset + length; at++) {
      const changed = file.slice();
      changed[at] = 0xff;
      const outcome = await ask(resealed(changed)).catch((error: unknown) => error);
      if (outcome instanceof ProblemError) {
        expect(outcome.code).toBe('codebook-content');
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(length / 2);
  });
});

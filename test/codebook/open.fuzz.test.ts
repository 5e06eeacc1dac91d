import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/codebook/check-content.ts';
import type { Codebook } from '../../src/codebook/codebook.ts';
import { compile } from '../../src/codebook/compile.ts';
import { bytesInMemory } from '../../src/codebook/open.ts';
import { OpenedCodebook } from '../../src/codebook/opened-codebook.ts';
import { readEntries, viewSections } from '../../src/codebook/read-sections.ts';
import { Shelves } from '../../src/codebook/shelves.ts';
import { type Day, dayOf, OPEN_DAY } from '../../src/codes/day.ts';
import { packCodeText } from '../../src/codes/packed.ts';
import { SETTINGS } from '../../src/codes/setting.ts';
import { ProblemError } from '../../src/problems.ts';
import { below, FUZZ_RUNS, mutate, type Random, randomFrom } from '../support/fuzz.ts';
import { sampleReleases } from './sample-releases.ts';
import { openedWhole, resealed, sectionsOf } from './sealed.ts';

const file = compile(sampleReleases());
const CODES = ['11042', '97597', 'J0135', 'G0008', '11045', '0054T', 'LT', '59', 'zz9', ''];

/** Opened, or refused with a ProblemError of these codes; anything else fails the test. */
async function openedOrRefused(bytes: Uint8Array): Promise<Codebook | null> {
  try {
    return await openedWhole(bytes);
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.code.startsWith('codebook-')) throw error;
    return null;
  }
}

/** Tables of records are checked when first asked for. */
function askRecords(codebook: Codebook, asOf: Day): void {
  for (const kind of ['hcpcs-noc', 'hcpcs-notes'] as const) {
    try {
      for (const key of ['0002', 'A0999', '']) {
        const answer = codebook.record(kind, key, { on: dayOf(2024, 10, 1), asOf });
        if (answer.status === 'listed') expect(answer.rows.length).toBeGreaterThan(0);
      }
      for (const release of codebook.releases) {
        for (const { key } of codebook.records(kind, release)) expect(typeof key).toBe('string');
      }
    } catch (error) {
      if (!(error instanceof ProblemError) || !error.code.startsWith('codebook-')) throw error;
    }
  }
}

/** Asks everything there is to ask; answers may be wrong, but they have their form. */
function askAll(codebook: Codebook): void {
  for (const asOf of [OPEN_DAY, dayOf(2024, 8, 1), -1]) {
    const tables = codebook.tables(asOf);
    const on = dayOf(2024, 10, 1);
    askRecords(codebook, asOf);
    for (const code of CODES) {
      for (const { releases } of codebook.hcpcsEntries(code)) expect(releases.every(({ id }) => id !== '')).toBe(true);
      expect(['listed', 'seen', 'unknown', 'not-loaded']).toContain(codebook.code(code, { on, asOf }).status);
      const addOn = codebook.addOn(code, { on, asOf });
      expect(addOn.rows.every(({ type }) => type >= 1 && type <= 3)).toBe(true);
      for (const setting of SETTINGS) {
        expect(['listed', 'unpublished', 'no-data']).toContain(codebook.mue(code, { on, asOf, setting }).status);
        for (const other of CODES.slice(0, 5)) {
          const answer = codebook.pair(code, other, { on, asOf, setting });
          if (answer.status === 'answered') expect(answer.history.length).toBeLessThan(100_000);
          const row =
            tables.ptp[setting]?.find(tables.codeId(packCodeText(code)), tables.codeId(packCodeText(other)), on) ?? -1;
          if (row >= 0) expect(codebook.ptpRow(setting, row, asOf).columnOne).toHaveLength(5);
        }
      }
    }
  }
}

/** A number of a section (of the width that its elements have) replaced by another one. */
function withOtherNumber(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice();
  const sections = sectionsOf(copy);
  const { offset, length } = sections[below(random, sections.length)];
  const width = [1, 2, 4][below(random, 3)];
  if (length < width) return copy;
  const at = offset + below(random, Math.floor(length / width)) * width;
  const values = [0, 1, 2, 3, 7, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff, below(random, 2 ** 32)];
  let value = values[below(random, values.length)];
  for (let i = 0; i < width; i++, value = Math.floor(value / 256)) copy[at + i] = value % 256;
  return copy;
}

const NO_DIGEST = (): Uint8Array => new Uint8Array();

/** Opened without looking at the checksums, as a file made to harm would be. */
function openedUnverified(bytes: Uint8Array): Codebook | null {
  try {
    const file = bytesInMemory(bytes);
    const { core, shelves } = readEntries(file);
    const sections = viewSections(core);
    const releases = checkContent(sections);
    const digests = new Map([...shelves].map(([kind, entry]) => [kind, { ...entry, sha256: '' }]));
    return new OpenedCodebook(
      '',
      sections,
      releases,
      new Shelves(file, digests, sections.sets.offsets.length - 1, NO_DIGEST),
    );
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.code.startsWith('codebook-')) throw error;
    return null;
  }
}

const TIMEOUT = 60_000 + FUZZ_RUNS * 5;

describe('a codebook file of any content', () => {
  it('is refused or the same when its bytes are changed', { timeout: TIMEOUT }, async () => {
    const random = randomFrom(20_240_701);
    for (let run = 0; run < FUZZ_RUNS; run++) {
      const bytes = mutate(file, random, ['COLUMN1\n', 'codes.packed', '\0\0\0\0', '\xff\xff\xff\xff']);
      const codebook = await openedOrRefused(bytes);
      if (codebook !== null) expect(bytes).toEqual(file);
    }
  });

  it('answers or is refused when its checksums were made right again', { timeout: TIMEOUT }, async () => {
    const random = randomFrom(20_241_001);
    let opened = 0;
    for (let run = 0; run < FUZZ_RUNS; run++) {
      let bytes = file;
      for (let changes = 1 + below(random, 3); changes > 0; changes--) bytes = withOtherNumber(bytes, random);
      const codebook = run % 100 === 0 ? await openedOrRefused(resealed(bytes)) : openedUnverified(bytes);
      if (codebook === null) continue;
      opened++;
      if (opened % 10 === 0) askAll(codebook);
      else for (const setting of SETTINGS) codebook.tables().mue[setting]?.find(0, 0);
    }
    expect(opened).toBeGreaterThan(FUZZ_RUNS / 20);
  });
});

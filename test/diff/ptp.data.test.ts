import { beforeAll, describe, expect, it } from 'vitest';
import { OPEN_DAY } from '../../src/codes/day.ts';
import { diffPtp } from '../../src/diff/diff-ptp.ts';
import { readReleases } from '../../src/releases/index.ts';
import type { PtpRelease, PtpRows } from '../../src/releases/release.ts';
import { dataPath, HAS_DATA } from '../support/data.ts';

let release: PtpRelease;
beforeAll(async () => {
  if (!HAS_DATA) return;
  const { releases } = await readReleases([dataPath('ncci', 'ccipra-v302r0.txt.gz')]);
  release = releases[0] as PtpRelease;
});

const withRows = (rows: PtpRows): PtpRelease => ({ ...release, rows });

/** The rows from the last to the first, so that none lies where it lay. */
function backwards(rows: PtpRows): PtpRows {
  const turned = <A extends Uint8Array | Uint16Array | Uint32Array>(values: A): A =>
    values.slice(0, rows.count).reverse() as A;
  const { columnOne, columnTwo, effective, deletion, modifierIndicator, prior1996, rationale } = rows;
  return {
    ...{ count: rows.count, rationales: rows.rationales },
    ...{
      columnOne: turned(columnOne),
      columnTwo: turned(columnTwo),
      effective: turned(effective),
      deletion: turned(deletion),
    },
    ...{ modifierIndicator: turned(modifierIndicator), prior1996: turned(prior1996), rationale: turned(rationale) },
  };
}

describe.skipIf(!HAS_DATA)('two and a half million pairs', () => {
  it('beside themselves, in the same and in the opposite order, are the same', () => {
    expect(release.rows.count).toBe(2_546_017);
    for (const rows of [release.rows, backwards(release.rows)]) {
      const { total, unchanged } = diffPtp(release, withRows(rows));
      expect([total, unchanged]).toEqual([0, 2_546_017]);
    }
  });

  it('of which some are deleted, some change and some go: each is found', () => {
    const { rows } = release;
    const deletion = rows.deletion.slice();
    const modifierIndicator = rows.modifierIndicator.slice();
    const expected = { added: 0, reactivated: 0, discontinued: 0, removed: 0, revised: 0, changed: 0 };
    for (let i = 0; i < rows.count; i++) {
      if (i % 1_000 === 0 && deletion[i] === OPEN_DAY) {
        deletion[i] = 10_500;
        expected.discontinued++;
      } else if (i % 1_003 === 0) {
        modifierIndicator[i] = modifierIndicator[i] === 0 ? 1 : 0;
        expected.changed++;
      }
    }
    expected.removed = 17;
    const changed = backwards({ ...rows, count: rows.count - 17, deletion, modifierIndicator });
    for (let i = rows.count - 17; i < rows.count; i++) {
      if (deletion[i] !== rows.deletion[i]) expected.discontinued--;
      else if (modifierIndicator[i] !== rows.modifierIndicator[i]) expected.changed--;
    }
    const diff = diffPtp(release, withRows(changed));
    expect(diff.counts).toEqual(expected);
    const back = diffPtp(withRows(changed), release);
    expect(back.counts).toMatchObject({ reactivated: expected.discontinued, changed: expected.changed });
    expect(back.unchanged).toBe(diff.unchanged);
  });
});

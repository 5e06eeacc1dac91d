import { beforeAll, describe, expect, it } from 'vitest';
import { NATIONAL } from '../../../src/codebook/gpci-table.ts';
import { type Codebook, compile, openCodebook } from '../../../src/codebook/index.ts';
import { packCodeText, packModifierText } from '../../../src/codes/packed.ts';
import { allowedAmount } from '../../../src/edits/money/allowed-amount.ts';
import { feeCents } from '../../../src/edits/money/fee.ts';
import { RecordTables } from '../../../src/edits/record-tables.ts';
import { readReleases } from '../../../src/releases/index.ts';
import { dataPath, HAS_DATA } from '../../support/data.ts';

/** Cents of a printed total and conversion factor, in whole numbers. */
function centsOf(total: string, factor: string): bigint {
  const hundredths = BigInt(Math.round(Number(total) * 100));
  const tenThousandths = BigInt(Math.round(Number(factor) * 10_000));
  return (hundredths * tenThousandths + 5_000n) / 10_000n;
}

describe.skipIf(!HAS_DATA)('the fee schedules', () => {
  let codebook: Codebook;

  beforeAll(async () => {
    const { releases } = await readReleases([dataPath('fee-schedule'), dataPath('dmepos')]);
    codebook = await openCodebook(compile(releases));
  });

  it('price every row, in a facility and elsewhere, as its total times its conversion factor', () => {
    const table = new RecordTables(codebook.tables()).feeSchedule;
    const releases = codebook.releases.filter(({ kind }) => kind === 'pfs');
    expect(releases.length).toBeGreaterThan(1);
    for (const release of releases) {
      let rows = 0;
      const wrong: string[] = [];
      for (const { key, fields } of codebook.records('pfs', release)) {
        const modifier = key.length > 5 ? packModifierText(key.slice(6)) : -1;
        const row = table?.find(packCodeText(key.slice(0, 5)), modifier, release.period.from) ?? -1;
        if (table === null || row < 0) {
          wrong.push(key);
          continue;
        }
        for (const isFacility of [false, true]) {
          const total = isFacility ? fields.facilityTotal : fields.nonFacilityTotal;
          const setup = { geography: NATIONAL, qualifyingApm: false };
          const fee = feeCents(table.columns(row), table.at(row), isFacility, setup);
          if (BigInt(fee) !== centsOf(total, fields.conversionFactor)) wrong.push(`${key} ${isFacility} ${fee}`);
        }
        rows++;
      }
      expect(wrong).toEqual([]);
      expect(rows).toBeGreaterThan(18_000);
    }
  });

  it.each<[string, number | string]>([
    ['10112-00', 2683],
    ['AL', 2683],
    ['CA', 'no-locality-of-day'],
    ['13202-01', 3226],
  ])('price a therapy unit in %s by the indices of 2025', (locality, expected) => {
    const amount = allowedAmount(codebook, { code: '97110' }, { on: '2025-10-01', locality });
    expect(amount.status === 'known' ? amount.cents : amount.reason).toBe(expected);
  });

  it('price equipment in every state that has a fee', () => {
    const amount = allowedAmount(codebook, { code: 'E0601', modifiers: ['RR'] }, { on: '2025-04-01', state: 'OH' });
    expect(amount).toMatchObject({ status: 'known', reason: null });
  });
});

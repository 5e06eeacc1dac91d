import { beforeAll, describe, expect, it } from 'vitest';
import type { Codebook } from '../../src/codebook/codebook.ts';
import { compile } from '../../src/codebook/compile.ts';
import { openCodebook } from '../../src/codebook/open.ts';
import { dayOf, OPEN_DAY } from '../../src/codes/day.ts';
import { packCodeText } from '../../src/codes/packed.ts';
import { type PtpRelease, type Release, readReleases } from '../../src/releases/index.ts';
import { DATA, HAS_DATA } from '../support/data.ts';

describe.skipIf(!HAS_DATA)('the codebook of all reference data', () => {
  let releases: readonly Release[];
  let bytes: Uint8Array;
  let codebook: Codebook;

  beforeAll(async () => {
    ({ releases } = await readReleases([DATA]));
    bytes = compile(releases);
    codebook = await openCodebook(bytes);
  });

  it('stays under 60 MB and holds every release', () => {
    expect(bytes.length).toBeLessThan(60e6);
    expect(codebook.releases).toHaveLength(releases.length);
    expect(codebook.releases.filter(({ partial }) => partial).map(({ id }) => id)).toEqual([
      'ncci-ptp/professional/2026Q3',
    ]);
  });

  it.each(['professional', 'outpatient'] as const)(
    'finds every %s PTP row of the whole release on its days',
    (setting) => {
      const release = releases.find(
        (one): one is PtpRelease => one.kind === 'ncci-ptp' && one.setting === setting && one.period.label === '2024Q3',
      );
      const { count, columnOne, columnTwo, effective, deletion, modifierIndicator } = (release as PtpRelease).rows;
      // As of the whole release alone, so that the later excerpt does not speak.
      const tables = codebook.tables(dayOf(2024, 7, 1));
      const table = tables.ptp[setting];
      let missed = 0;
      for (let i = 0; i < count; i++) {
        if (modifierIndicator[i] === 9) continue;
        const [one, two] = [tables.codeId(columnOne[i]), tables.codeId(columnTwo[i])];
        for (const day of [effective[i], Math.min(deletion[i], dayOf(2100, 1, 1))]) {
          const row = table?.find(one, two, day) ?? -1;
          // Another row in force may be stricter.
          if (row < 0 || (table?.indicator(row) ?? 9) > modifierIndicator[i]) missed++;
        }
      }
      expect(missed).toBe(0);
    },
  );

  it('answers the pair of debridement codes with its row', () => {
    const answer = codebook.pair('97597', '11042', { on: dayOf(2024, 7, 1), setting: 'professional' });
    expect(answer).toMatchObject({
      status: 'answered',
      inForce: { columnOne: '11042', columnTwo: '97597', modifierIndicator: 1, deletion: OPEN_DAY },
    });
  });

  it('knows a drug code over all of its releases, and its units', () => {
    const on = dayOf(2018, 6, 1);
    const answer = codebook.code('J0135', { on });
    expect(answer).toMatchObject({
      status: 'listed',
      inForce: true,
      entry: { release: { period: { label: '2018' } } },
    });
    if (answer.status === 'listed')
      expect(answer.entry.fields.longDescription).toMatch(/^Injection, adalimumab, 20 mg/i);
    expect(codebook.mue('J0135', { on: dayOf(2024, 8, 1), setting: 'professional' }).status).toBe('listed');
    expect(codebook.mue('J0135', { on, setting: 'professional' }).status).toBe('no-data');
  });

  it('has add-on codes with their primaries', () => {
    const answer = codebook.addOn('0071U', { on: dayOf(2024, 7, 1) });
    expect(answer).toMatchObject({ status: 'listed', rows: [{ primary: '0070U', type: 1 }] });
    expect(codebook.addOn('0054T', { on: dayOf(2024, 7, 1) }).rows).toMatchObject([{ primary: null, type: 2 }]);
  });

  it('sees Level I codes that the tables name and none that they do not', () => {
    const on = dayOf(2024, 7, 1);
    expect(codebook.code('99213', { on })).toMatchObject({ status: 'seen', evidence: { to: OPEN_DAY } });
    expect(codebook.code('99201', { on })).toMatchObject({ status: 'seen', evidence: { to: dayOf(2020, 12, 31) } });
    expect(codebook.code('00001', { on }).status).toBe('not-loaded');
    expect(codebook.tables().codeId(packCodeText('00001'))).toBe(-1);
  });
});

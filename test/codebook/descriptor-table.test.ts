import { beforeAll, describe, expect, it } from 'vitest';
import type { Codebook } from '../../src/codebook/codebook.ts';
import { DescriptorTable, NO_UNIT } from '../../src/codebook/descriptor-table.ts';
import { compile, openCodebook } from '../../src/codebook/index.ts';
import { dayOf, parseDay } from '../../src/codes/day.ts';
import { DRUG_UNITS } from '../../src/codes/drug-units.ts';
import { packCodeText } from '../../src/codes/packed.ts';
import { HCPCS_FIELDS, type HcpcsRelease, type Period } from '../../src/releases/release.ts';

const Y2019: Period = { label: '2019', from: dayOf(2019, 1, 1), to: dayOf(2019, 12, 31) };
const Y2020: Period = { label: '2020', from: dayOf(2020, 1, 1), to: dayOf(2020, 12, 31) };

function release(period: Period, texts: Readonly<Record<string, string>>): HcpcsRelease {
  const records = Object.entries(texts).map(([code, longDescription], i) => ({
    code,
    isModifier: false,
    sequence: '00100',
    fields: HCPCS_FIELDS.map((name) => (name === 'longDescription' ? longDescription : '')),
    line: i + 1,
  }));
  return {
    ...{ kind: 'hcpcs', setting: null, period, published: period.from, print: 1, sources: [], oddities: [] },
    rowCount: records.length,
    records,
  };
}

describe('the descriptors of a codebook in numbers', () => {
  let codebook: Codebook;
  beforeAll(async () => {
    codebook = await openCodebook(
      compile([
        release(Y2019, { J0001: 'Injection, made up, 10 mg', J0002: 'Unclassified drugs' }),
        release(Y2020, { J0001: 'Injection, made up, 0.5 g', J0003: 'Injection, newer, up to 5 ml', E0001: 'Cane' }),
      ]),
    );
  });
  const table = (asOf?: number) => new DescriptorTable(codebook.tables(asOf));
  const dose = (code: string, date: string, asOf?: number): string => {
    const of = table(asOf);
    const row = of.find(packCodeText(code), parseDay(date));
    if (row < 0) return 'not listed';
    return of.doseUnit(row) === NO_UNIT ? 'no dose' : `${of.dose(row)} ${DRUG_UNITS[of.doseUnit(row)]}`;
  };

  it.each([
    ['J0001', '2019-01-01', '10000 mcg'],
    ['J0001', '2019-12-31', '10000 mcg'],
    ['J0001', '2020-01-01', '500000 mcg'],
    ['J0001', '2018-12-31', '10000 mcg'],
    ['J0002', '2020-06-30', 'no dose'],
    ['J0003', '2019-06-30', '5 ml'],
    ['E0001', '2020-06-30', 'no dose'],
    ['J0009', '2020-06-30', 'not listed'],
  ])('%s on %s: %s', (code, date, expected) => {
    expect(dose(code, date)).toBe(expected);
  });

  it('are asked of days in any order, and answer each alike', () => {
    const of = table();
    const ask = (date: string) => of.dose(of.find(packCodeText('J0001'), parseDay(date)));
    const days = ['2020-01-01', '2019-12-31', '2021-05-05', '2018-01-01', '2020-12-31', '2019-01-01'];
    expect(days.map(ask)).toEqual([500000, 10000, 500000, 10000, 500000, 10000]);
  });

  it('are those that were known as of a day', () => {
    expect(dose('J0001', '2020-06-30', dayOf(2019, 12, 31))).toBe('10000 mcg');
    expect(dose('J0003', '2020-06-30', dayOf(2019, 12, 31))).toBe('not listed');
  });

  it('tell what is not classified', () => {
    const of = table();
    const row = (code: string) => of.find(packCodeText(code), parseDay('2020-06-30'));
    expect([of.isUnlisted(row('J0002')), of.isUnlisted(row('J0001'))]).toEqual([true, false]);
  });
});

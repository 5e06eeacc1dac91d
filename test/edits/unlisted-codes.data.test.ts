import { beforeAll, describe, expect, it } from 'vitest';
import { isUnlistedDescriptor } from '../../src/codes/drug-words.ts';
import { UNLISTED_LEVEL_ONE } from '../../src/codes/unlisted-codes.ts';
import { type HcpcsRelease, type Release, readReleases } from '../../src/releases/index.ts';
import { RECORD_TABLES, type RecordField, type RecordRelease } from '../../src/releases/record-tables.ts';
import { dataPath, HAS_DATA } from '../support/data.ts';

const field = (name: RecordField<'pfs'>): number => RECORD_TABLES.pfs.indexOf(name);

describe.skipIf(!HAS_DATA)('unlisted codes', () => {
  let fees: RecordRelease[] = [];
  let hcpcs: Release[] = [];
  beforeAll(async () => {
    const read = await readReleases([dataPath('fee-schedule')]);
    fees = read.releases.filter((release): release is RecordRelease => release.kind === 'pfs');
    hcpcs = [...(await readReleases([dataPath('hcpcs')])).releases];
  });

  it('of surgery are all those of the fee schedules that are priced by the contractor and end in 9', () => {
    expect(fees.length).toBeGreaterThan(1);
    for (const { records } of fees) {
      const priced = records.filter(
        ({ key, fields }) =>
          /^[1-6]\d{3}9$/.test(key) && fields[field('status')] === 'C' && fields[field('globalDays')] === 'YYY',
      );
      expect(priced.length).toBeGreaterThan(70);
      for (const { key } of priced) expect(UNLISTED_LEVEL_ONE).toContain(key);
      const listed = UNLISTED_LEVEL_ONE.filter((code) => /^[1-6]\d{3}9$/.test(code));
      expect(listed.filter((code) => !priced.some(({ key }) => key === code))).toEqual([]);
    }
  });

  it('have no relative value for work', () => {
    for (const { records } of fees) {
      const rows = new Map(records.map(({ key, fields }) => [key, fields]));
      for (const code of UNLISTED_LEVEL_ONE) {
        const fields = rows.get(code);
        expect(fields, code).toBeDefined();
        expect(Number(fields?.[field('workRvu')]), code).toBe(0);
        // An unlisted skin test has a price for its material.
        expect(code === '86486' ? ['A', 'C'] : ['C', 'E', 'I', 'J', 'N', 'X'], code).toContain(
          fields?.[field('status')],
        );
      }
    }
  });

  it('of Level II are by their words nearly all of CMS’s list of 2019', () => {
    const isOf2019 = ({ kind, period }: Release): boolean => kind === 'hcpcs' && period.label === '2019';
    const release = hcpcs.find((one): one is HcpcsRelease => isOf2019(one));
    const list = hcpcs.find((one): one is RecordRelease => one.kind === 'hcpcs-noc');
    const descriptors = new Map(release?.records.map(({ code, fields }) => [code, fields[0]]));
    const listed = list?.records.map(({ key }) => key) ?? [];
    const byWords = listed.filter((code) => isUnlistedDescriptor(code, descriptors.get(code) ?? ''));
    expect(listed.length).toBeGreaterThan(130);
    // Beside quality measures (G9): `Unskilled …`, `not hospice`, `not disposable`: on CMS's list for no word that can be made out.
    expect(listed.filter((code) => !byWords.includes(code) && !/^G9/.test(code))).toEqual([
      'S5150',
      'S5151',
      'S9986',
      'V5264',
    ]);
    const more = [...descriptors].filter(([code, text]) => isUnlistedDescriptor(code, text) && !listed.includes(code));
    console.info(`by words and not on CMS's list of 2019: ${more.map(([code]) => code).join(' ')}`);
    expect(more.length).toBeLessThan(20);
  });
});

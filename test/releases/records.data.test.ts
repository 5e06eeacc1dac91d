import { expect, test } from 'vitest';
import { isoDay } from '../../src/codes/day.ts';
import { readReleases } from '../../src/releases/index.ts';
import { dataPath, HAS_DATA } from '../support/data.ts';
import { recordsOf, rowsOf } from './record-fixtures.ts';

const read = (...paths: string[]) => readReleases(paths.map((path) => dataPath(path)));

test.runIf(HAS_DATA)('the relative values of October 2025 in CMS’s layout', async () => {
  const release = recordsOf(await read('fee-schedule/PPRRVU2025_Oct.nodesc.csv.gz'), 'pfs');
  // 19,100 lines, ten of titles.
  expect([release.period.label, isoDay(release.published), release.rowCount]).toEqual(['2025Q4', '2025-09-11', 19_090]);
  expect(release.oddities).toEqual([]);
  expect(rowsOf<'pfs'>(release, '99213')[0]).toMatchObject({
    status: 'A',
    workRvu: '1.30',
    nonFacilityPeRvu: '1.35',
    facilityPeRvu: '0.57',
    mpRvu: '0.10',
    nonFacilityTotal: '2.75',
    facilityTotal: '1.97',
    globalDays: 'XXX',
    conversionFactor: '32.3465',
  });
  const counted = (test: (fields: readonly string[]) => boolean): number =>
    release.records.filter(({ fields }) => test(fields)).length;
  expect(counted(([status]) => status === 'A')).toBe(9_021);
  expect(counted(([, notUsed]) => notUsed === '+')).toBe(148);
  expect(counted((fields) => fields[4] === 'NA')).toBe(4_064);
  expect(counted((fields) => fields[24] === '88')).toBe(477);
  expect(release.records.filter(({ key }) => key.endsWith('-26')).length).toBe(1_127);
});

test.runIf(HAS_DATA)('the fee schedule of 2024 in two tables, and the tables beside it', async () => {
  const all = await read('fee-schedule');
  expect([all.problems, all.notKnown]).toEqual([[], []]);
  expect(all.releases.map(({ kind, period, rowCount }) => `${kind} ${period.label} ${rowCount}`)).toEqual([
    'pfs 2024 18664',
    'pfs 2025Q4 19090',
    'pfs-gpci 2024 109',
    'pfs-gpci 2025 109',
    'pfs-anesthesia 2024 109',
    'pfs-anesthesia 2025 109',
  ]);
  const [values2024, , gpci2024, gpci2025, anesthesia2024, anesthesia2025] = all.releases as ReturnType<
    typeof recordsOf
  >[];
  expect(rowsOf<'pfs'>(values2024, '99213')[0]).toMatchObject({
    status: 'A',
    workRvu: '1.3',
    nonFacilityPeRvu: '1.33',
    globalDays: 'XXX',
    conversionFactor: '33.2875',
  });
  expect(rowsOf<'pfs-gpci'>(gpci2025, '02102-01')[0]).toMatchObject({ state: 'AK', workGpci: '1.500' });
  expect(rowsOf<'pfs-gpci'>(gpci2024, '02102-01')[0]).toMatchObject({ state: 'AK', workGpci: '1.5', gaf: '3.173' });
  expect(rowsOf<'pfs-anesthesia'>(anesthesia2024, '10112-00')[0]).toMatchObject({ conversionFactor: '19.77' });
  expect(rowsOf<'pfs-anesthesia'>(anesthesia2025, '10112-00')[0]).toMatchObject({ conversionFactor: '19.31' });
  const keys = (release: ReturnType<typeof recordsOf>): string[] => release.records.map(({ key }) => key).sort();
  expect(keys(gpci2025)).toEqual(keys(anesthesia2025));
  expect(keys(gpci2024)).toEqual(keys(gpci2025));
});

test.runIf(HAS_DATA)('ICD-10-CM of the fiscal year 2024', async () => {
  const release = recordsOf(await read('icd10/icd10cm_order_2024.txt.gz'), 'icd10cm');
  expect([isoDay(release.period.from), isoDay(release.period.to), release.oddities]).toEqual([
    '2023-10-01',
    '2024-09-30',
    [],
  ]);
  expect(release.rowCount).toBe(97_296);
  expect(release.records.filter(({ fields }) => fields[1] === '1').length).toBe(74_044);
  expect(rowsOf<'icd10cm'>(release, 'B4489')).toMatchObject([{ orderNumber: '01000', billable: '1' }]);
});

test.runIf(HAS_DATA)('RBCS categories and DMEPOS fees', async () => {
  const rbcs = recordsOf(await read('hcpcs/rbcs-2024.csv.gz'), 'rbcs');
  expect([rbcs.period.label, rbcs.rowCount, rbcs.oddities]).toEqual(['2024', 17_033, []]);
  expect(rowsOf<'rbcs'>(rbcs, '0001U').map(({ familyDescription }) => familyDescription)).toEqual([
    'No RBCS Family',
    'Genetic Analysis',
  ]);
  const dmepos = recordsOf(await read('dmepos/DMEPOS25_APR25.csv.gz'), 'dmepos');
  expect([dmepos.period.label, dmepos.rowCount, dmepos.oddities]).toEqual(['2025Q2', 3_511, []]);
  expect(rowsOf<'dmepos'>(dmepos, 'A4217-AU')[0]).toMatchObject({
    jurisdiction: 'J',
    category: 'OS',
    ceiling: '4.38',
    'AL (NR)': '3.72',
  });
});

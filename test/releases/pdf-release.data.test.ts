import { beforeAll, describe, expect, it } from 'vitest';
import { isoDay } from '../../src/codes/day.ts';
import { readReleases } from '../../src/releases/index.ts';
import type { RecordRelease } from '../../src/releases/record-tables.ts';
import { dataPath, HAS_DATA } from '../support/data.ts';

const FILES = {
  index2017: '2017-Alpha-Numeric-Index.pdf',
  index2018: '2018-HCPCS-Index.pdf',
  drugs2017: '2017-Table-of-Drugs.pdf',
  drugs2018: '2018-Table-of-Drugs.pdf',
} as const;
type Name = keyof typeof FILES;

describe.skipIf(!HAS_DATA)('the published PDFs', () => {
  const releases = {} as Record<Name, RecordRelease>;
  beforeAll(async () => {
    for (const [name, file] of Object.entries(FILES)) {
      const read = await readReleases([dataPath('hcpcs', file)]);
      expect(read.problems).toEqual([]);
      releases[name as Name] = read.releases[0] as RecordRelease;
    }
  });

  it.each<[Name, string, string, string, number, string[]]>([
    ['index2017', 'hcpcs-index', '2017', '2016-12-16', 1851, ['index-rest', 'index-term-alone']],
    ['index2018', 'hcpcs-index', '2018', '2017-12-06', 1874, ['index-rest', 'index-term-alone']],
    ['drugs2017', 'hcpcs-drugs', '2017', '2016-10-28', 1434, []],
    ['drugs2018', 'hcpcs-drugs', '2018', '2018-02-15', 1453, ['drug-alone']],
  ])('%s: kind, year, day, rows, oddities', (name, kind, year, published, rows, oddities) => {
    const release = releases[name];
    expect([release.kind, release.period.label, isoDay(release.published), release.rowCount]).toEqual([
      kind,
      year,
      published,
      rows,
    ]);
    expect(release.oddities.map(({ code }) => code)).toEqual(oddities);
  });

  it.each<[Name, string, string[]]>([
    ['index2017', 'Abdomen, dressing holder/binder', ['A4462', '']],
    ['index2017', 'Accessories, artificial kidney and machine', ['E1510-E1699', 'ESRD']],
    ['index2018', 'Sodium, hyaluronate, Euflexxa', ['J7323', '']],
    ['index2018', 'Corvert', ['', 'Ibutilide fumarate']],
    [
      'index2017',
      'Ventilator, home ventilator, any type, used with invasive interface, (e.g., tracheostomy tube)',
      ['E0465', ''],
    ],
    ['index2017', 'Radiopharmaceutical diagnostic and therapeutic imaging agent', ['A4641, A4642, A9500-A9699', '']],
    ['drugs2017', 'Abatacept', ['10 mg', 'IV', 'J0129', '']],
    ['drugs2018', 'Remicade', ['', '', '', 'Infliximab, IVection']],
    ['drugs2018', 'Immune globulin, Bivigam', ['500 mg', 'IV', 'J1556', '']],
    ['drugs2018', 'Nusinersen', ['0.1 mg', 'IV', 'J2326', '']],
    [
      'drugs2018',
      'Factor VIII (anti-hemophilic factor, recombinant)',
      ['per IU', 'IV', 'J7182, J7185, J7192, J7188', ''],
    ],
    ['drugs2017', 'Capecitabine', ['500 mg', 'ORAL', 'J8521', '']],
  ])('%s has %s', (name, key, fields) => {
    expect(releases[name].records.filter((record) => record.key === key).map((record) => record.fields)).toContainEqual(
      fields,
    );
  });

  it('every record has codes in CMS form or a reference, and no part of a running head', () => {
    for (const { kind, records } of Object.values(releases)) {
      const [codes, see] = kind === 'hcpcs-index' ? [0, 1] : [2, 3];
      for (const { key, fields } of records) {
        expect(fields[codes] + fields[see]).not.toBe('');
        if (fields[codes] !== '')
          expect(fields[codes]).toMatch(/^[A-V]\d{4}(-[A-V]\d{4})?(, [A-V]\d{4}(-[A-V]\d{4})?)*$/);
        expect(key).not.toMatch(/Alpha-Numeric|Table of Drugs|Last updated/i);
      }
    }
  });
});

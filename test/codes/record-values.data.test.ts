import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { BETOS } from '../../src/codes/betos.ts';
import { MOG_GROUP } from '../../src/codes/mog-groups.ts';
import * as values from '../../src/codes/record-values.ts';
import { HCPCS_FIELDS, type HcpcsRelease, readReleases } from '../../src/releases/index.ts';
import { zipEntries } from '../../src/releases/zip.ts';
import { dataPath, HAS_DATA } from '../support/data.ts';

/** Our tables by the first word of each item's name in CMS's layout, and by the stem of the fields. */
const TABLES: readonly (readonly [item: string, stem: string, names: values.ValueNames])[] = [
  ['HCPCS Pricing Indicator Code', 'pricingIndicator', values.PRICING],
  ['HCPCS Multiple Pricing Indicator Code', 'multiplePricingIndicator', values.MULTIPLE_PRICING],
  ['HCPCS Lab Certification Code', 'labCertification', values.LAB_CERTIFICATION],
  ['HCPCS Coverage Code', 'coverage', values.COVERAGE],
  ['HCPCS MOG Payment Group Code', 'mogPaymentGroup', MOG_GROUP],
  ['HCPCS MOG Payment Policy Indicator', 'mogPaymentPolicyIndicator', values.MOG_POLICY],
  ['HCPCS Action Code', 'actionCode', values.ACTION],
  ['BETOS Table', 'betos', BETOS],
  ['CMS Type of Service Table', 'typeOfService', values.TYPE_OF_SERVICE],
  ['HCPCS ASC Payment Group Code', 'ascPaymentGroup', values.ASC_GROUP],
];

describe.skipIf(!HAS_DATA)('the values of CMS’s record', () => {
  let layout = '';
  beforeAll(async () => {
    const path = dataPath('hcpcs', '2019-HCPCS-Record-Layout.zip');
    const [entry] = await zipEntries(readFileSync(path), path);
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry.open()) chunks.push(chunk);
    layout = Buffer.concat(chunks).toString('latin1');
  });

  /** The codes of an item: what stands before `=` from its name to the next item or table. */
  const codesOf = (item: string): string[] => {
    const start = layout.indexOf(item) + item.length;
    const rest = layout.slice(start);
    const end = /^ {2}\d+\. {2}|^ [A-Z_]+_TB {5,}|\*{20,}/m.exec(rest)?.index ?? rest.length;
    return [...rest.slice(0, end).matchAll(/^\s*([0-9A-Z]{1,3}) += /gm)].map(([, code]) => code);
  };

  it.each(TABLES.filter(([item]) => item !== 'HCPCS ASC Payment Group Code'))('%s: all of them', (item, _, names) => {
    const codes = codesOf(item);
    expect(codes.length).toBeGreaterThan(4);
    expect(codes.filter((code) => names[code] === undefined)).toEqual([]);
    const later = ['40', 'O1L'];
    expect(Object.keys(names).filter((code) => !codes.includes(code) && !later.includes(code))).toEqual([]);
  });

  it('every value met in a release has a meaning, but for what is CMS’s own slip', async () => {
    const { releases } = await readReleases([dataPath('hcpcs')]);
    const records = releases
      .filter((one): one is HcpcsRelease => one.kind === 'hcpcs')
      .flatMap((release) => release.records.map(({ fields }) => fields));
    const unknown = new Set<string>();
    for (const [, stem, names] of TABLES) {
      const places = HCPCS_FIELDS.flatMap((field, i) => (field.replace(/\d$/, '') === stem ? [i] : []));
      expect(places.length).toBeGreaterThan(0);
      for (const fields of records) {
        for (const place of places) {
          if (fields[place] !== '' && names[fields[place]] === undefined) unknown.add(`${stem} ${fields[place]}`);
        }
      }
    }
    expect(records.length).toBeGreaterThan(70_000);
    // 2018 prints a group's number for five C codes; 2025 a spreadsheet's rest in the column of certifications.
    expect([...unknown].sort()).toEqual(['ascPaymentGroup 20', 'labCertification .0']);
  });
});

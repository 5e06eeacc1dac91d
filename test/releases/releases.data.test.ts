import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayOf, OPEN_DAY } from '../../src/codes/day.ts';
import { packCodeText } from '../../src/codes/packed.ts';
import {
  type AddOnRelease,
  HCPCS_FIELDS,
  type HcpcsRelease,
  isRecordKind,
  type MueRelease,
  type PtpRelease,
  type ReadReleases,
  readReleaseFiles,
  readReleases,
} from '../../src/releases/index.ts';
import { collect } from '../../src/releases/streams.ts';
import { type ZipEntry, zipEntries } from '../../src/releases/zip.ts';
import { squeezed } from '../../src/text.ts';
import { DATA, dataPath, HAS_DATA } from '../support/data.ts';

describe.skipIf(!HAS_DATA)('the reference data', () => {
  let read: ReadReleases;
  beforeAll(async () => {
    read = await readReleases([dataPath()]);
  });
  const release = <T>(kind: string, label: string, setting: string | null = null): T =>
    read.releases.find((one) => one.kind === kind && one.period.label === label && one.setting === setting) as T;

  test('every release is read, without a problem', () => {
    expect(read.problems).toEqual([]);
    const line = (one: (typeof read.releases)[number]): string =>
      `${one.kind} ${one.setting ?? '-'} ${one.period.label} ${one.print} ${one.rowCount}`;
    // Tables of records are counted in tests of their own.
    expect(read.releases.filter(({ kind }) => !isRecordKind(kind)).map(line)).toEqual([
      'hcpcs - 2017 1 6498',
      'hcpcs - 2017 2 6500',
      'hcpcs - 2018 1 6559',
      'hcpcs - 2018 2 6562',
      'hcpcs - 2018 3 6562',
      'hcpcs - 2018 4 6562',
      'hcpcs - 2018 5 6560',
      'hcpcs - 2019 1 6800',
      'hcpcs - 2019 2 6805',
      'hcpcs - 2019 3 6806',
      'hcpcs - 2020Q1 1 7079',
      'hcpcs - 2020Q2 1 7097',
      'hcpcs - 2020Q3 1 7158',
      'hcpcs - 2020Q4 1 7196',
      'hcpcs - 2024Q3 1 8033',
      'hcpcs - 2024Q4 1 8474',
      'hcpcs - 2025Q4 3 8846',
      'ncci-ptp professional 2024Q3 1 2546017',
      'ncci-ptp professional 2026Q3 1 158',
      'ncci-ptp outpatient 2024Q3 1 1775818',
      'ncci-mue professional 2024Q3 1 14677',
      'ncci-mue outpatient 2024Q3 1 14628',
      'ncci-mue dme 2024Q3 1 2928',
      'ncci-aoc - 2024Q2 1 7465',
    ]);
  });

  test('what is no release is told by name; all that comes with a HCPCS release is read but READMEs and the record layout', () => {
    const reasons = new Map(read.notKnown.map(({ name, reason }) => [relative(DATA, name), reason]));
    expect(reasons.size).toBeGreaterThan(1_000);
    for (const [name, reason] of reasons) {
      if (name.startsWith('hcpcs/')) expect(reason).toMatch(/^a (README|description of a record layout), no release$/);
      if (name.startsWith('x12/')) expect(reason).toMatch(/X12|not a known release/);
    }
  });

  test('oddities of the real files', () => {
    const odd = read.releases.flatMap((one) =>
      (isRecordKind(one.kind) ? [] : one.oddities).map(({ code }) => `${one.period.label} ${one.kind} ${code}`),
    );
    expect(odd).toEqual([
      '2017 hcpcs forms-differ',
      '2017 hcpcs corrected',
      '2018 hcpcs disclaimer-lines',
      '2018 hcpcs payment-group-date',
      '2018 hcpcs also-as-xlsx',
      ...Array.from({ length: 4 }, () => '2018 hcpcs corrected'),
      '2019 hcpcs disclaimer-lines',
      '2019 hcpcs short-records',
      '2019 hcpcs forms-differ',
      '2019 hcpcs corrected',
      '2019 hcpcs correction-date',
      '2019 hcpcs corrected',
      '2020Q2 hcpcs disclaimer-lines',
      '2020Q4 hcpcs disclaimer-lines',
      '2024Q3 ncci-ptp two-rationales',
      '2026Q3 ncci-ptp part-alone',
      '2024Q3 ncci-ptp two-rationales',
      '2024Q3 ncci-ptp before-1996',
      '2024Q2 ncci-aoc no-dates',
    ]);
  });

  test.each([
    // CMS's spreadsheet of 2017 has other action dates for three codes.
    [2017, { actionEffectiveDate: 3 }, 12],
    [2018, {}, 35],
    // The spreadsheet of 2019 leaves out action dates that equal the added date, and has two types of service more.
    [2019, { actionEffectiveDate: 115, typeOfService4: 2 }, 13],
  ])('text and spreadsheet of %i say the same but for these fields', async (year, expected, spaces) => {
    const [text, xlsx] = await bothForms(`${year}-Alpha-Numeric-HCPCS-File.zip`);
    expect(xlsx.records.map(({ code }) => code)).toEqual(text.records.map(({ code }) => code));
    const differing: Record<string, number> = {};
    let spacing = 0;
    text.records.forEach(({ fields, isModifier, sequence }, i) => {
      expect(xlsx.records[i]).toMatchObject({ isModifier, sequence });
      fields.forEach((field, j) => {
        const other = xlsx.records[i].fields[j];
        if (field === other) return;
        if (squeezed(field) === squeezed(other)) spacing += 1;
        else differing[HCPCS_FIELDS[j]] = (differing[HCPCS_FIELDS[j]] ?? 0) + 1;
      });
    });
    expect(differing).toEqual(expected);
    expect(spacing).toBe(spaces);
  });

  test('2,759 of the 6,440 codes of 2019 span several records: each description is all of their pieces', async () => {
    const archive = '2019-Alpha-Numeric-HCPCS-File.zip';
    const entries = await zipEntries(readFileSync(dataPath('hcpcs', archive)), archive);
    const entry = entries.find(({ name }) => name.endsWith('ANWEB.txt')) as ZipEntry;
    const text = (await collect(entry.open(), entry.bytes, archive)).toString('latin1');
    const pieces = new Map<string, string>();
    const several = new Set<string>();
    for (const line of text.split('\r\n')) {
      const [code, recordId] = [line.slice(0, 5), line[10]];
      if (recordId !== '3' && recordId !== '4') continue;
      pieces.set(code, `${pieces.get(code) ?? ''} ${line.slice(11, 91)}`);
      if (recordId === '4') several.add(code);
    }
    expect([several.size, pieces.size]).toEqual([2759, 6440]);
    const { records } = release<HcpcsRelease>('hcpcs', '2019');
    const differing = records.filter(
      ({ code, fields, isModifier }) => !isModifier && squeezed(fields[0]) !== squeezed(pieces.get(code) ?? ''),
    );
    expect(differing).toEqual([]);
  });

  test('a HCPCS code in full', () => {
    const { records } = release<HcpcsRelease>('hcpcs', '2017');
    const record = records.find(({ code }) => code === 'J0135');
    const said = Object.fromEntries(HCPCS_FIELDS.map((field, i) => [field, record?.fields[i]]));
    expect(said).toMatchObject({
      longDescription: 'Injection, adalimumab, 20 mg',
      shortDescription: 'Adalimumab injection',
      addedDate: '20050101',
      terminationDate: '',
      actionCode: 'N',
    });
    expect(records.filter(({ isModifier }) => isModifier)).toHaveLength(343);
  });

  test('PTP rows: the first, an open one, windows of a pair', () => {
    const { rows } = release<PtpRelease>('ncci-ptp', '2026Q3', 'professional');
    expect([rows.columnOne[0], rows.columnTwo[0]]).toEqual(['0001A', '0591T'].map(packCodeText));
    expect([rows.effective[0], rows.deletion[0], rows.modifierIndicator[0]]).toEqual([
      dayOf(2022, 1, 1),
      dayOf(2023, 12, 31),
      1,
    ]);
    const large = release<PtpRelease>('ncci-ptp', '2024Q3', 'professional').rows;
    expect(large.rationales).toHaveLength(12);
    expect(large.deletion.reduce((open, day) => open + (day === OPEN_DAY ? 1 : 0), 0)).toBeGreaterThan(1_000_000);
    const indicators = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (const indicator of large.modifierIndicator) indicators[indicator] += 1;
    expect([indicators[0], indicators[1], indicators[9]]).toEqual([739_553, 1_707_611, 98_853]);
  });

  test('MUE and add-on code rows', () => {
    const mue = release<MueRelease>('ncci-mue', '2024Q3', 'dme').rows;
    expect(mue[0]).toEqual({ code: packCodeText('A4206'), value: 0, mai: 3, rationale: 'CMS Policy', line: 4 });
    const addOn = release<AddOnRelease>('ncci-aoc', '2024Q2').rows;
    expect(addOn.filter(({ primary }) => primary === null).length).toBeGreaterThan(0);
    expect([1, 2, 3].map((type) => addOn.filter((row) => row.type === type).length)).toEqual([6860, 36, 569]);
  });
});

/** Text and spreadsheet of a published archive, each read alone. */
async function bothForms(archive: string): Promise<[HcpcsRelease, HcpcsRelease]> {
  const entries = await zipEntries(readFileSync(dataPath('hcpcs', archive)), archive);
  const alone = async (ending: string): Promise<HcpcsRelease> => {
    const files = entries.filter(({ name }) => name.includes('ANWEB') && name.endsWith(ending));
    return (await readReleaseFiles(files)).releases[0] as HcpcsRelease;
  };
  return [await alone('.txt'), await alone('.xlsx')];
}

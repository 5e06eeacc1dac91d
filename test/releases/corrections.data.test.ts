import { beforeAll, describe, expect, test } from 'vitest';
import { isoDay } from '../../src/codes/day.ts';
import {
  HCPCS_FIELDS,
  type HcpcsField,
  type HcpcsRelease,
  type ReadReleases,
  type RecordRelease,
  readReleases,
} from '../../src/releases/index.ts';
import { squeezed } from '../../src/text.ts';
import { dataPath, HAS_DATA } from '../support/data.ts';

describe.skipIf(!HAS_DATA)('what CMS published beside its HCPCS releases', () => {
  let read: ReadReleases;
  beforeAll(async () => {
    read = await readReleases([dataPath('hcpcs')]);
  });

  const hcpcs = (label: string, print = 1): HcpcsRelease =>
    read.releases.find(
      (one) => one.kind === 'hcpcs' && one.period.label === label && one.print === print,
    ) as HcpcsRelease;
  const records = (kind: string, label: string, print = 1): RecordRelease =>
    read.releases.find(
      (one) => one.kind === kind && one.period.label === label && one.print === print,
    ) as RecordRelease;
  const value = (release: HcpcsRelease, code: string, field: HcpcsField): string | undefined =>
    release.records.find((record) => record.code === code)?.fields[HCPCS_FIELDS.indexOf(field)];

  /** Codes added and removed, and for each field the codes in which it changed. */
  function changes(before: HcpcsRelease, after: HcpcsRelease): Record<string, string[]> {
    const old = new Map(before.records.map((record) => [record.code, record]));
    const found: Record<string, string[]> = {};
    const note = (what: string, code: string): void => {
      found[what] = [...(found[what] ?? []), code];
    };
    for (const { code, fields } of after.records) {
      const was = old.get(code);
      if (was === undefined) note('added', code);
      else for (const [i, field] of fields.entries()) if (field !== was.fields[i]) note(HCPCS_FIELDS[i], code);
    }
    const left = new Set(after.records.map(({ code }) => code));
    for (const code of old.keys()) if (!left.has(code)) note('removed', code);
    return found;
  }

  const REVISED_2018 = ['G9481', 'G9482', 'G9483', 'G9484', 'G9485', 'G9486', 'G9487', 'G9488', 'G9489', 'G9490'];
  const ASC_2018 = ['C9488', 'C9745', 'C9746', 'C9747', 'C9748'];

  test.each<[string, number, Record<string, readonly string[]>]>([
    [
      '2017',
      2,
      {
        added: ['C1842', 'G0659'],
        crossReference1: ['E0627', 'E0628', 'E0629'],
        terminationDate: ['G0477', 'G0478', 'G0479'],
        actionCode: ['G0477', 'G0478', 'G0479'],
        longDescription: ['G0480', 'G0481', 'G0482', 'G0483'],
        actionEffectiveDate: ['G0477', 'G0478', 'G0479', 'G0480', 'G0481', 'G0482', 'G0483'],
      },
    ],
    [
      '2018',
      2,
      {
        added: ['G9868', 'G9869', 'G9870'],
        ascPaymentGroup: ASC_2018,
        ascPaymentGroupEffectiveDate: ASC_2018,
        labCertification2: ['G0499'],
        longDescription: ['G0279', 'G9367', 'G9368', ...REVISED_2018, 'G9637', 'G9638'],
        shortDescription: ['G9367', 'G9368', 'G9490', 'G9637', 'G9638'],
        actionEffectiveDate: ['G0279', 'G9367', 'G9368', ...REVISED_2018, 'G9637', 'G9638'],
        actionCode: ['G9637', 'G9638'],
      },
    ],
    ['2018', 3, { added: ['G9978', 'G9979'], removed: ['G9890', 'G9891'] }],
    ['2018', 4, { added: ['G9989', 'G9990'], removed: ['G9978', 'G9979'] }],
    ['2018', 5, { removed: ['G9989', 'G9990'] }],
    [
      '2019',
      2,
      {
        added: ['C1890', 'J1095', 'J2186', 'J2787', 'Q5111'],
        actionCode: ['A5513', 'C9034'],
        actionEffectiveDate: ['A5513', 'C9034'],
        coverage: ['B4105', 'Q9994'],
        pricingIndicator1: ['B4105', 'Q9994'],
        crossReference1: ['C9034', 'C9468'],
        terminationDate: ['C9034'],
        ascPaymentGroup: ['Q2026'],
        ascPaymentGroupEffectiveDate: ['Q2026'],
      },
    ],
    [
      '2019',
      3,
      {
        added: ['DA'],
        ascPaymentGroup: ['C1890', 'J7329'],
        ascPaymentGroupEffectiveDate: ['C1890', 'J7329'],
      },
    ],
  ])('the corrections of %s change in print %i exactly this', (year, print, expected) => {
    expect(changes(hcpcs(year, print - 1), hcpcs(year, print))).toEqual(expected);
  });

  test('every instruction of every document was understood; one date could not be', () => {
    const odd = read.releases.flatMap(({ kind, period, print, oddities }) =>
      kind === 'hcpcs'
        ? oddities
            .filter(({ code }) => code.startsWith('correct'))
            .map(({ code, line }) => [period.label, print, code, line])
        : [],
    );
    expect(odd).toEqual([
      ['2017', 2, 'corrected', undefined],
      ['2018', 2, 'corrected', undefined],
      ['2018', 3, 'corrected', undefined],
      ['2018', 4, 'corrected', undefined],
      ['2018', 5, 'corrected', undefined],
      ['2019', 2, 'corrected', undefined],
      ['2019', 2, 'correction-date', 14],
      ['2019', 3, 'corrected', undefined],
    ]);
  });

  test('the text of each document says what its spreadsheet says, as far as its columns are wide', () => {
    const documents = read.releases.filter(({ kind }) => kind === 'hcpcs-corrections');
    expect(documents.map(({ period, print, rowCount }) => [period.label, print, rowCount])).toEqual([
      ['2017', 1, 12],
      ['2018', 1, 24],
      ['2018', 2, 28],
      ['2018', 3, 30],
      ['2018', 4, 28],
      ['2019', 1, 11],
      ['2019', 2, 3],
    ]);
    for (const { sources, oddities } of documents) {
      expect(sources.map(({ form }) => form)).toContain('xlsx');
      expect(oddities.map(({ code }) => code)).toEqual([expect.stringMatching(/^also-as-(text|csv)$/)]);
    }
  });

  test('before and after, in single fields', () => {
    const [first, second] = [hcpcs('2017'), hcpcs('2017', 2)];
    expect([first, second].map((one) => value(one, 'G0477', 'terminationDate'))).toEqual(['', '20161231']);
    expect(value(second, 'C1842', 'longDescription')).toBe(
      'Retinal prosthesis, includes all internal and external components; add-on to C1841',
    );
    expect([hcpcs('2018'), hcpcs('2018', 5)].map((one) => value(one, 'C9488', 'ascPaymentGroupEffectiveDate'))).toEqual(
      ['170401', '20170401'],
    );
    expect(value(hcpcs('2018', 5), 'G9637', 'longDescription')).toBe(value(first, 'G9637', 'longDescription'));
    expect([hcpcs('2019'), hcpcs('2019', 2)].map((one) => value(one, 'C9468', 'crossReference1'))).toEqual([
      'J7023',
      'J7203',
    ]);
    expect(value(hcpcs('2019', 3), 'C1890', 'statute')).toBe('1833(t)');
    expect(value(hcpcs('2019', 3), 'DA', 'addedDate')).toBe('20110101');
    // Printed 01/0/12019: left out, so that the code counts from the release's first day.
    expect(value(hcpcs('2019', 3), 'Q5111', 'addedDate')).toBe('');
  });

  /** What a document changed, and CMS's next release says otherwise. */
  test.each<[string, number, string, readonly string[]]>([
    [
      '2017',
      2,
      '2018',
      ['C1842 actionCode', 'G0477 actionCode', 'G0478 actionCode', 'G0479 actionCode', 'G0659 actionCode'],
    ],
    [
      '2018',
      5,
      '2019',
      [
        // Discontinued within the year.
        'C9748 ascPaymentGroup',
        'C9748 ascPaymentGroupEffectiveDate',
        // A slip there: "medicare-approved coms innovation center".
        'G9489 longDescription',
        'G9868 actionCode',
        'G9869 actionCode',
        'G9870 actionCode',
      ],
    ],
    [
      '2019',
      3,
      '2020Q1',
      [
        'A5513 actionCode',
        'C1890 actionCode',
        'C9034 actionCode',
        'J1095 actionCode',
        'J2186 actionCode',
        // The apostrophe is straight there.
        'J2787 actionCode',
        'J2787 longDescription',
        'J2787 shortDescription',
        'Q2026 ascPaymentGroup',
        'Q2026 ascPaymentGroupEffectiveDate',
        'Q5111 actionCode',
      ],
    ],
  ])('what was corrected in %s (print %i) stands so in %s', (year, print, next, expected) => {
    const [first, last, later] = [hcpcs(year), hcpcs(year, print), hcpcs(next)];
    const found = changes(first, last);
    const differing: string[] = [];
    const compare = (code: string, field: HcpcsField): void => {
      const [here, there] = [last, later].map((one) => squeezed(value(one, code, field) ?? '?').toLowerCase());
      if (here !== there) differing.push(`${code} ${field}`);
    };
    for (const [field, codes] of Object.entries(found))
      if (field !== 'added' && field !== 'removed') for (const code of codes) compare(code, field as HcpcsField);
    for (const code of found.added)
      for (const field of HCPCS_FIELDS) if (value(last, code, field) !== '') compare(code, field);
    expect(differing.toSorted()).toEqual(expected);
  });

  test('published on the day the README says, corrected from the year’s first day on', () => {
    const days = ['2017', '2018', '2019'].map((year) =>
      read.releases
        .filter((one) => one.kind === 'hcpcs' && one.period.label === year)
        .map(({ published }) => isoDay(published)),
    );
    expect(days).toEqual([
      ['2016-11-03', '2017-01-01'],
      ['2017-11-03', '2018-01-01', '2018-01-01', '2018-01-01', '2018-01-01'],
      ['2018-11-02', '2019-01-01', '2019-01-01'],
    ]);
    expect(isoDay(records('hcpcs-transactions', '2019').published)).toBe('2018-11-02');
    expect(isoDay(records('hcpcs-notes', '2019').published)).toBe('2018-11-02');
    expect(isoDay(records('hcpcs-noc', '2019').published)).toBe('2019-01-01');
  });

  test.each([
    ['2017', 6155, 343],
    ['2018', 6205, 354],
    ['2019', 6440, 360],
    ['2020Q1', 6710, 369],
    ['2020Q2', 6728, 369],
    ['2020Q3', 6789, 369],
    ['2020Q4', 6825, 371],
  ])('%s lists %i codes and %i modifiers', (label, codes, modifiers) => {
    const { records } = hcpcs(label);
    const found = records.filter(({ isModifier }) => isModifier).length;
    expect([records.length - found, found]).toEqual([codes, modifiers]);
  });

  const wordsOf = (label: string): ReadonlyMap<string, string> =>
    new Map(records('hcpcs-transactions', label).records.map(({ key, fields }) => [key, fields[0]]));
  const WORDS: Readonly<Record<string, RegExp>> = {
    A: /^ADD$/,
    B: /^Coverage (&|and) Long Desc Change$/,
    C: /^Long(\/Short)? Description Change$/,
    D: /^Discontinued$/,
    F: /^Coverage Change$/,
    N: /^No change$/i,
    P: /^Payment Change$/,
    R: /^Re-activated$/,
    S: /^Short Description Change$/,
    T: /^Misc Change \(TOS, BETOS\)$/,
  };

  test.each<[string, number, Record<string, number>, readonly string[]]>([
    ['2017', 6498, { A: 278, B: 1, C: 124, D: 147, F: 1, N: 5902, P: 38, R: 1, S: 2, T: 4 }, []],
    // The modifier L1 was left out of the report.
    ['2018', 6558, { A: 152, C: 50, D: 40, F: 2, N: 6231, P: 64, S: 19 }, ['L1 N undefined']],
    ['2019', 6800, { A: 228, B: 1, C: 94, D: 49, F: 1, N: 6372, P: 47, S: 8 }, []],
    ['2020Q2', 7097, { A: 18, C: 4, D: 1, N: 7074 }, []],
    // CS is there twice on the sheet by action, changed and not; not on the sheet by code.
    ['2020Q3', 7159, { A: 61, C: 4, D: 9, N: 7084, S: 1 }, []],
    ['2020Q4', 7196, { A: 38, C: 7, D: 4, F: 2, N: 7145 }, []],
  ])('the report of %s: %i rows, and for each the letter of its record', (label, rows, counts, differing) => {
    const report = records('hcpcs-transactions', label);
    const found: Record<string, number> = {};
    for (const { fields } of report.records) {
      const [letter] = Object.entries(WORDS).find(([, words]) => words.test(fields[0])) ?? ['?'];
      found[letter] = (found[letter] ?? 0) + 1;
    }
    expect([report.rowCount, found]).toEqual([rows, counts]);
    const words = Map.groupBy(report.records, ({ key }) => key);
    const wrong = hcpcs(label).records.flatMap(({ code, fields }) => {
      const letter = fields[HCPCS_FIELDS.indexOf('actionCode')];
      const said = words.get(code)?.map(({ fields: [word] }) => word) ?? [];
      return said.some((word) => WORDS[letter].test(word)) ? [] : [`${code} ${letter} ${said[0]}`];
    });
    expect(wrong).toEqual(differing);
  });

  /** Codes that came within the year before are added there and not in the report of the annual release. */
  test.each<[HcpcsPrint, string, number, number]>([
    [['2017', 2], '2018', 152, 14],
    [['2018', 5], '2019', 228, 17],
    [['2020Q1', 1], '2020Q2', 18, 0],
    [['2020Q2', 1], '2020Q3', 61, 0],
    [['2020Q3', 1], '2020Q4', 38, 0],
  ])(
    'from %j to %s: %i codes reported as added, and %i that came in between',
    ([before, print], label, added, between) => {
      const old = new Set(hcpcs(before, print).records.map(({ code }) => code));
      const words = wordsOf(label);
      const fresh = hcpcs(label).records.flatMap(({ code }) => (old.has(code) ? [] : [code]));
      const reported = [...words].flatMap(([code, word]) => (word === 'ADD' ? [code] : []));
      // Two modifiers of 2019 came back: they were there before, ended.
      const back = reported.filter((code) => !fresh.includes(code));
      expect(back).toEqual(label === '2019' ? ['QQ', 'VM'] : []);
      expect([reported.length, fresh.filter((code) => !reported.includes(code)).length]).toEqual([added, between]);
    },
  );

  test.each<[HcpcsPrint, string, number]>([
    [['2017', 2], '2018', 40],
    [['2018', 5], '2019', 49],
    [['2020Q1', 1], '2020Q2', 1],
    [['2020Q2', 1], '2020Q3', 9],
    [['2020Q3', 1], '2020Q4', 4],
  ])(
    'from %j to %s: the %i codes that got a last day are those reported as discontinued',
    ([before, print], label, count) => {
      const old = hcpcs(before, print);
      const ended = new Set(
        old.records.flatMap(({ code, fields }) =>
          fields[HCPCS_FIELDS.indexOf('terminationDate')] === '' ? [] : [code],
        ),
      );
      const found = hcpcs(label).records.flatMap(({ code, fields }) =>
        fields[HCPCS_FIELDS.indexOf('terminationDate')] === '' || ended.has(code) ? [] : [code],
      );
      const reported = [...wordsOf(label)].flatMap(([code, word]) => (word === 'Discontinued' ? [code] : []));
      expect(found.toSorted()).toEqual(reported.toSorted());
      expect(found).toHaveLength(count);
    },
  );

  test('the report’s descriptions are those of the release', () => {
    // The longest, G0503, is cut off in the report of 2019.
    for (const [label, cut] of [
      ['2019', ['G0503']],
      ['2020Q2', []],
      ['2020Q4', []],
    ] as const) {
      const release = hcpcs(label);
      const fields = new Map(release.records.map((record) => [record.code, record.fields]));
      const differing = records('hcpcs-transactions', label).records.filter(
        ({ key, fields: [, , long] }) => squeezed(fields.get(key)?.[0] ?? '') !== long,
      );
      expect([label, differing.map(({ key }) => key)]).toEqual([label, cut]);
    }
  });

  test.each([
    ['2017', 211],
    ['2018', 216],
    ['2019', 218],
  ])('the %s processing notes are numbered from 1 to %i, and hold all that records name', (year, count) => {
    const notes = records('hcpcs-notes', year).records;
    expect(notes.map(({ key }) => Number(key)).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: count }, (_, i) => i + 1),
    );
    for (const { fields } of notes) expect(fields[0]).toMatch(/^[^*\s].*[^*\s]$/);
    const named = hcpcs(year).records.map(({ fields }) => fields[HCPCS_FIELDS.indexOf('processingNote')]);
    const known = new Set(notes.map(({ key }) => key));
    expect([...new Set(named)].filter((key) => key !== '' && !known.has(key))).toEqual(['0000']);
  });

  test('the codes not otherwise classified are those of the release, with two descriptions revised', () => {
    const release = hcpcs('2019');
    const { records: noc } = records('hcpcs-noc', '2019');
    expect(noc).toHaveLength(139);
    const fields = ['longDescription', 'addedDate', 'terminationDate'] as const;
    const differing = noc.filter((one) =>
      fields.some((field, i) => squeezed(value(release, one.key, field) ?? '?') !== one.fields[i]),
    );
    expect(differing.map(({ key }) => key)).toEqual(['G9418', 'S9445']);
  });
});

type HcpcsPrint = readonly [label: string, print: number];

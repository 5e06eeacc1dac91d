import { describe, expect, it } from 'vitest';
import { diffRecords } from '../../src/diff/diff-records.ts';
import { quarter, recordRelease } from '../codebook/releases.ts';

const before = { period: quarter(2024, 3) };
const after = { period: quarter(2024, 4) };

describe('a table of records', () => {
  it('has keys added, removed, changed and texts revised', () => {
    const diff = diffRecords(
      recordRelease(before, 'hcpcs-noc', [
        ['A0999', 'Unlisted', '19870101'],
        ['A4421', 'Ostomy', '20020101'],
        ['B9998', 'Same'],
      ]),
      recordRelease(after, 'hcpcs-noc', [
        ['A0999', 'Unlisted service', '19870101'],
        ['B9998', 'Same'],
        ['C1889', 'Device'],
        ['E1399', ''],
      ]),
    );
    expect(
      Array.from(diff.changes, ({ change, code, fields }) => [change, code, fields.map(({ field }) => field).join()]),
    ).toEqual([
      ['revised', 'A0999', 'longDescription'],
      ['removed', 'A4421', 'longDescription,addedDate'],
      ['added', 'C1889', 'longDescription'],
      ['added', 'E1399', ''],
    ]);
    expect(diff.unchanged).toBe(1);
  });

  it('may have a key several times: equal rows belong together, and so does one left on each side', () => {
    const told = (a: string[][], b: string[][]) =>
      Array.from(
        diffRecords(
          recordRelease(
            before,
            'hcpcs-drugs',
            a.map((fields) => ['Aspirin', ...fields] as const),
          ),
          recordRelease(
            after,
            'hcpcs-drugs',
            b.map((fields) => ['Aspirin', ...fields] as const),
          ),
        ).changes,
        ({ change, fields }) => [change, ...fields.map(({ before: was, after: is }) => `${was}→${is}`)].join(' '),
      );
    const [vein, muscle] = [
      ['10 mg', 'IV', 'J0001'],
      ['10 mg', 'IM', 'J0002'],
    ];
    expect(told([vein, muscle], [muscle, vein])).toEqual([]);
    expect(told([vein, muscle], [['10 mg', 'IM', 'J0003'], vein])).toEqual(['changed J0002→J0003']);
    expect(told([vein], [['10 mg', 'IV', 'J0003'], muscle])).toEqual([
      'removed 10 mg→ IV→ J0001→',
      'added →10 mg →IV →J0003',
      'added →10 mg →IM →J0002',
    ]);
  });

  const told = (
    kind: 'pfs' | 'icd10cm' | 'asp' | 'ndc-hcpcs',
    a: (readonly [string, ...string[]])[],
    b: (readonly [string, ...string[]])[],
  ) =>
    Array.from(diffRecords(recordRelease(before, kind, a), recordRelease(after, kind, b)).changes, (change) => [
      [change.change, change.code, change.title, change.section].join('|'),
      ...change.fields.map(({ field, before: was, after: is }) => `${field}:${was}→${is}`),
    ]);

  it('of amounts compares them by value and shows them as printed', () => {
    const row = (workRvu: string, days: string) => ['99213-26', 'A', '', workRvu, ...Array(8).fill(''), days] as const;
    expect(told('pfs', [row('1.30', '000')], [row('1.3', '0')])).toEqual([]);
    expect(told('pfs', [row('1.30', '000')], [row('1.31', '010')])).toEqual([
      ['changed|99213-26||90000–99999', 'workRvu:1.30→1.31', 'globalDays:000→010'],
    ]);
  });

  it('says nothing of a column that one of the releases leaves blank throughout', () => {
    expect(
      told(
        'pfs',
        [
          ['A0021', 'I'],
          ['A0080', 'I'],
        ],
        [
          ['A0021', 'I', '', '0.5'],
          ['A0080', 'I'],
        ],
      ),
    ).toEqual([]);
    expect(
      told(
        'pfs',
        [
          ['A0021', 'I'],
          ['A0080', 'I', '', '1'],
        ],
        [
          ['A0021', 'I', '', '0.5'],
          ['A0080', 'I', '', '1'],
        ],
      ),
    ).toEqual([['changed|A0021||A', 'workRvu:→0.5']]);
  });

  it('of diagnosis codes does not count the order in which they stand; their texts are public', () => {
    const row = (order: string, text: string) => ['D0120', order, '1', text, text] as const;
    expect(told('icd10cm', [row('00001', 'Something')], [row('00002', 'Something')])).toEqual([]);
    expect(told('icd10cm', [row('00001', 'Something')], [row('00001', 'Something else')])).toEqual([
      [
        'revised|D0120|Something else|',
        'shortDescription:Something→Something else',
        'longDescription:Something→Something else',
      ],
    ]);
  });

  it('shows no text of a Level I code, be it the key or a field', () => {
    expect(told('asp', [['90371', 'Zzyzx', '1 mg']], [['90371', 'Zzyzx frob', '1 mg']])).toEqual([
      ['revised|90371||90000–99999', 'shortDescription:(licensed text)→(another licensed text)'],
    ]);
    expect(told('ndc-hcpcs', [], [['00002123401', '', '90371', 'Zzyzx', 'Immune globulin']])).toEqual([
      ['added|00002123401||', 'code:→90371', 'shortDescription:→(licensed text)', 'genericName:→Immune globulin'],
    ]);
  });
});

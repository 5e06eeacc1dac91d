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
});

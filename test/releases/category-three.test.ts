import { describe, expect, it } from 'vitest';
import { readReleaseFiles } from '../../src/releases/index.ts';

const read = (text: string) =>
  readReleaseFiles([
    {
      name: 'category-three.csv',
      async *open() {
        yield new TextEncoder().encode(text);
      },
    },
  ]);

describe('a table of category III codes', () => {
  it('is read by its header, whatever the order of its columns', async () => {
    const { releases, problems } = await read(
      'Converted To,Code,Effective,Sunset\n,0042T,2024-07-01,\n99999 99998,0054T,2020-01-01,2026-01-01\n',
    );
    expect(problems).toEqual([]);
    expect(releases).toMatchObject([
      {
        kind: 'cpt-category-three',
        period: { label: '2024Q3' },
        records: [
          { key: '0042T', fields: ['2024-07-01', '', ''] },
          { key: '0054T', fields: ['2020-01-01', '2026-01-01', '99999 99998'] },
        ],
      },
    ]);
  });

  it.each([
    ['another code', '99213,2024-07-01,,'],
    ['no date', '0042T,July,,'],
    ['a sunset on its first day', '0042T,2024-07-01,2024-07-01,'],
    ['no code in its place', '0042T,2024-07-01,,999'],
  ])('is refused with %s, by line', async (_, row) => {
    const { releases, problems } = await read(`code,effective,sunset,convertedTo\n0054T,2020-01-01,,\n${row}\n`);
    expect(releases).toEqual([]);
    expect(problems).toMatchObject([{ code: 'record-value', line: 3 }]);
  });

  it('takes a sunset on the day after its first', async () => {
    const { problems } = await read('code,effective,sunset,convertedTo\n0042T,2024-07-01,2024-07-02,\n');
    expect(problems).toEqual([]);
  });
});

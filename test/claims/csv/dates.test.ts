import { describe, expect, test } from 'vitest';
import { TableDates } from '../../../src/claims/csv/dates.ts';
import { readTable } from '../../support/table-claims.ts';

describe('dates of tables', () => {
  test.each([
    ['2024-07-01', '2024-07-01'],
    ['20240701', '2024-07-01'],
    ['7/1/2024', '2024-07-01'],
    ['07/01/2024', '2024-07-01'],
    ['12/31/2024', '2024-12-31'],
    ['7/1/2024 12:00:00 AM', '2024-07-01'],
    ['2024-07-01T23:59:59.999Z', '2024-07-01'],
    ['2024-07-01 00:00:00', '2024-07-01'],
    ['2024-07-01T00:00:00+02:00', '2024-07-01'],
    ['20240701T0000', undefined],
    ['01-JUL-2024', '2024-07-01'],
    ['1-jul-2024', '2024-07-01'],
    ['01-JUL-2024 00:00:00', '2024-07-01'],
    ['29-FEB-2023', null],
    ['2024-02-30', null],
    ['20241301', null],
    ['13/13/2024', null],
    ['0/1/2024', null],
    ['31/7/2024', undefined],
    ['7/1/24', undefined],
    ['2024/07/01', undefined],
    ['01.07.2024', undefined],
    ['01-XYZ-2024', undefined],
    ['2024-07-01x', undefined],
    ['2024-7-1', undefined],
    ['45474', undefined],
    ['July', undefined],
  ])('%s', (text, date) => {
    expect(new TableDates().read(text)).toBe(date);
  });

  test('after one with the day first none with slashes is read', async () => {
    const rows = ['5/4/2024', '31/7/2024', '5/4/2024', '2024-07-01'].map((date, i) => `A${i},J0135,${date}`);
    const { claims, problems } = await readTable(`claim,code,from\n${rows.join('\n')}\n`);
    expect(claims.map(({ lines }) => lines[0].from)).toEqual(['2024-05-04', null, null, '2024-07-01']);
    expect(problems).toMatchObject([
      { code: 'csv-date-order', line: 3 },
      { code: 'csv-date-order', line: 4 },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { type CategoryThreeRow, categoryThreeRow, sunsetOf } from '../../src/codes/category-three.ts';
import { isoDay, parseDay } from '../../src/codes/day.ts';

describe('category III codes', () => {
  it.each([
    ['2024-01-01', '2029-01-01'],
    ['2024-07-01', '2030-01-01'],
    ['2025-01-01', '2030-01-01'],
  ])('in use from %s lapse on %s', (effective, sunset) => {
    expect(isoDay(sunsetOf(parseDay(effective)))).toBe(sunset);
  });

  const row = (cells: Record<string, string>) =>
    categoryThreeRow({ code: '0001T', effective: '2020-01-01', sunset: '', convertedTo: '', ...cells });

  it('come from a table with the date it gives, else the reckoned one', () => {
    const published = row({ code: ' 0001t', sunset: '2026-01-01', convertedTo: '11042, 11045' }) as CategoryThreeRow;
    expect(published).toMatchObject({ code: '0001T', isPublished: true, convertedTo: ['11042', '11045'] });
    expect(isoDay(published.sunset)).toBe('2026-01-01');
    const reckoned = row({}) as CategoryThreeRow;
    expect([isoDay(reckoned.sunset), reckoned.isPublished]).toEqual(['2025-01-01', false]);
  });

  it.each([
    ['code', { code: '11042' }],
    ['code', { code: '' }],
    ['effective', { effective: '2020' }],
    ['sunset', { sunset: 'never' }],
    ['sunset', { sunset: '2019-01-01' }],
    ['convertedTo', { convertedTo: '11042 soon' }],
  ])('say that %s is wrong in %j', (column, cells) => {
    expect(row(cells)).toMatchObject({ column, message: expect.stringMatching(/\.$/) });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, ageOn, dayOfMonth, fullMonths, monthOf } from '../../src/codes/calendar.ts';
import { isoDay, parseDay } from '../../src/codes/day.ts';

const anyDay = fc.integer({ min: parseDay('1900-01-01'), max: parseDay('2100-12-31') });

describe('calendar', () => {
  it('tells month and day of month as the ISO date has them', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year, month, at] = isoDay(day).split('-').map(Number);
        expect(monthOf(day)).toBe(year * 12 + month - 1);
        expect(dayOfMonth(day)).toBe(at);
      }),
    );
  });

  it.each([
    ['2024-10-15', -36, '2021-10-15'],
    ['2024-02-29', -36, '2021-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-12-31', 2, '2024-02-29'],
    ['2024-12-01', 1, '2025-01-01'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(isoDay(addMonths(parseDay(from), months))).toBe(expected);
  });

  it('counts the months that it added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 600 }), (day, months) => {
        const later = addMonths(day, months);
        expect(monthOf(later) - monthOf(day)).toBe(months);
        if (dayOfMonth(later) === dayOfMonth(day)) expect(fullMonths(day, later)).toBe(months);
      }),
    );
  });

  it.each([
    ['2006-10-16', '2024-10-15', 17],
    ['2006-10-15', '2024-10-15', 18],
    ['2024-10-15', '2024-10-15', 0],
    ['2024-10-16', '2024-10-15', -1],
    ['2004-02-29', '2022-02-28', 17],
    ['2004-02-29', '2022-03-01', 18],
  ])('who is born on %s is on %s %i years old', (birth, day, age) => {
    expect(ageOn(parseDay(birth), parseDay(day))).toBe(age);
  });
});

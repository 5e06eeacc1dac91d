import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dashed, dayFromDigits, isoDay, isoDayOrOpen, NOT_A_DAY, OPEN_DAY, parseDay } from '../../src/codes/day.ts';

const REAL = fc.date({ min: new Date('1800-01-01'), max: new Date('2174-12-31'), noInvalidDate: true });

describe('days', () => {
  it('counts from the first day of the National Correct Coding Initiative', () => {
    expect(parseDay('1996-01-01')).toBe(0);
    expect(parseDay('19951231')).toBe(-1);
    expect(parseDay('2024-07-01')).toBe(10_409);
  });

  it('agrees with the calendar of the platform, both ways', () => {
    fc.assert(
      fc.property(REAL, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const day = Math.floor(date.getTime() / 86_400_000) - 9_496;
        expect(parseDay(iso)).toBe(day);
        expect(parseDay(iso.replaceAll('-', ''))).toBe(day);
        expect(isoDay(day)).toBe(iso);
        expect(dayFromDigits(new TextEncoder().encode(`x${iso.replaceAll('-', '')}`), 1)).toBe(day);
      }),
    );
  });

  it.each([
    '20240230',
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '2024-0101',
    '24-01-01',
    '',
    '2024-01-01x',
  ])('%j is no day', (text) => expect(parseDay(text)).toBe(NOT_A_DAY));

  it.each([
    ['20241001', '2024-10-01'],
    ['20249901', '2024-99-01'],
    ['2024-10-01', '2024-10-01'],
    ['2024100', '2024100'],
    ['', ''],
  ])('puts dashes into a printed date: %s', (printed, shown) => expect(dashed(printed)).toBe(shown));
  it('has no date for an open end', () => expect(isoDayOrOpen(OPEN_DAY)).toBeNull());
});

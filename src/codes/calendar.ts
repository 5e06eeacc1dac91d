import { type Day, dayOf, NOT_A_DAY } from './day.ts';

/** Days from 0000-03-01 to 1996-01-01 in the proleptic Gregorian calendar. */
const EPOCH = 728_964;
const PER_ERA = 146_097;

const eraOf = (day: Day): number => Math.floor((day + EPOCH) / PER_ERA);

const dayOfEraOf = (day: Day): number => day + EPOCH - eraOf(day) * PER_ERA;

const yearOfEraOf = (n: number): number =>
  Math.floor((n - Math.floor(n / 1460) + Math.floor(n / 36_524) - Math.floor(n / 146_096)) / 365);

/** Day of a year that begins on 1 March, from 0. */
function dayOfYear(day: Day): number {
  const n = dayOfEraOf(day);
  const year = yearOfEraOf(n);
  return n - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
}

/**
 * Months since year 0: `monthOf(b) - monthOf(a)` counts calendar months, whatever the days within them.
 *
 * @example
 * monthOf(parseDay('2024-03-01')) - monthOf(parseDay('2023-03-31')) // 12
 */
export function monthOf(day: Day): number {
  const fromMarch = Math.floor((5 * dayOfYear(day) + 2) / 153);
  return (yearOfEraOf(dayOfEraOf(day)) + eraOf(day) * 400) * 12 + fromMarch + 2;
}

/** Day of the month, from 1. */
export function dayOfMonth(day: Day): number {
  const n = dayOfYear(day);
  return n - Math.floor((153 * Math.floor((5 * n + 2) / 153) + 2) / 5) + 1;
}

/**
 * The same day so many months later (earlier, where negative); the last day of that month where it has no such day.
 *
 * @example
 * isoDay(addMonths(parseDay('2024-02-29'), -36)) // '2021-02-28'
 */
export function addMonths(day: Day, months: number): Day {
  const month = monthOf(day) + months;
  const year = Math.floor(month / 12);
  for (let at = dayOfMonth(day); at > 0; at--) {
    const found = dayOf(year, (month % 12) + 1, at);
    if (found !== NOT_A_DAY) return found;
  }
  return NOT_A_DAY;
}

/** Full months from one day to a later one. */
export const fullMonths = (from: Day, to: Day): number =>
  monthOf(to) - monthOf(from) - (dayOfMonth(to) < dayOfMonth(from) ? 1 : 0);

/**
 * Full years of age on a day, below 0 before birth. Who is born on 29 February is a year older on 1 March of other years.
 *
 * @example
 * ageOn(parseDay('2006-10-16'), parseDay('2024-10-15')) // 17
 */
export const ageOn = (birth: Day, day: Day): number => Math.floor(fullMonths(birth, day) / 12);

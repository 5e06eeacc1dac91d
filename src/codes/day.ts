/**
 * Days. Dates are ISO strings at the edges and day numbers inside: whole days since 1996-01-01, the first
 * day of the National Correct Coding Initiative, so that every PTP date fits 16 bits. Earlier days are
 * negative. No `Date` object and no time zone is involved.
 */

/** A whole number of days since 1996-01-01; negative before it. */
export type Day = number;

/** The day number that stands for "no end": larger than any real date. */
export const OPEN_DAY = 0xffff;

/** What is returned where a text is no date. Compare with `===`. */
export const NOT_A_DAY = -0x80000000;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Days from 0000-03-01 to 1996-01-01 in the proleptic Gregorian calendar. */
const EPOCH = 728_964;

/** Day number of a calendar date, or `NOT_A_DAY` where the calendar has no such day (`2023-02-29`). */
export function dayOf(year: number, month: number, day: number): Day {
  if (year < 1800 || year > 2174 || month < 1 || month > 12 || day < 1) return NOT_A_DAY;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const most = month === 2 && leap ? 29 : DAYS_IN_MONTH[month - 1];
  if (day > most) return NOT_A_DAY;
  // Years that begin in March put the leap day last, which makes the month lengths a linear formula.
  const y = month > 2 ? year : year - 1;
  const m = month > 2 ? month - 3 : month + 9;
  const era = (y / 400) | 0;
  const yearOfEra = y - era * 400;
  const dayOfYear = (((153 * m + 2) / 5) | 0) + day - 1;
  const dayOfEra = yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear;
  return era * 146_097 + dayOfEra - EPOCH;
}

/**
 * Day number of `YYYYMMDD` or `YYYY-MM-DD`, or `NOT_A_DAY`.
 *
 * @example
 * parseDay('1996-01-01') // 0
 * parseDay('20240230')   // NOT_A_DAY
 */
export function parseDay(text: string): Day {
  const match = /^(\d{4})(-?)(\d{2})\2(\d{2})$/.exec(text);
  if (!match) return NOT_A_DAY;
  return dayOf(Number(match[1]), Number(match[3]), Number(match[4]));
}

/** Day number of the eight ASCII digits `YYYYMMDD` at `offset`, or `NOT_A_DAY`. */
export function dayFromDigits(bytes: Uint8Array, offset: number): Day {
  let value = 0;
  for (let i = offset; i < offset + 8; i++) {
    const digit = bytes[i] - 48;
    if (!(digit >= 0 && digit <= 9)) return NOT_A_DAY;
    value = value * 10 + digit;
  }
  return dayOf((value / 10_000) | 0, ((value / 100) | 0) % 100, value % 100);
}

/** `YYYY-MM-DD` of a day number. `OPEN_DAY` and `NOT_A_DAY` have no date: ask before. */
export function isoDay(day: Day): string {
  const z = day + EPOCH;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const day1 = dayOfYear - Math.floor((153 * m + 2) / 5) + 1;
  const month = m < 10 ? m + 3 : m - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day1).padStart(2, '0')}`;
}

/** A printed `20241001` as `2024-10-01`, whether or not there is such a day; any other text as it is. */
export const dashed = (printed: string): string => printed.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');

/** `YYYY-MM-DD`, or `null` for `OPEN_DAY`. */
export function isoDayOrOpen(day: Day): string | null {
  return day === OPEN_DAY ? null : isoDay(day);
}

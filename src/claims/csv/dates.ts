import { dayOf, isoDay, NOT_A_DAY, parseDay } from '../../codes/day.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
/** What may follow a date: a time of day. */
const TIME = /^[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AP]M)?(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * Dates as tables write them: `2024-07-01`, `20240701`, `7/1/2024` with the month first, `01-JUL-2024`, each also with
 * a time of day. One date with the day first (`31/7/2024`) tells how the others of a file are meant, so that from it on
 * dates with slashes are read no more.
 */
export class TableDates {
  /** Whether a date with the day first has been met. */
  dayFirst = false;

  /** ISO date; null for a day that the calendar does not have, which the edits report; undefined for no date. */
  readonly read = (text: string): string | null | undefined => {
    if (text[1] === '/' || text[2] === '/') return this.slashed(text);
    if (text[1] === '-' || text[2] === '-') return named(text);
    return text.length <= 10 || TIME.test(text.slice(10)) ? plain(text.slice(0, 10)) : undefined;
  };

  private slashed(text: string): string | null | undefined {
    const [, first, second, year, rest] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(.*)$/.exec(text) ?? [];
    if (year === undefined || (rest !== '' && !TIME.test(rest))) return undefined;
    const [month, day] = [Number(first), Number(second)];
    if (month > 12 && day <= 12) this.dayFirst = true;
    return this.dayFirst ? undefined : isoOrNull(dayOf(Number(year), month, day));
  }
}

const plain = (text: string): string | null | undefined =>
  /^(\d{8}|\d{4}-\d{2}-\d{2})$/.test(text) ? isoOrNull(parseDay(text)) : undefined;

/** `01-JUL-2024`, as CMS's research files have it. */
function named(text: string): string | null | undefined {
  const [, day, name, year, rest] = /^(\d{1,2})-([A-Z]{3})-(\d{4})(.*)$/i.exec(text) ?? [];
  if (year === undefined || (rest !== '' && !TIME.test(rest))) return undefined;
  const month = MONTHS.indexOf(name.toUpperCase()) + 1;
  return month === 0 ? undefined : isoOrNull(dayOf(Number(year), month, Number(day)));
}

const isoOrNull = (day: number): string | null => (day === NOT_A_DAY ? null : isoDay(day));

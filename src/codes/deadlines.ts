import { type Day, dayOf, isoDay } from './day.ts';
import type { DeadlineRule } from './stewardship-facts.ts';

/** The next day by which a request has to be in. */
export interface Deadline {
  readonly what: string;
  readonly day: Day;
}

/**
 * The next closing day of each rule on or after a day. Business days are Monday to Friday but for New Year's Day and
 * its Monday; no other federal holiday falls on the first days of a quarter.
 *
 * @example
 * deadlinesAfter([{ what: 'drugs', on: 'first business day of the quarter' }], parseDay('2024-01-03'))
 *   .map(({ day }) => isoDay(day)) // ['2024-04-01']
 */
export const deadlinesAfter = (rules: readonly DeadlineRule[], on: Day): Deadline[] =>
  rules.map(({ what, on: rule }) => ({ what, day: nextOf(rule, on) }));

const MONTHS = {
  'first business day of the quarter': [1, 4, 7, 10],
  'first business day of January and July': [1, 7],
  '1 November': [11],
} as const satisfies Record<DeadlineRule['on'], readonly number[]>;

function nextOf(rule: DeadlineRule['on'], on: Day): Day {
  const year = Number(isoDay(on).slice(0, 4));
  const days = [year, year + 1].flatMap((y) => MONTHS[rule].map((month) => dayOf(y, month, 1)));
  const closing = rule === '1 November' ? days : days.map(firstBusinessDay);
  return closing.find((day) => day >= on) ?? closing[closing.length - 1];
}

/** 1996-01-01, day 0, was a Monday. */
const isWeekend = (day: Day): boolean => ((day % 7) + 7) % 7 > 4;

function firstBusinessDay(first: Day): Day {
  const isNewYear = isoDay(first).endsWith('-01-01');
  // New Year's Day on a Sunday is observed on the Monday; on a Saturday on the Friday before.
  const isSunday = isWeekend(first) && !isWeekend(first + 1);
  let day = isNewYear ? first + (isSunday ? 2 : 1) : first;
  while (isWeekend(day)) day++;
  return day;
}

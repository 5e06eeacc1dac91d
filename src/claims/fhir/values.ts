import { isoDay, NOT_A_DAY, parseDay } from '../../codes/day.ts';
import type { ProblemCode } from '../../problems.ts';
import { amountOf, numberOf } from '../values.ts';
import type { Part } from './part.ts';

/** Told of something wrong: what it is said of, and the rest of the sentence. */
export type Report = (code: ProblemCode, part: Part, what: string) => void;

/** A day; a date and time count as the day that is written. null where there is none, or none that can be read. */
export function dayOf(part: Part, report: Report): string | null {
  if (!part.isGiven) return null;
  const text = part.asText();
  const whole = /^(\d{4}-\d{2}-\d{2})(T.*)?$/.exec(text)?.[1];
  const day = whole === undefined ? NOT_A_DAY : parseDay(whole);
  if (day !== NOT_A_DAY) return isoDay(day);
  const what = /^\d{4}(-\d{2})?$/.test(text)
    ? 'is a year or a month, not a day'
    : whole === undefined
      ? 'is not a date'
      : 'is a day that the calendar does not have';
  report('fhir-value', part, `${what}; it was taken as not given.`);
  return null;
}

/** First and last day of a Period; the first for both where it names no other. */
export function daysOf(period: Part, report: Report): { readonly from: string | null; readonly to: string | null } {
  const from = dayOf(period.child('start'), report);
  return { from, to: dayOf(period.child('end'), report) ?? from };
}

/** Cents of a Money (of a STU3 one too), exactly; null where there is none, or none that can be read. */
export function centsOf(money: Part, report: Report): number | null {
  const value = money.child('value');
  if (!value.isGiven) return null;
  const currency = money.text('currency') || money.text('code') || 'USD';
  if (currency !== 'USD') {
    report('fhir-value', money, 'is in another currency than USD; it was taken as not given.');
    return null;
  }
  return hundredthsOf(value, report);
}

/** A decimal of at most two places as a whole number of hundredths; null where there is none that can be read. */
export function hundredthsOf(part: Part, report: Report): number | null {
  if (!part.isGiven) return null;
  const hundredths = typeof part.value === 'number' ? amountOf(part.asText()) : undefined;
  if (hundredths !== undefined) return hundredths;
  report('fhir-value', part, 'is not a number with at most two decimals; it was taken as not given.');
  return null;
}

/** A decimal; null where there is none, or none that can be read. */
export function decimalOf(part: Part, report: Report): number | null {
  if (!part.isGiven) return null;
  const value = typeof part.value === 'number' ? numberOf(part.asText()) : undefined;
  if (value !== undefined) return value;
  report('fhir-value', part, 'is not a number; it was taken as not given.');
  return null;
}

/** A sequence number: a whole number from 1; 0 for everything else. */
export const sequenceOf = ({ value }: Part): number =>
  Number.isInteger(value) && (value as number) > 0 && (value as number) <= 0x7fffffff ? (value as number) : 0;

import type { ParquetParsers } from 'hyparquet';
import { type Day, dayOf, isoDay } from '../../codes/day.ts';
import { textOf } from '../text.ts';

/** Digits of a double that are sure; what comes after them is noise of the binary number. */
const DIGITS = 15;
const FLOAT_DIGITS = 7;
const DAY_MILLISECONDS = 86_400_000n;
const EPOCH = dayOf(1970, 1, 1);
const FIRST = dayOf(1800, 1, 1);
const LAST = dayOf(2174, 12, 31);
/** No date, so that a column that needs one says so. */
const NO_DATE = 'no date';

/** Dates and times of day as ISO dates, texts as they are. */
export const PARSERS: Partial<ParquetParsers> = {
  dateFromDays: (days) => isoOf(EPOCH + days),
  timestampFromMilliseconds: (time) => isoOfTime(time, 1n),
  timestampFromMicroseconds: (time) => isoOfTime(time, 1_000n),
  timestampFromNanoseconds: (time) => isoOfTime(time, 1_000_000n),
  jsonFromBytes: (bytes) => textOf(bytes),
  stringFromBytes: (bytes) => textOf(bytes),
};

function isoOfTime(time: bigint, perMillisecond: bigint): string {
  const whole = DAY_MILLISECONDS * perMillisecond;
  const days = time / whole - (time % whole < 0n ? 1n : 0n);
  return isoOf(EPOCH + Number(days));
}

const isoOf = (day: Day): string => (day >= FIRST && day <= LAST ? isoDay(day) : NO_DATE);

/**
 * A value as the text that a CSV would have of it: '' for none and for NaN, a list with commas between; undefined for
 * what is no single value.
 * @param float whether it is a number of 32 bits
 */
export function cellText(value: unknown, float: boolean): string | undefined {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return Number.isNaN(value) ? '' : numberText(value, float);
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (value instanceof Uint8Array) return textOf(value);
  if (!Array.isArray(value)) return undefined;
  const parts = value.map((part) => cellText(part, float));
  return parts.includes(undefined) ? undefined : parts.join(',');
}

const numberText = (value: number, float: boolean): string =>
  Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(float ? FLOAT_DIGITS : DIGITS)));

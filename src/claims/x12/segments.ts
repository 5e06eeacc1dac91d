import { isoDay, NOT_A_DAY, parseDay } from '../../codes/day.ts';
import { bytesOf, trim } from '../text.ts';
import { cents, decimal, wholeNumber } from './elements.ts';

/** A segment as its elements; `[0]` is the id. */
export type Segment = readonly string[];

/** The first segment of an id and, where given, a qualifier in its first element; an empty one where there is none. */
export const find = (segments: readonly Segment[], id: string, qualifier?: string): Segment =>
  segments.find((segment) => segment[0] === id && (qualifier === undefined || segment[1] === qualifier)) ?? [];

/** `YYYYMMDD` as an ISO date; null for no date. */
export function date(text: string | undefined): string | null {
  if (text === undefined || !/^\d{8}$/.test(text)) return null;
  const day = parseDay(text);
  return day === NOT_A_DAY ? null : isoDay(day);
}

/** The first date or range (D8, RD8) of a DTP qualifier. */
export function period(segments: readonly Segment[], wanted: string): [string | null, string | null] {
  for (const [id, qualifier, format, text = ''] of segments) {
    if (id !== 'DTP' || qualifier !== wanted) continue;
    const [from, to] = datesOf(format, text);
    if (from !== null) return [from, to];
  }
  return [null, null];
}

/** The dates of a date time period in its format. */
export function datesOf(format: string | undefined, text: string): [string | null, string | null] {
  if (format === 'D8' && text.length === 8) return [date(text), date(text)];
  if (format !== 'RD8' || text.length !== 17 || text[8] !== '-') return [null, null];
  const from = date(text.slice(0, 8));
  return [from, from === null ? null : date(text.slice(9))];
}

/** Trimmed; null for a blank text. */
export const orNull = (text: string | undefined): string | null => trim(text ?? '') || null;

/** A number that a byte reader finds in the text; null for none, so that both readings of a claim agree. */
function readAs(read: typeof decimal, text: string | undefined): number | null {
  const bytes = bytesOf(text ?? '');
  const number = read(bytes, 0, bytes.length);
  return Number.isNaN(number) ? null : number;
}

export const decimalOf = (text: string | undefined): number | null => readAs(decimal, text);
export const wholeOf = (text: string | undefined): number | null => readAs(wholeNumber, text);
export const centsOf = (text: string | undefined): number | null => readAs(cents, text);

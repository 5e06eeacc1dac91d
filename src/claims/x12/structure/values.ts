import { dayFromDigits, NOT_A_DAY } from '../../../codes/day.ts';

const isDigit = (c: number): boolean => c >= 48 && c <= 57;

function allDigits(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isDigit(bytes[at])) return false;
  return true;
}

/** Digits of a whole or decimal number, as X12 counts its length; -1 where it is none. */
export function numberLength(bytes: Uint8Array, start: number, end: number, decimal: boolean): number {
  let at = bytes[start] === 45 ? start + 1 : start;
  let digits = 0;
  let pointAllowed = decimal;
  for (; at < end; at++) {
    if (isDigit(bytes[at])) digits++;
    else if (bytes[at] === 46 && pointAllowed) pointAllowed = false;
    else return -1;
  }
  return digits === 0 ? -1 : digits;
}

/** CCYYMMDD. */
export const isDate = (bytes: Uint8Array, start: number, end: number): boolean =>
  end - start === 8 && dayFromDigits(bytes, start) !== NOT_A_DAY;

/** HHMM, with seconds and hundredths where they are given. */
export function isTime(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length < 4 || length > 8 || length === 5 || !allDigits(bytes, start, end)) return false;
  const two = (at: number): number => (bytes[at] - 48) * 10 + bytes[at + 1] - 48;
  return two(start) < 24 && two(start + 2) < 60 && (length === 4 || two(start + 4) < 60);
}

const D8 = 0x4438;
const RD8 = 0x524438;
const DT = 0x4454;
const TM = 0x544d;

/** Element 1251 in the format of 1250; another format than the guides use is not judged. */
export function isPeriod(bytes: Uint8Array, start: number, end: number, format: number): boolean {
  if (format === D8) return isDate(bytes, start, end);
  if (format === RD8) {
    return (
      end - start === 17 && bytes[start + 8] === 45 && isDate(bytes, start, start + 8) && isDate(bytes, start + 9, end)
    );
  }
  if (format === DT) return end - start === 12 && isDate(bytes, start, start + 8) && isTime(bytes, start + 8, end);
  return format !== TM || (end - start === 4 && isTime(bytes, start, end));
}

/** Whether the format is a time of day alone. */
export const isTimeFormat = (format: number): boolean => format === TM;

import { trimmedEnd, trimmedStart, wholeNumber } from './elements.ts';

const ZERO = 48;
const MOST_DIGITS = 4;

/** A revenue code (SV201): up to four digits as a number, -1 for everything else. */
export function revenueAt(bytes: Uint8Array, start: number, end: number): number {
  const first = trimmedStart(bytes, start, end);
  const last = trimmedEnd(bytes, first, end);
  return last - first > MOST_DIGITS ? -1 : wholeNumber(bytes, first, last);
}

/**
 * The facility type of CLM05-1: its first two digits as a number, whether or not the third digit or the leading
 * zero of the paper form stands there too; -1 for everything else.
 */
export function facilityAt(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start] === ZERO ? start + 1 : start;
  const number = wholeNumber(bytes, first, end);
  const digits = end - first;
  if (digits !== 2 && digits !== 3) return -1;
  const facility = digits === 3 ? Math.trunc(number / 10) : number;
  return facility >= 10 ? facility : -1;
}

/** Numbers, dates and positions inside the bytes of a segment. Ranges are `[start, end)`. */

const ZERO = 48;
const POINT = 46;
const MINUS = 45;
const SPACE = 32;

/** Decimal digits that a double holds exactly. */
const EXACT_DIGITS = 15;
const TEN = Array.from({ length: 23 }, (_, power) => 10 ** power);

/** Position of the next separator or terminator at or after `at`; one must come. */
export function elementEnd(bytes: Uint8Array, at: number, separator: number, terminator: number): number {
  let end = at;
  for (let c = bytes[end]; c !== separator && c !== terminator; c = bytes[end]) end++;
  return end;
}

/** Position of the next terminator at or after `at`; one must come. */
export function segmentEnd(bytes: Uint8Array, at: number, terminator: number): number {
  let end = at;
  while (bytes[end] !== terminator) end++;
  return end;
}

/** Position of the next component separator at or after `at`, at most `end`. */
export function componentEnd(bytes: Uint8Array, at: number, end: number, component: number): number {
  let next = at;
  while (next < end && bytes[next] !== component) next++;
  // `at` may lie past `end` where the element has fewer components.
  return Math.min(next, end);
}

/** First position that is no blank. */
export function trimmedStart(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] <= SPACE) at++;
  return at;
}

/** End without trailing blanks, not before `start`. */
export function trimmedEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && bytes[at - 1] <= SPACE) at--;
  return at;
}

/**
 * A decimal number (`1`, `1.5`, `-2`, `.5`), correctly rounded as `Number` would; NaN for everything else,
 * the empty range included.
 */
export function decimal(bytes: Uint8Array, start: number, end: number): number {
  let at = trimmedStart(bytes, start, end);
  const last = trimmedEnd(bytes, at, end);
  const negative = bytes[at] === MINUS && at < last;
  if (negative) at++;
  let mantissa = 0;
  let digits = 0;
  let decimals = -1;
  for (; at < last; at++) {
    const c = bytes[at];
    const digit = c - ZERO;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits++;
      if (decimals >= 0) decimals++;
    } else if (c === POINT && decimals < 0) decimals = 0;
    else return Number.NaN;
  }
  if (digits === 0) return Number.NaN;
  if (digits > EXACT_DIGITS) return longDecimal(bytes, start, end);
  // Both operands are exact, so the quotient is rounded once: the same double that Number() gives.
  const value = decimals > 0 ? mantissa / TEN[decimals] : mantissa;
  return negative ? -value : value;
}

/** Decimals of more digits than can be gathered exactly; beyond any length of a field it is no number. */
function longDecimal(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 40) return Number.NaN;
  return Number(String.fromCharCode(...bytes.subarray(start, end)).trim());
}

/**
 * Dollars with at most two decimals as integer cents, without passing through a fraction; NaN for everything
 * else. Zeros after the second decimal are accepted.
 */
export function cents(bytes: Uint8Array, start: number, end: number): number {
  let at = trimmedStart(bytes, start, end);
  const last = trimmedEnd(bytes, at, end);
  const negative = bytes[at] === MINUS && at < last;
  if (negative) at++;
  let value = 0;
  let digits = 0;
  let decimals = -1;
  for (; at < last; at++) {
    const c = bytes[at];
    const digit = c - ZERO;
    if (digit >= 0 && digit <= 9) {
      digits++;
      if (decimals >= 2) {
        if (digit !== 0) return Number.NaN;
        continue;
      }
      value = value * 10 + digit;
      if (decimals >= 0) decimals++;
    } else if (c === POINT && decimals < 0) decimals = 0;
    else return Number.NaN;
  }
  if (digits === 0) return Number.NaN;
  if (decimals <= 0) value *= 100;
  else if (decimals === 1) value *= 10;
  if (value > Number.MAX_SAFE_INTEGER) return Number.NaN;
  return negative && value !== 0 ? -value : value;
}

/** A whole number that fits 31 bits, -1 for everything else. */
export function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  const last = trimmedEnd(bytes, start, end);
  let at = trimmedStart(bytes, start, last);
  if (at === last) return -1;
  let value = 0;
  for (; at < last; at++) {
    const digit = bytes[at] - ZERO;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
    if (value > 0x7fffffff) return -1;
  }
  return value;
}

/** A place of service: exactly two digits as a number, -1 for everything else. */
export function twoDigits(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 2) return -1;
  const tens = bytes[start] - ZERO;
  const ones = bytes[start + 1] - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

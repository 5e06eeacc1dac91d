/**
 * Decimal numbers as they are printed, so that 0.1 mg is a tenth and not the nearest binary fraction. A decimal is an
 * integer and the number of its digits behind the point.
 */
export interface Decimal {
  readonly digits: bigint;
  /** Digits behind the point, 0 or more. */
  readonly places: number;
}

/**
 * A decimal of a printed number: `1,000`, `.25`, `0.5`; null for anything else.
 *
 * @example
 * decimalText(decimalOf('1,000.50') ?? { digits: 0n, places: 0 }) // '1000.5'
 */
export function decimalOf(text: string): Decimal | null {
  const match = /^(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d+))?$/.exec(text);
  if (match === null || text === '') return null;
  const [, whole, fraction = ''] = match;
  return { digits: BigInt(whole.replaceAll(',', '') + fraction), places: fraction.length };
}

/** The decimal as text: no thousands separators, no zeros at the end. */
export function decimalText({ digits, places }: Decimal): string {
  const text = String(digits).padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places);
  const fraction = text.slice(text.length - places).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

export const times = (a: Decimal, b: Decimal): Decimal => ({
  digits: a.digits * b.digits,
  places: a.places + b.places,
});

/** `-1`, `0` or `1` as `a` is less than, equal to or more than `b`. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const [x, y] = sameScale(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/**
 * How many whole `b` cover `a`: the quotient rounded up. `b` must not be zero.
 *
 * @example
 * dividedUp({ digits: 362n, places: 2 }, { digits: 1n, places: 1 }) // 37n
 */
export function dividedUp(a: Decimal, b: Decimal): bigint {
  const [x, y] = sameScale(a, b);
  return (x + y - 1n) / y;
}

function sameScale(a: Decimal, b: Decimal): [bigint, bigint] {
  const places = Math.max(a.places, b.places);
  const scaled = (d: Decimal): bigint => d.digits * 10n ** BigInt(places - d.places);
  return [scaled(a), scaled(b)];
}

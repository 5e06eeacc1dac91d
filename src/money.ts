import { figure } from './text.ts';

/**
 * Whole cents as dollars with two decimals; '' for none.
 *
 * @example
 * dollars(-5) // '-0.05'
 */
export function dollars(cents: number | null): string {
  if (cents === null) return '';
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Whole cents as a person reads them.
 *
 * @example
 * dollarAmount(-123450) // '-$1,234.50'
 */
export const dollarAmount = (cents: number, minus = '-'): string =>
  `${cents < 0 ? minus : ''}$${figure(dollars(Math.abs(cents)))}`;

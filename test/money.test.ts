import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dollarAmount, dollars } from '../src/money.ts';

const CURRENCY = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const cents = fc.integer({ min: -1e12, max: 1e12 });

it.each([
  [0, '0.00'],
  [5, '0.05'],
  [99, '0.99'],
  [100, '1.00'],
  [-5, '-0.05'],
  [-12_345, '-123.45'],
  [null, ''],
])('writes %s cents as dollars', (amount, text) => {
  expect(dollars(amount)).toBe(text);
});

it('writes amounts that read back as the same cents', () => {
  fc.assert(
    fc.property(cents, (amount) => {
      expect(Math.round(Number(dollars(amount)) * 100)).toBe(amount);
    }),
  );
});

it('writes amounts for a person as English does', () => {
  fc.assert(
    fc.property(cents, (amount) => {
      expect(dollarAmount(amount)).toBe(CURRENCY.format(amount / 100));
    }),
  );
  expect(dollarAmount(-100_000, '−')).toBe('−$1,000.00');
});

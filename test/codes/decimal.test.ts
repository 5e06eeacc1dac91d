import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, type Decimal, decimalOf, decimalText, dividedUp, times } from '../../src/codes/decimal.ts';

const decimal = (text: string): Decimal => decimalOf(text) as Decimal;

describe('decimals', () => {
  it.each([
    ['1', '1'],
    ['1,000', '1000'],
    ['10,000.50', '10000.5'],
    ['0.1', '0.1'],
    ['.25', '0.25'],
    ['1234567.0', '1234567'],
    ['0', '0'],
  ])('%s is %s', (text, expected) => {
    expect(decimalText(decimal(text))).toBe(expected);
  });

  it.each(['', '.', '1.', '1,00', '1,0000', '-1', '1e3', '1 000', '1.2.3', 'x'])('%j is none', (text) => {
    expect(decimalOf(text)).toBeNull();
  });

  it('divides exactly where binary fractions do not', () => {
    expect(0.3 / 0.1).not.toBe(3);
    expect(dividedUp(decimal('0.3'), decimal('0.1'))).toBe(3n);
    expect(dividedUp(decimal('3.62'), decimal('0.1'))).toBe(37n);
    expect(dividedUp(decimal('0.001'), decimal('1'))).toBe(1n);
  });

  const amounts = fc
    .tuple(fc.bigInt(1n, 10n ** 15n), fc.integer({ min: 0, max: 9 }))
    .map(([digits, places]): Decimal => ({ digits, places }));

  it('covers with the least whole number', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        const units = dividedUp(a, b);
        expect(compare(times(b, { digits: units, places: 0 }), a)).toBeGreaterThanOrEqual(0);
        expect(compare(times(b, { digits: units - 1n, places: 0 }), a)).toBe(-1);
      }),
    );
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(amounts, (a) => {
        expect(compare(decimal(decimalText(a)), a)).toBe(0);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents, decimal, twoDigits, wholeNumber } from '../../src/claims/x12/elements.ts';

const read = (reader: (bytes: Uint8Array, start: number, end: number) => number, text: string): number => {
  const bytes = new TextEncoder().encode(`*${text}*`);
  return reader(bytes, 1, bytes.length - 1);
};

describe('decimal', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 20 });

  test('agrees with Number on every decimal', () => {
    fc.assert(
      fc.property(fc.constantFrom('', '-'), digits, fc.constantFrom('', '.'), digits, (sign, whole, point, rest) => {
        const text = sign + whole + point + (point === '' ? '' : rest);
        const number = whole === '' && (point === '' || rest === '') ? Number.NaN : Number(text);
        expect(read(decimal, text)).toBe(number);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    '',
    '-',
    '.',
    '1e3',
    '1,5',
    '+1',
    '0x1',
    'NaN',
    'Infinity',
    '1.2.3',
    '--1',
    '1-',
    '12345678901234567890x',
  ])('"%s" is no number', (text) => expect(read(decimal, text)).toBeNaN());

  test('blanks around are no part of it', () => expect(read(decimal, ' 1.5 ')).toBe(1.5));
});

describe('cents', () => {
  test('are exact for every amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), fc.boolean(), (amount, negative) => {
        const text = String(amount).padStart(3, '0');
        const dollars = `${negative ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
        expect(read(cents, dollars)).toBe(negative && amount !== 0 ? -amount : amount);
      }),
    );
  });

  test.each([
    ['120', 12000],
    ['120.5', 12050],
    ['.5', 50],
    ['1.', 100],
    ['1.2300', 123],
    ['-0', 0],
    ['1.234', Number.NaN],
    ['', Number.NaN],
    ['$5', Number.NaN],
    ['99999999999999999999', Number.NaN],
  ])('%s', (text, expected) => expect(read(cents, text)).toBe(expected));
});

test.each([
  ['7', 7],
  ['0012', 12],
  ['', -1],
  ['-1', -1],
  ['1.5', -1],
  ['99999999999', -1],
])('wholeNumber %s', (text, expected) => expect(read(wholeNumber, text)).toBe(expected));

test.each([
  ['11', 11],
  ['02', 2],
  ['1', -1],
  ['1A', -1],
  ['111', -1],
])('twoDigits %s', (text, expected) => expect(read(twoDigits, text)).toBe(expected));

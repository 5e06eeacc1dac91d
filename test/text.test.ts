import fc from 'fast-check';
import { expect, it } from 'vitest';
import { counted, figure, squeezed } from '../src/text.ts';

it.each([
  [' a ', 'a'],
  ['a \n\t b', 'a b'],
  ['a\u00a0b', 'a b'],
  ['a\nb', 'a b'],
  ['a b', 'a b'],
  ['  ', ''],
])('squeezes %j', (text, left) => {
  expect(squeezed(text)).toBe(left);
});

it('squeezes any text to what splitting at white space gives', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\t', '\u00a0', '\u2009') });
  fc.assert(
    fc.property(text, (any) => {
      expect(squeezed(any)).toBe(any.split(/\s+/).filter(Boolean).join(' '));
    }),
  );
});

it.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [-12_345, '-12,345'],
  ['1234567.50', '1,234,567.50'],
  ['0.0375', '0.0375'],
  ['1000.12345', '1,000.12345'],
])('puts commas into %s', (value, text) => {
  expect(figure(value)).toBe(text);
});

it('puts commas into whole numbers as English does', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      expect(figure(value)).toBe(value.toLocaleString('en-US'));
    }),
  );
});

it('counts in one or many', () => {
  expect([counted(1, 'line'), counted(1_234, 'line'), counted(2, 'primary', 'primaries')]).toEqual([
    '1 line',
    '1,234 lines',
    '2 primaries',
  ]);
});

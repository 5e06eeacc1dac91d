import fc from 'fast-check';
import type { TableRow } from './tables.ts';

const text = (characters: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...characters), minLength, maxLength });

const day = fc
  .tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);

const line = fc.record({
  code: text('ABJ0123456789', 5, 5),
  modifiers: fc.array(text('ABRLT0123456789', 2, 2), { maxLength: 4 }),
  units: fc.oneof(
    fc.integer({ min: 0, max: 999 }),
    fc.integer({ min: 1, max: 999 }).map((value) => value / 8),
  ),
  cents: fc.integer({ min: 0, max: 99_999_999 }),
  from: day,
});

const claim = fc.record({
  billing: fc.oneof(
    text('0123456789', 10, 10),
    text('ABC"\u00e9, 0123456789', 1, 8).map((id) => `x${id}x`),
  ),
  diagnoses: fc.array(text('ABZ0123456789', 3, 7), { maxLength: 3 }),
  lines: fc.array(line, { minLength: 1, maxLength: 5 }),
});

/** Rows of one to six claims, those of one claim together. */
export const arbitraryTable: fc.Arbitrary<readonly TableRow[]> = fc
  .array(claim, { minLength: 1, maxLength: 6 })
  .map((claims) =>
    claims.flatMap(({ lines, ...shared }, i) => lines.map((each) => ({ ...shared, ...each, claim: `C${i}` }))),
  );

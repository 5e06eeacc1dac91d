import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packed, unpacked } from '../../src/cli/packed-cells.ts';

const cells = fc.option(fc.string({ unit: 'grapheme', maxLength: 6 }), { nil: null });

it('cells are the same after they went from thread to thread', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.nat(20), fc.infiniteStream(cells), (columnCount, rows, stream) => {
      const columns = Array.from({ length: columnCount }, () =>
        Array.from({ length: rows }, () => stream.next().value),
      );
      const batch = { from: 7, rows, columns };
      expect(unpacked(structuredClone(packed(batch)))).toEqual(batch);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodeIndex, PACKED_LIMIT } from '../../src/codebook/code-index.ts';
import { packCodeText } from '../../src/codes/packed.ts';

describe('the code index', () => {
  const near = fc.tuple(
    fc.constantFrom(0, 1295, 1296, packCodeText('11042'), packCodeText('J0135'), PACKED_LIMIT - 1),
    fc.integer({ min: -1400, max: 1400 }),
  );
  const code = fc.oneof(
    near.map(([base, shift]) => Math.min(Math.max(base + shift, 0), PACKED_LIMIT - 1)),
    fc.nat({ max: PACKED_LIMIT - 1 }),
  );

  it('finds every code it has and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(code, { maxLength: 60 }), fc.array(code, { maxLength: 40 }), (codes, others) => {
        const packed = Uint32Array.from(codes).sort();
        const index = new CodeIndex(packed);
        // The first questions are searched for, the later ones asked of the index.
        for (let round = 0; round < 2; round++) {
          for (const other of others) expect(index.id(other)).toBe(packed.indexOf(other));
          for (const [id, one] of packed.entries()) expect(index.id(one)).toBe(id);
          for (let i = 0; i < 40; i++) expect(index.id(others[0] ?? 0)).toBe(packed.indexOf(others[0] ?? 0));
        }
        for (const none of [-1, -5, PACKED_LIMIT, 2 ** 40]) expect(index.id(none)).toBe(-1);
      }),
    );
  });
});

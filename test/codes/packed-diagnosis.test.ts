import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UNPACKABLE } from '../../src/codes/packed.ts';
import { packDiagnosisText, pastPrefix, unpackDiagnosis } from '../../src/codes/packed-diagnosis.ts';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const code = fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 7 }).map((letters) => letters.join(''));

describe('a packed diagnosis', () => {
  test('is the same code again', () => {
    fc.assert(
      fc.property(code, (text) => {
        expect(unpackDiagnosis(packDiagnosisText(text))).toBe(text);
      }),
    );
  });

  test('has no dot and no small letters', () => {
    expect(unpackDiagnosis(packDiagnosisText('s72.001a'))).toBe('S72001A');
  });

  test('compares as its text', () => {
    fc.assert(
      fc.property(code, code, (a, b) => {
        expect(Math.sign(packDiagnosisText(a) - packDiagnosisText(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  test('lies under its prefix and under no other', () => {
    fc.assert(
      fc.property(code, code, (text, prefix) => {
        const packed = packDiagnosisText(text);
        const start = packDiagnosisText(prefix);
        expect(packed >= start && packed < pastPrefix(start)).toBe(text.startsWith(prefix));
      }),
    );
  });

  test.each(['', '.', 'E11.9000X', 'E1_9', 'E11 9', 'É119'])('is none for %j', (text) => {
    expect(packDiagnosisText(text)).toBe(UNPACKABLE);
  });
});

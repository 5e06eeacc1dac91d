import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { CodedClaim } from '../../src/claims/coded-claim.ts';
import { encodeClaim } from '../../src/claims/encode.ts';
import { arbitraryClaim, arbitraryInstitutionalClaim } from '../support/arbitrary-claim.ts';
import { codedValues, readBytes } from '../support/coded.ts';
import { type Form837p, USUAL_FORM, write837p } from '../support/write-837p.ts';

const forms = fc.constantFrom<Form837p>(
  USUAL_FORM,
  { ...USUAL_FORM, between: '' },
  { ...USUAL_FORM, between: '\r\n\r\n' },
  { element: '|', component: '>', terminator: '\n', between: '' },
  { element: '|', component: '<', terminator: '\r', between: '\n' },
  { element: '\x1d', component: '\x1f', terminator: '\x1c', between: '' },
);

const encode = (text: string) => new TextEncoder().encode(text);
const withoutPlace = ({ place: _, ...claim }: Claim) => claim;

function coded(claim: Claim) {
  const into = new CodedClaim();
  encodeClaim(claim, into);
  return codedValues(into);
}

describe.each([
  ['837P', arbitraryClaim],
  ['837I', arbitraryInstitutionalClaim],
] as const)('a claim written as %s and read again', (_, arbitrary) => {
  test('is the same claim, and the same numbers as the claim encoded', () => {
    fc.assert(
      fc.property(fc.array(arbitrary, { minLength: 1, maxLength: 4 }), forms, (claims, form) => {
        const reading = readBytes(encode(write837p(claims, form)));
        expect(reading.problems).toEqual([]);
        expect(reading.claims.map(withoutPlace)).toEqual(claims);
        expect(reading.coded).toEqual(claims.map(coded));
      }),
      { numRuns: 400 },
    );
  });

  test('does not depend on how the file is cut into chunks', () => {
    const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(arbitrary, { minLength: 1, maxLength: 3 }), forms, cuts, (claims, form, shares) => {
        const bytes = encode(write837p(claims, form));
        const positions = shares.map((share) => Math.floor(share * bytes.length)).sort((a, b) => a - b);
        expect(readBytes(bytes, positions)).toEqual(readBytes(bytes));
      }),
      { numRuns: 200 },
    );
  });

  test('byte by byte too', () => {
    const [claim] = fc.sample(arbitrary, { seed: 3, numRuns: 1 });
    const bytes = encode(write837p([claim, claim]));
    expect(
      readBytes(
        bytes,
        Array.from({ length: bytes.length }, (_, i) => i),
      ),
    ).toEqual(readBytes(bytes));
  });
});

import { describe, expect, test } from 'vitest';
import { beneficiaryKey } from '../../src/claims/beneficiary.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { CodedClaim } from '../../src/claims/coded-claim.ts';
import { encodeClaim } from '../../src/claims/encode.ts';
import { unpackModifier } from '../../src/codes/packed.ts';
import { codedValues, readBytes, readText } from '../support/coded.ts';
import { USUAL_FORM, write837p } from '../support/write-837p.ts';

function claimOf(fields: object): Claim {
  const { claims, problems } = readText(JSON.stringify({ id: 'A1', lines: [{ code: 'J0135', units: 1 }], ...fields }));
  expect(problems).toEqual([]);
  return claims[0];
}

describe('encodeClaim', () => {
  test('keeps up to eight modifiers and says how many', () => {
    const coded = new CodedClaim();
    const modifiers = ['25', '', '59', '76', '77', '78', '79', 'LT', 'RT', 'XS'];
    encodeClaim(claimOf({ lines: [{ code: 'J0135', modifiers }] }), coded);
    expect(coded.modifierCount[0]).toBe(8);
    expect(unpackModifier(coded.modifiers[7])).toBe('LT');
  });

  test('is reused from claim to claim without leavings', () => {
    const coded = new CodedClaim();
    const big = claimOf({
      lines: Array.from({ length: 200 }, () => ({ code: '99213', modifiers: '25,59,76', units: 3 })),
    });
    const small = claimOf({ id: 'B2' });
    encodeClaim(big, coded);
    encodeClaim(small, coded);
    const fresh = new CodedClaim();
    encodeClaim(small, fresh);
    expect(codedValues(coded)).toEqual(codedValues(fresh));
    expect(coded.toClaim()).toBe(small);
  });
});

test('of an HI with more composites than the guides allow all diagnoses are read, from the bytes too', () => {
  const codes = Array.from({ length: 16 }, (_, i) => ({ qualifier: i === 0 ? 'ABK' : 'ABF', code: `E11${i + 10}` }));
  const one = claimOf({ type: 'professional', diagnoses: codes });
  const text = write837p([one], USUAL_FORM).replace(/(HI\*[^~]*)~\s*HI\*/, '$1*');
  const { claims, coded } = readBytes(new TextEncoder().encode(text));
  expect(text.match(/HI\*/g)).toHaveLength(1);
  expect(claims[0].diagnoses).toHaveLength(16);
  const into = new CodedClaim();
  encodeClaim(claims[0], into);
  expect(coded[0]).toEqual(codedValues(into));
});

describe('beneficiaryKey', () => {
  const subscriber = { memberId: 'mbr1', lastName: 'Sample', firstName: 'Pat', birthDate: '1950-01-01' };
  const child = { lastName: 'SAMPLE', firstName: 'KIM', birthDate: '2018-01-01' };
  const key = (fields: object) => beneficiaryKey(claimOf(fields));

  test('is the member id, whatever its case and the name', () => {
    expect(key({ subscriber })).toBe(key({ subscriber: { memberId: ' MBR1 ', lastName: 'OTHER' } }));
  });

  test('tells dependents of one subscriber apart', () => {
    const keys = [
      key({ subscriber }),
      key({ subscriber, patient: child }),
      key({ subscriber, patient: { ...child, firstName: 'LEE' } }),
      key({ subscriber, patient: { ...child, birthDate: '2019-01-01' } }),
    ];
    expect(new Set(keys).size).toBe(4);
  });

  test('without a member id it is name and birth date', () => {
    const nameless = { ...subscriber, memberId: '' };
    expect(key({ subscriber: nameless })).toBe(key({ subscriber: { ...nameless, lastName: 'SAMPLE' } }));
    expect(key({ subscriber: nameless })).not.toBe(key({ subscriber: { ...nameless, birthDate: '1951-01-01' } }));
  });
});

import fc from 'fast-check';
import type { Claim, ClaimLine, Provider } from '../../src/claims/claim.ts';

/** Claims that the tables of the cases have something to say of, and claims that nobody should send. */

const CODES =
  '11042 97597 99213 20610 80053 80048 82947 82962 94640 94665 0001A 0591T 90473 0359T 11004 57267 76000 01922 22612 22614 22630 64493 64490 64491 99291 99292 20985 44955 64727 64708 88177 0836T 27447 97110 99486 A0425 E0601 G0463 J1885 J0135 J1170 C9150 A2027 J0000 99999 D0120'.split(
    ' ',
  );
const MODIFIERS =
  '59 XE XP XS XU RT LT E1 T1 24 25 57 58 79 91 27 76 77 50 55 26 TC JW JZ GA KX NU RR QZ JG ZZ 95'.split(' ');
const DATES =
  '2024-10-15 2024-10-15 2024-10-15 2024-10-16 2024-09-30 2024-10-01 2024-06-30 2025-01-01 2019-06-30 2019-07-01 2017-09-30 2017-10-01 2023-12-31 2022-01-01 2000-10-31'.split(
    ' ',
  );

const often = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: rare });

const code = often(
  fc.constantFrom(...CODES),
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom('', 'j0135', 'ABC', 'É1234', 'N1234', '2147480001', '"with":null'),
  ),
);
const modifier = often(
  fc.constantFrom(...MODIFIERS),
  fc.oneof(fc.string({ unit: 'binary', maxLength: 3 }), fc.constantFrom('', 'xe', '5')),
);
const units = often(
  fc.integer({ min: 1, max: 9 }),
  fc.oneof(fc.constantFrom(0, -1, 1e9, 0.5, 1e-9, 2_147_480_001), fc.double(), fc.constant(null)),
);
const date = often(fc.constantFrom(...DATES), fc.constantFrom(null, '2024-02-30', 'soon', '0000-00-00', '9999-12-31'));

const provider: fc.Arbitrary<Provider> = fc.record({
  npi: fc.constantFrom('1234567893', '1245319599', '1558444216', null),
  identifier: fc.constantFrom(null, 'STATE7'),
  taxonomy: fc.constantFrom(null, null, '207X00000X', '208600000X', '261QA1903X'),
  name: fc.constant('EXAMPLE'),
});

const line: fc.Arbitrary<ClaimLine> = fc
  .record({
    code,
    modifiers: fc.array(modifier, { maxLength: 10, size: 'small' }),
    units,
    unitBasis: fc.constantFrom('UN', 'UN', 'UN', 'MJ', 'F2', ''),
    from: date,
    to: fc.option(date, { nil: null }),
    renderingProvider: fc.option(provider, { nil: null }),
    number: fc.integer({ min: 0, max: 60 }),
  })
  .map((parts) => ({
    qualifier: 'HC',
    revenueCode: '',
    description: '',
    charge: null,
    placeOfService: '',
    diagnosisPointers: [],
    drug: null,
    controlNumber: '',
    ...parts,
  }));

/** @param maxLines most lines; more than 48 are sorted another way than few are */
export const arbitraryClaim = (maxLines = 8): fc.Arbitrary<Claim> =>
  fc
    .record({
      id: often(fc.constantFrom('A-1', 'B-2', 'C-3'), fc.string({ unit: 'grapheme', maxLength: 100 })),
      setting: fc.constantFrom('professional', 'professional', 'outpatient', 'dme'),
      frequency: often(fc.constantFrom('1', '7'), fc.constantFrom('8', '', '99')),
      billingProvider: provider,
      renderingProvider: fc.option(provider, { nil: null }),
      lines: fc.array(line, { maxLength: maxLines, size: 'max' }),
    })
    .map((parts) => ({
      type: 'professional' as const,
      originalReference: '',
      referringProvider: null,
      institutional: null,
      placeOfService: '11',
      charge: null,
      subscriber: { memberId: 'M1', lastName: 'SAMPLE', firstName: 'PAT', birthDate: null, sex: null },
      patient: null,
      payer: null,
      diagnoses: [],
      ...parts,
    }));

import fc from 'fast-check';
import type { Claim, ClaimLine, Person, Provider } from '../../src/claims/claim.ts';

/** Claims of invented people, of every kind that an 837P can carry. */

const word = (characters: string, minLength: number, maxLength: number) =>
  fc
    .string({ unit: fc.constantFrom(...characters), minLength, maxLength })
    .map((text) => text.trim().replace(/\s+/g, ' '));

const CODE_CHARACTERS = 'ABCDEGHJKLMPQSTUVFabz0123456789';
const NAME_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcéü'-.";
const ID_CHARACTERS = 'ABCDEFGHIJ0123456789-';

const name = word(NAME_CHARACTERS, 0, 12);
const id = word(ID_CHARACTERS, 1, 20);
const npi = fc.integer({ min: 1_000_000_000, max: 2_999_999_999 }).map(String);
const cents = fc.oneof(fc.integer({ min: 0, max: 500_000 }), fc.integer({ min: -100, max: 2 ** 43 }));
const date = fc
  .record({
    year: fc.integer({ min: 1996, max: 2030 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

const identifiers = fc.oneof(
  npi.map((value) => ({ npi: value, identifier: null })),
  word(ID_CHARACTERS, 1, 9).map((value) => ({ npi: null, identifier: value })),
);
const taxonomy = fc.option(word('0123456789XQF', 10, 10), { nil: null });
const provider: fc.Arbitrary<Provider> = fc
  .record({ identifiers, taxonomy, name })
  .map(({ identifiers: ids, ...rest }) => ({ ...ids, ...rest }));

const person: fc.Arbitrary<Person> = fc.record({
  memberId: fc.oneof(id, fc.constant('')),
  lastName: name,
  firstName: name,
  birthDate: fc.option(date, { nil: null }),
  sex: fc.option(fc.constantFrom('F', 'M', 'U'), { nil: null }),
});

const modifiers = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: word('ABRLTX0123456789', 2, 2) }, { weight: 1, arbitrary: fc.constant('') }),
    {
      maxLength: 4,
    },
  )
  .map((slots) => {
    const kept = [...slots];
    while (kept.at(-1) === '') kept.pop();
    return kept;
  });
const tooMany = fc.array(word('ABRLTX0123456789', 2, 2), { minLength: 5, maxLength: 6 });

const units = fc.oneof(
  fc.integer({ min: -5, max: 200 }),
  fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100),
  fc.constantFrom(0, 1_000_000_000, 0.5),
);

const line: fc.Arbitrary<Omit<ClaimLine, 'number'>> = fc.record({
  code: fc.oneof(word(CODE_CHARACTERS, 5, 5), word(CODE_CHARACTERS, 0, 8)),
  qualifier: fc.constantFrom('HC', 'ER'),
  modifiers: fc.oneof({ weight: 9, arbitrary: modifiers }, { weight: 1, arbitrary: tooMany }),
  description: fc.constant(''),
  units: fc.option(units, { nil: null }),
  unitBasis: fc.constantFrom('UN', 'MJ', 'F2', ''),
  charge: fc.option(cents, { nil: null }),
  from: fc.option(date, { nil: null }),
  to: fc.option(date, { nil: null }),
  placeOfService: fc.constantFrom('', '11', '24', '02', 'X1'),
  diagnosisPointers: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }),
  renderingProvider: fc.option(provider, { nil: null }),
  drug: fc.option(
    fc.record({
      ndc: word('0123456789', 11, 11),
      quantity: fc.option(units, { nil: null }),
      unit: fc.constantFrom('ML', 'UN'),
    }),
    { nil: null },
  ),
  controlNumber: fc.oneof(fc.constant(''), id),
});

/** A line with dates and description as an 837P can say them. */
const expressible = (one: Omit<ClaimLine, 'number'>, index: number, description: string): ClaimLine => ({
  ...one,
  number: index + 1,
  to: one.from === null ? null : (one.to ?? one.from),
  // With all four slots filled, two characters in the place of the description are a fifth modifier.
  description: one.modifiers.length > 4 ? '' : description,
});

export const arbitraryClaim: fc.Arbitrary<Claim> = fc
  .record({
    id,
    frequency: fc.constantFrom('1', '7', '8', ''),
    placeOfService: fc.constantFrom('11', '22', ''),
    charge: fc.option(cents, { nil: null }),
    billingProvider: provider,
    renderingProvider: fc.option(provider, { nil: null }),
    subscriber: person,
    patient: fc.option(person, { nil: null }),
    payer: fc.option(fc.record({ identifier: id, name, filingIndicator: fc.constantFrom('MB', 'MC', 'CI', '') }), {
      nil: null,
    }),
    diagnoses: fc.array(fc.record({ qualifier: fc.constantFrom('ABK', 'ABF'), code: word('ABCZ0123456789', 3, 7) }), {
      maxLength: 14,
    }),
    lines: fc.array(fc.tuple(line, fc.constantFrom('', '', 'SALINE see NDC', 'TUBE')), { minLength: 1, maxLength: 9 }),
  })
  .map(({ lines, ...claim }) => ({
    ...claim,
    setting: 'professional',
    lines: lines.map(([one, description], index) => expressible(one, index, description)),
  }));

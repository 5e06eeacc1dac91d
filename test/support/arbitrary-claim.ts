import fc from 'fast-check';
import type { Claim, ClaimLine, InstitutionalFacts, Person, Provider } from '../../src/claims/claim.ts';
import { settingOfFacts } from '../../src/claims/facility.ts';

/** Claims of invented people, of every kind that an 837P or 837I can carry. */

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
const address = fc.record(
  {
    state: fc.constantFrom('OH', 'CA', 'ny', 'X'),
    postalCode: fc.constantFrom('44101', '902101234', '9021', 'K1A0B1'),
  },
  { requiredKeys: [] },
);
const provider: fc.Arbitrary<Provider> = fc
  .record({ identifiers, taxonomy, name, address })
  .map(({ identifiers: ids, address: where, ...rest }) => ({ ...ids, ...rest, ...where }));

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

const line: fc.Arbitrary<Omit<ClaimLine, 'number'>> = fc
  .record({
    revenueCode: fc.constant(''),
    code: fc.oneof(word(CODE_CHARACTERS, 5, 5), word(CODE_CHARACTERS, 0, 8)),
    qualifier: fc.constantFrom('HC', 'ER'),
    modifiers: fc.oneof({ weight: 9, arbitrary: modifiers }, { weight: 1, arbitrary: tooMany }),
    description: fc.constant(''),
    units: fc.option(units, { nil: null }),
    unitBasis: fc.constantFrom('UN', 'MJ', 'DA', 'F2', ''),
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
  })
  .chain((drawn) =>
    fc.constantFrom(drawn, drawn, { ...drawn, note: 'SEE RECORD' }, { ...drawn, cliaNumber: '12D4567890' }),
  );

/** A line with dates and description as an 837P can say them. */
const expressible = (one: Omit<ClaimLine, 'number'>, index: number, description: string): ClaimLine => ({
  ...one,
  number: index + 1,
  to: one.from === null ? null : (one.to ?? one.from),
  // With all four slots filled, two characters in the place of the description are a fifth modifier.
  description: one.modifiers.length > 4 ? '' : description,
});

const shared = {
  id,
  frequency: fc.constantFrom('1', '7', '8', ''),
  originalReference: fc.oneof(fc.constant(''), id),
  charge: fc.option(cents, { nil: null }),
  billingProvider: provider,
  renderingProvider: fc.option(provider, { nil: null }),
  referringProvider: fc.option(provider, { nil: null }),
  beside: fc.record({ serviceFacility: provider }, { requiredKeys: [] }),
  subscriber: person,
  patient: fc.option(person, { nil: null }),
  payer: fc.option(fc.record({ identifier: id, name, filingIndicator: fc.constantFrom('MB', 'MC', 'CI', '') }), {
    nil: null,
  }),
};
const lines = fc.array(fc.tuple(line, fc.constantFrom('', '', 'SALINE see NDC', 'TUBE')), {
  minLength: 1,
  maxLength: 9,
});
const diagnosisCode = word('ABCZ0123456789', 3, 7);

export const arbitraryClaim: fc.Arbitrary<Claim> = fc
  .record({
    ...shared,
    placeOfService: fc.constantFrom('11', '22', ''),
    cliaNumber: fc.constantFrom('', '', '12D4567890'),
    diagnoses: fc.array(fc.record({ qualifier: fc.constantFrom('ABK', 'ABF'), code: diagnosisCode }), {
      maxLength: 14,
    }),
    lines,
  })
  .map(({ lines: drawn, beside, cliaNumber, ...claim }) => ({
    ...claim,
    ...beside,
    ...(cliaNumber !== '' && { cliaNumber }),
    type: 'professional',
    setting: 'professional',
    institutional: null,
    lines: drawn.map(([one, description], index) => expressible(one, index, description)),
  }));

const code = word('ABC0123456789', 2, 2);
const dateOrNone = fc.option(date, { nil: null });
const few = <T>(item: fc.Arbitrary<T>, maxLength = 3) => fc.array(item, { maxLength });

const facts: fc.Arbitrary<InstitutionalFacts> = fc
  .record({
    typeOfBill: fc.constantFrom('11', '13', '14', '18', '22', '34', '72', '81', '85'),
    statementFrom: dateOrNone,
    statementTo: date,
    admissionDate: dateOrNone,
    admissionHour: fc.constantFrom('', '0000', '0915', '2359'),
    dischargeHour: fc.constantFrom('', '1100'),
    admissionType: fc.constantFrom('', '1', '3'),
    admissionSource: fc.constantFrom('', '1', '7'),
    patientStatus: fc.constantFrom('', '01', '30'),
    attendingProvider: fc.option(provider, { nil: null }),
    operatingProvider: fc.option(provider, { nil: null }),
    otherOperatingProvider: fc.option(provider, { nil: null }),
    procedures: few(
      fc.record({ qualifier: fc.constantFrom('BBR', 'BBQ'), code: word('0BH17EZ', 7, 7), date: dateOrNone }),
    ),
    values: few(fc.record({ code, amount: fc.option(cents, { nil: null }) }), 14),
    occurrences: few(fc.record({ code, date: dateOrNone })),
    occurrenceSpans: few(fc.record({ code, from: dateOrNone, to: date })),
    conditions: few(code),
    drg: fc.constantFrom('', '470'),
  })
  .map((drawn) => ({
    ...drawn,
    statementTo: drawn.statementFrom === null ? null : drawn.statementTo,
    admissionHour: drawn.admissionDate === null ? '' : drawn.admissionHour,
    occurrenceSpans: drawn.occurrenceSpans.map((span) => ({ ...span, to: span.from === null ? null : span.to })),
  }));

const institutionalDiagnosis = fc
  .record({
    qualifier: fc.constantFrom('ABK', 'ABF', 'ABJ', 'APR', 'ABN', 'BF'),
    code: diagnosisCode,
    presentOnAdmission: fc.constantFrom('', 'Y', 'N'),
  })
  .map(({ presentOnAdmission, ...diagnosis }) =>
    presentOnAdmission === '' ? diagnosis : { ...diagnosis, presentOnAdmission },
  );

export const arbitraryInstitutionalClaim: fc.Arbitrary<Claim> = fc
  .record({
    ...shared,
    diagnoses: few(institutionalDiagnosis, 20),
    facts,
    lines: fc.tuple(
      lines,
      fc.array(fc.constantFrom('0450', '0250', '0636', '0120', ''), { minLength: 9, maxLength: 9 }),
    ),
  })
  .map(({ lines: [drawn, revenue], facts: given, beside, ...claim }) => {
    const institutional = { ...given, typeOfBill: given.typeOfBill + claim.frequency };
    return {
      ...claim,
      type: 'institutional',
      setting: settingOfFacts(institutional),
      placeOfService: '',
      ...beside,
      institutional,
      lines: drawn.map(([one, description], index) => ({
        ...expressible(one, index, description),
        revenueCode: revenue[index],
        placeOfService: '',
        diagnosisPointers: [],
      })),
    };
  });

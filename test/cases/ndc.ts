import type { EditCase } from './case.ts';

const ELEVEN = 'LIN N4 with eleven digits.';
const QUANTITY = 'CTP: a quantity above zero.';
const UNIT = 'CTP: a unit of F2, GR, ME, ML, UN.';
const CROSSWALK = 'The NDC is billed with the code of the crosswalk.';
const REQUIRED = 'By policy a drug needs an NDC.';

export const cases: readonly EditCase[] = [
  { name: 'a drug with its package', rule: CROSSWALK, claim: ['J0135 x4 %00074433902/2/UN'], expect: [] },
  { name: 'a drug without an NDC', rule: REQUIRED, claim: ['J0135 x4'], expect: [] },
  {
    name: 'a drug without an NDC, which the payer wants',
    rule: REQUIRED,
    policy: { drugs: { ndcRequired: true } },
    claim: ['J0135 x4'],
    expect: ['1 return missing'],
    lines: ['return ndc'],
  },
  {
    name: 'a drug with one, which the payer wants',
    rule: REQUIRED,
    policy: { drugs: { ndcRequired: true } },
    claim: ['J0135 x4 %00074433902/2/UN'],
    expect: [],
  },
  {
    name: 'a visit where the payer wants NDCs',
    rule: REQUIRED,
    policy: { drugs: { ndcRequired: true } },
    claim: ['99213'],
    expect: [],
  },
  {
    name: 'a vaccine where the payer wants NDCs of drugs',
    rule: REQUIRED,
    policy: { drugs: { ndcRequired: true } },
    claim: ['90686'],
    expect: [],
  },
  { name: 'ten digits', rule: ELEVEN, claim: ['J0135 x4 %0074433902/2/UN'], expect: ['1 return malformed'] },
  { name: 'twelve digits', rule: ELEVEN, claim: ['J0135 x4 %000744339021/2/UN'], expect: ['1 return malformed'] },
  { name: 'hyphens', rule: ELEVEN, claim: ['J0135 x4 %00074-4339-02/2/UN'], expect: ['1 return malformed'] },
  { name: 'a letter', rule: ELEVEN, claim: ['J0135 x4 %0007443390A/2/UN'], expect: ['1 return malformed'] },
  {
    name: 'a vaccine’s NDC of ten digits',
    rule: ELEVEN,
    claim: ['90686 %0074433902/1/UN'],
    expect: ['1 return malformed'],
  },
  {
    name: 'an NDC on a visit',
    rule: 'Drugs and vaccines are looked at.',
    claim: ['99213 %0074433902/1/UN'],
    expect: [],
  },
  { name: 'no quantity', rule: QUANTITY, claim: ['J0135 x4 %00074433902//UN'], expect: ['1 return quantity-invalid'] },
  {
    name: 'a quantity of 0',
    rule: QUANTITY,
    claim: ['J0135 x4 %00074433902/0/UN'],
    expect: ['1 return quantity-invalid'],
  },
  { name: 'a quantity just above 0', rule: QUANTITY, claim: ['J0135 x4 %00074433902/0.001/UN'], expect: [] },
  {
    name: 'a quantity below 0',
    rule: QUANTITY,
    claim: ['J0135 x4 %00074433902/-1/UN'],
    expect: ['1 return quantity-invalid'],
  },
  { name: 'no unit', rule: UNIT, claim: ['J0135 x4 %00074433902/2'], expect: ['1 return unit-invalid'] },
  { name: 'another unit', rule: UNIT, claim: ['J0135 x4 %00074433902/2/EA'], expect: ['1 return unit-invalid'] },
  ...['F2', 'GR', 'ME', 'ML', 'UN'].map((unit) => ({
    name: `the unit ${unit}`,
    rule: UNIT,
    claim: [`J0135 x4 %00074433902/2/${unit}`],
    expect: [],
  })),
  {
    name: 'nothing right',
    rule: 'Each part is looked at.',
    claim: ['J0135 x4 %1/0/XX'],
    expect: ['1 return malformed', '1 return quantity-invalid', '1 return unit-invalid'],
  },
  { name: 'another drug’s NDC', rule: CROSSWALK, claim: ['J1885 %00074433902/2/UN'], expect: ['1 review other-code'] },
  {
    name: 'an unclassified code for a drug with a code',
    rule: CROSSWALK,
    claim: ['J3490 %00074433902/2/UN +HUMIRA'],
    expect: ['1 review other-code'],
  },
  { name: 'the second code of an NDC', rule: CROSSWALK, claim: ['J1642 %99999000501/10/ML'], expect: [] },
  {
    name: 'an NDC of two codes with a third',
    rule: CROSSWALK,
    claim: ['J1885 %99999000501/10/ML'],
    expect: ['1 review other-code'],
  },
  {
    name: 'an NDC that had no code',
    rule: 'A drug without a code of its own may have got one since.',
    claim: ['J9355 %99999000401/1/UN'],
    expect: [],
  },
  {
    name: 'an NDC that is not listed',
    rule: 'The crosswalk is no list of all drugs.',
    claim: ['J0135 %99999999999/1/UN'],
    expect: [],
  },
  {
    name: 'the last day before the crosswalk',
    rule: 'A crosswalk speaks for its quarter.',
    on: '2024-09-30',
    claim: ['J1885 %00074433902/2/UN'],
    expect: ['- info no-data'],
  },
  {
    name: 'its first day',
    rule: 'A crosswalk speaks for its quarter.',
    on: '2024-10-01',
    claim: ['J1885 %00074433902/2/UN'],
    expect: ['1 review other-code'],
  },
  {
    name: 'its last day',
    rule: 'A crosswalk speaks for its quarter.',
    on: '2024-12-31',
    claim: ['J1885 %00074433902/2/UN'],
    expect: ['1 review other-code'],
  },
  {
    name: 'the day after',
    rule: 'A crosswalk speaks for its quarter.',
    on: '2025-01-01',
    claim: ['J1885 %00074433902/2/UN'],
    expect: ['- info no-data'],
  },
  {
    name: 'no crosswalk, two drugs',
    rule: 'A table that is absent is said once.',
    tables: 'none',
    claim: ['J1885 %00074433902/2/UN', 'J0135 %00074433902/2/UN'],
    expect: ['- info no-data'],
  },
  {
    name: 'no crosswalk and no NDC',
    rule: 'A table is missed only where a line calls for it.',
    tables: 'none',
    claim: ['J1885'],
    expect: [],
  },
  {
    name: 'an NDC of a line without a date',
    rule: 'Without a day no release speaks.',
    claim: ['J1885 ? %00074433902/2/UN'],
    expect: [],
  },
];

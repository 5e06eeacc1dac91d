import fc from 'fast-check';
import { dayOf, isoDay, OPEN_DAY } from '../../src/codes/day.ts';
import type { Issued } from './reference.ts';
import { type Issue, type PlainAddOn, type PlainMue, type PlainPair, type PlainRecord, quarter } from './releases.ts';

/** Few codes and few days, so that random rows meet: overlap, turn round, begin where others end. */

const QUARTERS = [quarter(2023, 4), quarter(2024, 1), quarter(2024, 2), quarter(2024, 4), quarter(2025, 1)];
const EDGES = [dayOf(1996, 1, 1), ...QUARTERS.flatMap(({ from, to }) => [from, to])];

/** Days at and around the edges of quarters. */
export const someDay = fc
  .tuple(fc.constantFrom(...EDGES), fc.integer({ min: -1, max: 1 }))
  .map(([day, shift]) => day + shift);

/** Mostly the day of the quarter, at times late or early, so that publication and period order differ. */
const issue = (): fc.Arbitrary<Issue> =>
  fc
    .record({
      period: fc.constantFrom(...QUARTERS),
      late: fc.constantFrom(0, 0, 0, 40, 200, -30),
      print: fc.constantFrom(1, 1, 2),
      sha256: fc.stringMatching(/^[0-9a-f]{16}$/),
    })
    .map(({ period, late, print, sha256 }) => ({ period, published: period.from + late, print, sha256 }));

const codes = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
const anyCode = codes('11042', '97597', '0042T', '99213', 'J0135', 'G0008', 'D0120');

const pair: fc.Arbitrary<PlainPair> = fc
  .record({
    columnOne: anyCode,
    columnTwo: anyCode,
    effective: fc.constantFrom(0, ...EDGES),
    length: fc.constantFrom(0, 0, 91, 366, OPEN_DAY),
    indicator: fc.constantFrom<0 | 1>(0, 1),
    rationale: fc.constantFrom('Misuse of column two code with column one code', 'Standards of practice'),
    prior1996: fc.boolean(),
  })
  .map(({ length, ...row }) =>
    // CMS marks rows deleted as of their first day with indicator 9.
    length === 0 && row.prior1996
      ? { ...row, deletion: row.effective, indicator: 9 }
      : { ...row, deletion: Math.min(row.effective + length, OPEN_DAY) },
  );

/** Sizes differ enough for some to be partial. */
export const pairs = fc.oneof(fc.array(pair, { maxLength: 6 }), fc.array(pair, { minLength: 10, maxLength: 40 }));

/** So few values that they often stay, change back and differ in their rationale alone. */
export const mues: fc.Arbitrary<PlainMue[]> = fc.array(
  fc.record({
    code: codes('11042', '97597', 'J0135'),
    value: fc.constantFrom(1, 1, 300),
    mai: fc.constantFrom(3, 3, null),
    rationale: fc.constantFrom('Clinical: Data', 'Anatomic Consideration'),
  }),
  { maxLength: 6 },
);

export const addOns: fc.Arbitrary<PlainAddOn[]> = fc.array(
  fc.record({
    addOn: anyCode,
    primary: fc.oneof(anyCode, fc.constant(null)),
    type: fc.constantFrom(1, 2, 3),
    effective: fc.constantFrom(null, ...EDGES),
    deletion: fc.constantFrom(null, OPEN_DAY, ...EDGES),
  }),
  { maxLength: 10 },
);

const date = fc.oneof(
  fc.constant(''),
  fc.constant(''),
  someDay.map((day) => isoDay(day).replaceAll('-', '')),
);

export const records: fc.Arbitrary<PlainRecord[]> = fc.uniqueArray(
  fc.record({
    code: fc.constantFrom('J0135', 'G0008', 'A1', 'LT', 'Q5101', 'A4206'),
    longDescription: fc.constantFrom('one', 'two'),
    addedDate: date,
    terminationDate: date,
  }),
  { selector: ({ code }) => code, maxLength: 6 },
);

/** Up to five releases of a table, each told apart by what it says of itself. */
export const issued = <Row>(rows: fc.Arbitrary<Row[]>): fc.Arbitrary<Issued<Row>[]> =>
  fc.uniqueArray(fc.record({ issue: issue(), rows }), {
    selector: ({ issue: { period, published, print, sha256 } }) => [period.from, published, print, sha256].join(' '),
    maxLength: 5,
  });

/** Half of the time everything that is known, else up to a day. */
export const asOfDay = fc.oneof(fc.constant(OPEN_DAY), someDay);

/** Level II codes that are drugs, biologicals, radiopharmaceuticals or skin substitutes, billed by an amount. */
const RANGES: readonly (readonly [first: string, last: string])[] = [
  ['A2001', 'A2999'],
  ['A9500', 'A9699'],
  ['C9000', 'C9599'],
  ['J0000', 'J9999'],
  ['Q0138', 'Q0181'],
  ['Q2000', 'Q2051'],
  ['Q2053', 'Q2999'],
  ['Q3025', 'Q3028'],
  ['Q4074', 'Q4399'],
  ['Q5101', 'Q5999'],
  ['Q9950', 'Q9983'],
  ['Q9985', 'Q9986'],
  ['Q9989', 'Q9993'],
  ['Q9995', 'Q9999'],
  ['S0012', 'S0194'],
];

/**
 * Whether a code's long descriptor is to be read as a drug's (`parseDrugDescriptor`).
 *
 * @example
 * isDrugCode('J0135') // true
 * @example
 * isDrugCode('E1399') // false
 */
export const isDrugCode = (code: string): boolean => RANGES.some(([first, last]) => code >= first && code <= last);

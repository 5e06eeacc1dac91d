import { codeSet } from './code-set.ts';
import { type PackedCode, packCodeText } from './packed.ts';

/** Level II codes that are drugs, biologicals, radiopharmaceuticals or skin substitutes, billed by an amount. */
const RANGES: readonly (readonly [first: string, last: string])[] = [
  ['A2001', 'A2999'],
  ['A9500', 'A9699'],
  ['C9000', 'C9599'],
  ['J0000', 'J9999'],
  ['Q0090', 'Q0090'],
  ['Q0138', 'Q0181'],
  ['Q0220', 'Q0249'],
  ['Q0515', 'Q0515'],
  ['Q2000', 'Q2051'],
  ['Q2053', 'Q2999'],
  ['Q3025', 'Q3028'],
  ['Q4074', 'Q4399'],
  ['Q5098', 'Q5999'],
  ['Q9950', 'Q9983'],
  ['Q9984', 'Q9986'],
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

const DRUGS = codeSet(RANGES.map((range) => range.join('-')).join(' '));
const FIRST = packCodeText(RANGES[0][0]);
/** What one more is in the first character of a packed code. */
const LETTER = 36 ** 4;
/** 1 at the letters that drug codes begin with. */
const LETTERS = new Uint8Array(36);
for (const [first] of RANGES) LETTERS[Math.floor(packCodeText(first) / LETTER)] = 1;

/**
 * The same by packed code.
 *
 * @example
 * isPackedDrugCode(packCodeText('J0135')) // true
 */
export const isPackedDrugCode = (code: PackedCode): boolean =>
  code >= FIRST && LETTERS[Math.floor(code / LETTER)] === 1 && DRUGS.has(code);

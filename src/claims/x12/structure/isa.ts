import { trim } from '../../text.ts';

/** Width of each ISA element, from ISA01. */
const WIDTHS = [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1];

const PARTY_QUALIFIERS = ['01', '14', '20', '27', '28', '29', '30', '33', 'ZZ'];

/** TA105 of each element, from ISA01, and what may stand there. */
const RULES: readonly (readonly [code: string, fits: (value: string) => boolean])[] = [
  ['010', (value) => value === '00' || value === '03'],
  ['011', () => true],
  ['012', (value) => value === '00' || value === '01'],
  ['013', () => true],
  ['005', (value) => PARTY_QUALIFIERS.includes(value)],
  ['006', (value) => trim(value) !== ''],
  ['007', (value) => PARTY_QUALIFIERS.includes(value)],
  ['008', (value) => trim(value) !== ''],
  ['014', isShortDate],
  ['015', (value) => /^([01]\d|2[0-3])[0-5]\d$/.test(value)],
  ['016', (value) => !/^[0-9A-Za-z ]$/.test(value)],
  ['017', (value) => value === '00501'],
  ['018', (value) => /^\d{9}$/.test(value) && Number(value) > 0],
  ['019', (value) => value === '0' || value === '1'],
  ['020', (value) => value === 'P' || value === 'T'],
  ['027', () => true],
];

/** What is wrong with an interchange header. */
export interface IsaFault {
  /** TA105. */
  readonly code: string;
  /** Position of the element. */
  readonly element: number;
}

/** Faults of an ISA segment's elements (`elements[0]` is the id), in order. */
export function isaFaults(elements: readonly string[]): IsaFault[] {
  if (elements.length !== WIDTHS.length + 1)
    return [{ code: '022', element: Math.min(elements.length, WIDTHS.length) }];
  return RULES.flatMap(([code, fits], i) => {
    const value = elements[i + 1];
    return value.length === WIDTHS[i] && fits(value) ? [] : [{ code, element: i + 1 }];
  });
}

/** YYMMDD. */
function isShortDate(value: string): boolean {
  if (!/^\d{6}$/.test(value)) return false;
  const [month, day] = [Number(value.slice(2, 4)), Number(value.slice(4))];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** The repetition separator that ISA11 names; -1 where it is a letter or digit, as before version 00501. */
export function repetitionOf(elements: readonly string[]): number {
  const value = elements[11] ?? '';
  return value.length === 1 && !/[0-9A-Za-z ]/.test(value) && value.charCodeAt(0) < 128 ? value.charCodeAt(0) : -1;
}

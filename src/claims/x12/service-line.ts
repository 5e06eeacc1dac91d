import { dayFromDigits, NOT_A_DAY } from '../../codes/day.ts';
import { packCode, packModifier, UNPACKABLE } from '../../codes/packed.ts';
import {
  type CodedClaim,
  EMPTY_MODIFIER,
  MODIFIER_SLOTS,
  UNIT_BASIS_DAYS,
  UNIT_BASIS_MINUTES,
  UNIT_BASIS_MISSING,
  UNIT_BASIS_OTHER,
  UNIT_BASIS_UNITS,
} from '../coded-claim.ts';
import { componentEnd, trimmedEnd, trimmedStart } from './elements.ts';

/** SV101-3 to SV101-6. */
export const MODIFIERS_OF_COMPOSITE = 4;
/** Places after them, SV101-7 and SV101-8, in which further modifiers are met. */
export const PLACES_BEYOND = 2;

/**
 * SV101 from its second component on, at `from`: code and modifiers. A description of two letters or digits is
 * taken as a fifth modifier when all four slots before it are filled, since some senders put one there; so is
 * a sixth one after it.
 */
export function readProcedure(
  bytes: Uint8Array,
  from: number,
  end: number,
  component: number,
  coded: CodedClaim,
  line: number,
): void {
  const next = componentEnd(bytes, from, end, component);
  const start = trimmedStart(bytes, from, next);
  const codeEnd = trimmedEnd(bytes, start, next);
  coded.codeStart[line] = start;
  coded.codeEnd[line] = codeEnd;
  coded.code[line] = packCode(bytes, start, codeEnd);
  if (next < end) readModifiers(bytes, next + 1, end, component, coded, line);
}

function readModifiers(
  bytes: Uint8Array,
  from: number,
  end: number,
  component: number,
  coded: CodedClaim,
  line: number,
): void {
  const first = line * MODIFIER_SLOTS;
  let count = 0;
  let filled = 0;
  let start = from;
  for (let slot = 0; slot < MODIFIERS_OF_COMPOSITE + PLACES_BEYOND && start <= end; slot++) {
    const next = componentEnd(bytes, start, end, component);
    const modifier = next === start ? EMPTY_MODIFIER : modifierAt(bytes, start, next);
    if (slot >= MODIFIERS_OF_COMPOSITE && (modifier < 0 || filled !== slot)) break;
    coded.modifiers[first + slot] = modifier;
    if (modifier !== EMPTY_MODIFIER) {
      count = slot + 1;
      filled++;
    }
    start = next + 1;
  }
  coded.modifierCount[line] = count;
}

function modifierAt(bytes: Uint8Array, from: number, to: number): number {
  if (to - from === 2 && bytes[from] > 32 && bytes[from + 1] > 32) return packModifier(bytes, from, to);
  const start = trimmedStart(bytes, from, to);
  const end = trimmedEnd(bytes, start, to);
  if (start === end) return EMPTY_MODIFIER;
  return end - start === 2 ? packModifier(bytes, start, end) : UNPACKABLE;
}

/** SV103 or SV204 as a number. */
export function unitBasisAt(bytes: Uint8Array, from: number, to: number): number {
  const start = trimmedStart(bytes, from, to);
  const end = trimmedEnd(bytes, start, to);
  if (end <= start) return UNIT_BASIS_MISSING;
  if (end - start !== 2) return UNIT_BASIS_OTHER;
  if (bytes[start] === 85 && bytes[start + 1] === 78) return UNIT_BASIS_UNITS;
  if (bytes[start] === 77 && bytes[start + 1] === 74) return UNIT_BASIS_MINUTES;
  return bytes[start] === 68 && bytes[start + 1] === 65 ? UNIT_BASIS_DAYS : UNIT_BASIS_OTHER;
}

/**
 * DTP03 in the format of DTP02: a single day (D8) or two (RD8), into place `index` of `from` and `to`; anything else
 * leaves them as they are.
 */
export function readPeriod(
  bytes: Uint8Array,
  format: number,
  formatEnd: number,
  start: number,
  end: number,
  from: Int32Array,
  to: Int32Array,
  index: number,
): void {
  const length = formatEnd - format;
  const single = length === 2 && bytes[format] === 68 && bytes[format + 1] === 56;
  const range = length === 3 && bytes[format] === 82 && bytes[format + 1] === 68 && bytes[format + 2] === 56;
  if (single && end - start === 8) from[index] = to[index] = dayFromDigits(bytes, start);
  else if (range && end - start === 17 && bytes[start + 8] === 45) {
    from[index] = dayFromDigits(bytes, start);
    if (from[index] !== NOT_A_DAY) to[index] = dayFromDigits(bytes, start + 9);
  }
}

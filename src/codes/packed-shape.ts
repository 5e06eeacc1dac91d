import type { PackedCode } from './packed.ts';

/** What a packed code's five characters make it, without building its text. */
export const SHAPE_MALFORMED = 0;
/** Four digits and a digit, A, F, M, T or U. */
export const SHAPE_LEVEL_ONE = 1;
/** A letter of A–C, E, G, H, J–M, P–V and four digits. */
export const SHAPE_LEVEL_TWO = 2;
/** D and four digits: the ADA's. */
export const SHAPE_DENTAL = 3;

/** 1 at the base-36 value of each of the characters. */
const characters = (text: string): Uint8Array => {
  const marked = new Uint8Array(36);
  for (const character of text) marked[Number.parseInt(character, 36)] = 1;
  return marked;
};
const LAST_OF_LEVEL_ONE = characters('0123456789AFMTU');
const FIRST_OF_LEVEL_TWO = characters('ABCEGHJKLMPQRSTUV');
const D = Number.parseInt('D', 36);

/**
 * Shape of a packed code.
 *
 * @example
 * shapeOf(packCodeText('J0135')) // SHAPE_LEVEL_TWO
 */
export function shapeOf(code: PackedCode): number {
  if (code < 0) return SHAPE_MALFORMED;
  const last = code % 36;
  const middle = Math.floor(code / 36);
  const fourth = middle % 36;
  const third = Math.floor(middle / 36) % 36;
  const second = Math.floor(middle / 1296) % 36;
  const first = Math.floor(middle / 46_656);
  if (second > 9 || third > 9 || fourth > 9) return SHAPE_MALFORMED;
  if (first <= 9) return LAST_OF_LEVEL_ONE[last] === 1 ? SHAPE_LEVEL_ONE : SHAPE_MALFORMED;
  if (last > 9) return SHAPE_MALFORMED;
  if (first === D) return SHAPE_DENTAL;
  return FIRST_OF_LEVEL_TWO[first] === 1 ? SHAPE_LEVEL_TWO : SHAPE_MALFORMED;
}

import { packCodeText } from '../codes/packed.ts';
import { SHAPE_LEVEL_TWO, SHAPE_MALFORMED, shapeOf } from '../codes/packed-shape.ts';

/**
 * The descriptor of a code that CMS itself keeps; '' for Level I (CPT) and D codes: theirs belong to the AMA and the
 * ADA, and CMS's payment files print them.
 */
export const keptDescriptor = (code: string, descriptor: string): string =>
  shapeOf(packCodeText(code)) === SHAPE_LEVEL_TWO ? descriptor : '';

/** `CODE`, or `CODE-MOD` with modifiers; null where one of them is none. */
export function codeKey(code: string, ...modifiers: readonly string[]): string | null {
  if (shapeOf(packCodeText(code)) === SHAPE_MALFORMED) return null;
  const given = modifiers.filter((modifier) => modifier !== '');
  if (!given.every((modifier) => /^[0-9A-Z]{2}$/i.test(modifier))) return null;
  return [code, ...given].join('-').toUpperCase();
}

import { squeezed } from '../text.ts';

/** A text and the codes that are printed at its end. */
export interface WithCodes {
  readonly text: string;
  /** Codes, and ranges as `A4462-A4465`. */
  readonly codes: readonly string[];
  /** What stands after the first code and is no code. */
  readonly rest: string;
}

const CODE = /\b([A-V]\d{4})\b(?:\s*[-–]\s*([A-V]?\d{4})\b)?/g;

/**
 * Parts a text from the Level II codes after it.
 *
 * @example
 * withCodes('beds, E0271-E0280, E0300') // { text: 'beds', codes: ['E0271-E0280', 'E0300'], rest: '' }
 */
export function withCodes(printed: string): WithCodes {
  const found = [...printed.matchAll(CODE)];
  if (found.length === 0) return { text: trimmed(printed), codes: [], rest: '' };
  const codes = found.map(([, from, to]) =>
    to === undefined ? from : `${from}-${to.length === 4 ? from[0] + to : to}`,
  );
  const start = found[0].index;
  const rest = printed
    .slice(start)
    .replace(CODE, ' ')
    .replace(/(?:^|\s)[,;.]+(?=\s|$)/g, ' ');
  return { text: trimmed(printed.slice(0, start)), codes, rest: squeezed(rest) };
}

const trimmed = (text: string): string => text.trim().replace(/[\s,;:]+$/, '');

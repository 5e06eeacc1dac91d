import { firstAtLeast } from './code-ranges.ts';

/** The codes that a query names by number, and what else it says. */
export interface CodesAsked {
  /** Places of the codes. */
  readonly places: readonly number[];
  readonly rest: string;
}

const BEGINNING = /^(?:[A-V]\d{1,4}|\d{2,5}|\d{4}[A-Z])$/;
const CODE = /\b(?:[A-V]\d{4}|\d{4}[0-9AFMTU])\b/gi;

/**
 * A query that is a code or the beginning of one names all codes that begin with it; codes among words name
 * themselves.
 *
 * @param codes all codes, ascending
 */
export function codesAsked(query: string, codes: readonly string[]): CodesAsked {
  const alone = query.replace(/\s+/g, '').toUpperCase();
  if (BEGINNING.test(alone)) {
    const places: number[] = [];
    for (let at = firstAtLeast(codes, alone); codes[at]?.startsWith(alone); at++) places.push(at);
    if (places.length > 0) return { places, rest: '' };
  }
  const named = [...query.matchAll(CODE)].flatMap(([code]) => {
    const at = firstAtLeast(codes, code.toUpperCase());
    return codes[at] === code.toUpperCase() ? [{ code, at }] : [];
  });
  return {
    places: [...new Set(named.map(({ at }) => at))],
    rest: named.reduce((text, { code }) => text.replace(code, ' '), query),
  };
}

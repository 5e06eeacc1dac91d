import { parseCode } from './code.ts';
import { numbered, type RecordFields } from './decode-record.ts';

/**
 * Where CMS sends the reader of a code that is deleted or not valid for Medicare (item 15 of its record, XREF1–5).
 */
export type CrossReference =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'modifier'; readonly code: string }
  /** All codes from the first to the last. */
  | { readonly kind: 'range'; readonly first: string; readonly last: string }
  /** A whole code set (`CPT`), or what else was printed. */
  | { readonly kind: 'text'; readonly text: string };

/**
 * The cross-references of a record, in the order printed.
 *
 * @example
 * crossReferences({ crossReference1: 'J1940', crossReference2: 'CPT' })
 * // [{ kind: 'code', code: 'J1940' }, { kind: 'text', text: 'CPT' }]
 */
export const crossReferences = (fields: RecordFields): CrossReference[] =>
  numbered(fields, 'crossReference').map(crossReference);

/**
 * One cross-reference as CMS prints it.
 *
 * @example
 * crossReference('A0425-A0429') // { kind: 'range', first: 'A0425', last: 'A0429' }
 */
export function crossReference(text: string): CrossReference {
  const [first, last, ...more] = text.split(/\s*-\s*/);
  if (last !== undefined && more.length === 0 && isProcedure(first) && isProcedure(last) && first <= last) {
    return { kind: 'range', first, last };
  }
  const parsed = parseCode(text);
  if (parsed.kind === 'invalid') return { kind: 'text', text };
  return { kind: parsed.kind === 'procedure' ? 'code' : 'modifier', code: parsed.code };
}

const isProcedure = (text: string): boolean => parseCode(text).kind === 'procedure';

/** What is known of a code on the date asked, as `successorsOf` needs it. */
export interface Standing {
  /** As the caller names it: `valid`, `terminated`, `unknown` … */
  readonly status: string;
  /** Codes and modifiers that CMS refers to from it. */
  readonly refersTo: readonly string[];
}

/** A code that CMS refers to, and how it stands on the date. */
export interface Successor {
  readonly code: string;
  readonly status: string;
  /** The code that refers to it. */
  readonly from: string;
}

/**
 * The codes that take the place of a terminated one, nearest first: its cross-references and, where one of these is
 * itself terminated, those of it in turn. Each code is named once, so that two codes referring to each other end it.
 *
 * @param standingOf what is known of a code on the date
 *
 * @example
 * const known = { C1: ['terminated', ['J1']], J1: ['terminated', ['J2']], J2: ['valid', []] };
 * successorsOf('C1', (code) => ({ status: known[code][0], refersTo: known[code][1] }))
 * // [{ code: 'J1', status: 'terminated', from: 'C1' }, { code: 'J2', status: 'valid', from: 'J1' }]
 */
export function successorsOf(code: string, standingOf: (code: string) => Standing): Successor[] {
  const successors: Successor[] = [];
  const met = new Set([code]);
  const open = [code];
  for (let from = open.shift(); from !== undefined; from = open.shift()) {
    for (const to of standingOf(from).refersTo) {
      if (met.has(to)) continue;
      met.add(to);
      const { status } = standingOf(to);
      successors.push({ code: to, status, from });
      if (status === 'terminated') open.push(to);
    }
  }
  return successors;
}

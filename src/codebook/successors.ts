import { crossReferences, type Standing, type Successor, successorsOf } from '../codes/cross-references.ts';
import { OPEN_DAY } from '../codes/day.ts';
import type { Codebook, When } from './codebook.ts';

/**
 * The codes that take a terminated code's place on a date, each with how it stands there: what CMS's cross-references
 * name and, where that has ended too, what its own name. Empty where CMS names none.
 *
 * @example
 * codeSuccessors(codebook, 'C9150', { on: parseDay('2025-01-01') }) // [{ code: 'A9610', status: 'valid', from: 'C9150' }]
 */
export const codeSuccessors = (codebook: Codebook, code: string, when: When): Successor[] =>
  successorsOf(code, (asked) => standingOf(codebook, asked, when));

function standingOf(codebook: Codebook, code: string, when: When): Standing {
  const answer = codebook.code(code, when);
  if (answer.status !== 'listed') return { status: answer.status, refersTo: [] };
  const { from, to, fields } = answer.entry;
  const refersTo = crossReferences(fields).flatMap((reference) => ('code' in reference ? [reference.code] : []));
  if (answer.inForce) return { status: 'valid', refersTo };
  const ended = to !== OPEN_DAY && when.on > to;
  return { status: ended ? 'terminated' : when.on < from ? 'not-yet-valid' : 'not-in-force', refersTo };
}

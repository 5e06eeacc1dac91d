import { formatProblem, PROBLEMS, type Problem } from '../problems.ts';
import { printable } from './printable.ts';

/** A problem in one line for a person: where, what, and what to do about it. */
export const problemLine = (problem: Problem): string =>
  printable(`columnone: ${formatProblem(problem)} ${PROBLEMS[problem.code].action}`);

/** A problem's own keys alone: a thrown one is an Error too. */
export function plainProblem({ code, message, file, line, segment, offset }: Problem): Problem {
  return {
    code,
    message,
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(segment !== undefined && { segment }),
    ...(offset !== undefined && { offset }),
  };
}

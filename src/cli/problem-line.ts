import { formatProblem, PROBLEMS, type Problem } from '../problems.ts';

/** A problem in one line for a person: where, what, and what to do about it. */
export const problemLine = (problem: Problem): string =>
  `columnone: ${formatProblem(problem)} ${PROBLEMS[problem.code].action}`;

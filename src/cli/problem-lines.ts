import type { Problem, ProblemCode } from '../problems.ts';
import { figure } from '../text.ts';
import { printable } from './printable.ts';
import { problemLine } from './problem-line.ts';

/** Of one code in one file so many are shown; a thousand lines with the same advice tell no more. */
const MOST_SHOWN = 3;

/** The problems of one file as lines for a person. */
export class ProblemLines {
  private readonly seen = new Map<ProblemCode, number>();

  /** The problem's line; '' where enough of its code were shown. */
  line(problem: Problem): string {
    const times = (this.seen.get(problem.code) ?? 0) + 1;
    this.seen.set(problem.code, times);
    return times > MOST_SHOWN ? '' : `${problemLine(problem)}\n`;
  }

  /** At the end of the file: how many were not shown. */
  rest(file: string): string {
    return [...this.seen]
      .filter(([, times]) => times > MOST_SHOWN)
      .map(([code, times]) => `columnone: and ${figure(times - MOST_SHOWN)} more of [${code}] in ${printable(file)}\n`)
      .join('');
  }
}

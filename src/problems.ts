/**
 * The one catalogue of everything that can be wrong with an input or a call: a stable code, what it means
 * and what to do. `docs/problems.md` is held equal to it by a test.
 */

/** Where in the input something is wrong; every part that is known is given. */
export interface Place {
  /** The file as the user named it; inside a zip `archive.zip!entry`. */
  readonly file?: string;
  /** Line (text files) or row (spreadsheets), from 1. */
  readonly line?: number;
  /** Segment of an X12 interchange file, from 1. */
  readonly segment?: number;
  /** Byte from the start of the file, from 0. */
  readonly offset?: number;
}

/** One thing wrong, as a value. */
export interface Problem extends Place {
  readonly code: ProblemCode;
  /** What is wrong, in one sentence for a person, without personal data. */
  readonly message: string;
}

interface ProblemKind {
  readonly title: string;
  readonly action: string;
}

/** Every problem code with its title and what to do about it. Grouped by the folder that raises it. */
export const PROBLEMS = {
  // codes/ and callers
  'bad-date': { title: 'Not a date', action: 'Give dates as YYYY-MM-DD.' },
  // releases/
  // codebook/
  // claims/
  // edits/
  // cli/
  'file-unreadable': { title: 'A file cannot be read', action: 'Check the path and your rights to the file.' },
  'no-claims': { title: 'No claim in the input', action: 'Give a file that holds an 837P, JSON or CSV claim.' },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Thrown for broken files and callers' mistakes; expected outcomes are values instead. */
export class ProblemError extends Error implements Problem {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly file?: string;
  readonly line?: number;
  readonly segment?: number;
  readonly offset?: number;

  constructor(code: ProblemCode, message: string, place: Place = {}) {
    super(message);
    this.code = code;
    Object.assign(this, place);
  }
}

/** `file:12: message (code)`, the one form in which problems are shown to a person. */
export function formatProblem(problem: Problem): string {
  const where: string[] = [];
  if (problem.file !== undefined) where.push(problem.file);
  if (problem.line !== undefined) where.push(`line ${problem.line}`);
  if (problem.segment !== undefined) where.push(`segment ${problem.segment}`);
  if (problem.offset !== undefined) where.push(`byte ${problem.offset}`);
  const place = where.length > 0 ? `${where.join(', ')}: ` : '';
  return `${place}${problem.message} [${problem.code}]`;
}

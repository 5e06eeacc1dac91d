import type { Problem, ProblemCode } from '../problems.ts';
import type { Oddity } from './release.ts';

/** Problems of one file are listed up to this many, the rest counted. */
const MOST_LISTED = 20;

/** Collects what is wrong and what is odd in one file while it is read. */
export class FileFindings {
  readonly file: string;
  readonly #problems: Problem[] = [];
  #unlisted = 0;
  readonly #oddities = new Map<string, { message: string; line: number | undefined; times: number }>();

  constructor(file: string) {
    this.file = file;
  }

  /** A row or record that cannot be read: the release will not be given. */
  problem(code: ProblemCode, message: string, line?: number): void {
    if (this.#problems.length >= MOST_LISTED) this.#unlisted += 1;
    else this.#problems.push({ code, message, file: this.file, ...(line !== undefined && { line }) });
  }

  /** Something unusual that does no harm; the message of the first of a code stays, with the number of times. */
  oddity(code: string, message: string, line?: number): void {
    const known = this.#oddities.get(code);
    if (known) known.times += 1;
    else this.#oddities.set(code, { message, line, times: 1 });
  }

  /** All problems met, at most twenty and one that counts the rest. */
  problems(): readonly Problem[] {
    if (this.#unlisted === 0) return this.#problems;
    const message = `and ${this.#unlisted} more rows with problems`;
    return [...this.#problems, { code: 'more-problems', message, file: this.file }];
  }

  oddities(): readonly Oddity[] {
    return [...this.#oddities].map(([code, { message, line, times }]) => ({
      code,
      message: times > 1 ? `${message} (${times} times)` : message,
      ...(line !== undefined && { line }),
    }));
  }
}

/** Text of a cell for a message: short, printable. */
export const quoted = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);

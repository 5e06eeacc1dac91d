import { ProblemError } from '../problems.ts';

/** What keeps a path from being read, as the problem that a person is shown. */
export function unreadable(path: string, error: unknown): ProblemError {
  const reason = (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.message : String(error));
  const message =
    reason === 'ENOENT'
      ? 'There is no such file or folder.'
      : reason === 'EISDIR'
        ? 'It is a folder where a file is needed.'
        : `It could not be read (${reason}).`;
  return new ProblemError('file-unreadable', message, { file: path });
}

import { ProblemError } from '../problems.ts';
import { plainLookup } from './plain-lookup.ts';

/** Exit status of a process whose reader went away, as a shell gives it (128 + SIGPIPE). */
const READER_GONE = 141;
const WRONG_USE = 2;

// `| head` closes the pipe when it has seen enough: no error, nothing more to say.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? READER_GONE : WRONG_USE);
  });
}

try {
  const status = await plainLookup(process.argv.slice(2));
  if (status !== null) process.exitCode = status;
  else await (await import('./program.ts')).runProgram();
} catch (error) {
  process.exitCode = await failed(error);
}

/** Says what went wrong, in one line with what to do, and gives the exit status. */
async function failed(error: unknown): Promise<number> {
  if (error instanceof ProblemError) {
    const { problemLine } = await import('./problem-line.ts');
    process.stderr.write(`${problemLine(error)}\n`);
  } else if ((error as NodeJS.ErrnoException)?.code === 'EPIPE') return READER_GONE;
  else {
    const what = process.env.COLUMNONE_DEBUG && error instanceof Error ? error.stack : String(error);
    process.stderr.write(
      `columnone: this is a fault of columnone: ${what}. Please report it (COLUMNONE_DEBUG=1 shows more).\n`,
    );
  }
  return WRONG_USE;
}

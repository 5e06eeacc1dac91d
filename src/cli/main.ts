import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { ProblemError } from '../problems.ts';

/** Exit status of a process whose reader went away, as a shell gives it (128 + SIGPIPE). */
const READER_GONE = 141;
const WRONG_USE = 2;

// `| head` closes the pipe when it has seen enough: no error, nothing more to say.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? READER_GONE : WRONG_USE);
  });
}

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const program = new Command('columnone')
  .description("CMS's code sets and claim edits in one codebook, and claims checked against it")
  .version(version)
  .showHelpAfterError('(columnone --help shows the commands, columnone COMMAND --help its options)')
  .exitOverride();

/** The commands in the order of the help; each is loaded when it, or the help, is asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  build: async () => (await import('./build.ts')).registerBuild,
  check: async () => (await import('./check.ts')).registerCheck,
  lookup: async () => (await import('./lookup.ts')).registerLookup,
  pair: async () => (await import('./pair.ts')).registerPair,
  info: async () => (await import('./info.ts')).registerInfo,
};
const asked = Object.entries(COMMANDS).filter(([name]) => name === process.argv[2]);
for (const [, load] of asked.length > 0 ? asked : Object.entries(COMMANDS)) (await load())(program);

program.addHelpText(
  'after',
  `
The codebook asked is the one of --codebook, else $COLUMNONE_CODEBOOK, else
your own (columnone build), else a small sample.
Exit status: 0 fine, 1 something to look at, 2 unreadable input or wrong use.`,
);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = await failed(error);
}

/** Says what went wrong, in one line with what to do, and gives the exit status. */
async function failed(error: unknown): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USE;
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

import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const WRONG_USE = 2;

const program = new Command('columnone')
  .description("CMS's code sets and claim edits in one codebook, and claims checked against it")
  .version(version)
  .showHelpAfterError('(columnone --help shows the commands, columnone COMMAND --help its options)')
  .exitOverride();

/** The commands in the order of the help; each is loaded when it, or the help, is asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  build: async () => (await import('./build.ts')).registerBuild,
  'import-cpt': async () => (await import('./import-cpt.ts')).registerImportCpt,
  fetch: async () => (await import('./fetch.ts')).registerFetch,
  update: async () => (await import('./update.ts')).registerUpdate,
  check: async () => (await import('./check.ts')).registerCheck,
  convert: async () => (await import('./convert.ts')).registerConvert,
  lookup: async () => (await import('./lookup.ts')).registerLookup,
  search: async () => (await import('./search.ts')).registerSearch,
  history: async () => (await import('./history.ts')).registerHistory,
  who: async () => (await import('./who.ts')).registerWho,
  level: async () => (await import('./level.ts')).registerLevel,
  profile: async () => (await import('./profile.ts')).registerProfile,
  coverage: async () => (await import('./coverage.ts')).registerCoverage,
  explain: async () => (await import('./explain.ts')).registerExplain,
  pair: async () => (await import('./pair.ts')).registerPair,
  diff: async () => (await import('./diff.ts')).registerDiff,
  releases: async () => (await import('./releases.ts')).registerReleases,
  info: async () => (await import('./info.ts')).registerInfo,
};

/** Runs the command that the process was started with; wrong use sets the exit status. */
export async function runProgram(): Promise<void> {
  const asked = Object.entries(COMMANDS).filter(([name]) => name === process.argv[2]);
  for (const [, load] of asked.length > 0 ? asked : Object.entries(COMMANDS)) (await load())(program);
  program.addHelpText('after', HELP_END);
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : WRONG_USE;
  }
}

const HELP_END = `
The codebook asked is the one of --codebook, else $COLUMNONE_CODEBOOK, else
your own (columnone build), else a small sample.
Exit status: 0 fine, 1 something to look at, 2 unreadable input or wrong use.`;

import { type Command, InvalidArgumentError, Option } from 'commander';
import { RELEASE_KINDS } from '../releases/release.ts';
import { codebookOption, jsonOption } from './options.ts';
import type { ReleasesRequest } from './releases-run.ts';

/** `columnone releases`: every release in the codebook. */
export function registerReleases(program: Command): void {
  program
    .command('releases')
    .description('List the releases in the codebook: periods, prints, rows, files')
    .addOption(new Option('--kind <kind>', 'releases of this kind alone').argParser(parseKind))
    .addOption(codebookOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nThe first column is the name that `columnone diff` takes.')
    .action(async (request: ReleasesRequest) => {
      const { runReleases } = await import('./releases-run.ts');
      process.exitCode = await runReleases(request);
    });
}

function parseKind(text: string): ReleasesRequest['kind'] {
  const kind = RELEASE_KINDS.find((known) => known === text);
  if (kind === undefined) throw new InvalidArgumentError(`The kinds are ${RELEASE_KINDS.join(', ')}.`);
  return kind;
}

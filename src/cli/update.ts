import type { Command } from 'commander';
import type { Wanted } from '../fetch/index.ts';
import { addFetchOptions, type FetchFlags } from './fetch-options.ts';

/** `columnone update`: fetch, build, compare, swap. */
export function registerUpdate(program: Command): void {
  addFetchOptions(program.command('update').description('Fetch what is new and put a new codebook in use'))
    .option('--dry-run', 'fetch, build and compare, but leave the codebook as it is')
    .addHelpText('after', '\nExit status: 0 up to date, 1 something odd, 2 the former codebook stays in use.')
    .action(async (wanted: Wanted, flags: FetchFlags & { readonly dryRun?: boolean }) => {
      const { runUpdate } = await import('./update-run.ts');
      process.exitCode = await runUpdate(wanted, flags);
    });
}

import type { Command } from 'commander';
import type { Wanted } from '../fetch/index.ts';
import { addFetchOptions, type FetchFlags } from './fetch-options.ts';

/** `columnone fetch`: CMS's files into the data folder. */
export function registerFetch(program: Command): void {
  addFetchOptions(program.command('fetch').description('Find and download the files that CMS publishes'))
    .option('--list', 'only list what would be fetched, with sizes')
    .addHelpText('after', '\nExit status: 0 all there, 1 something odd or not published, 2 a file is missing.')
    .action(async (wanted: Wanted, flags: FetchFlags & { readonly list?: boolean }) => {
      const { runFetch } = await import('./fetch-run.ts');
      process.exitCode = await runFetch(wanted, flags);
    });
}

import type { Command } from 'commander';
import { jsonOption } from './options.ts';

/** `columnone profile`: what payers differ in. */
export function registerProfile(program: Command): void {
  const profile = program
    .command('profile')
    .description('List, show, explain and validate payer profiles: which edits, which outcomes, which words')
    .addHelpText('after', '\nExit status: 0 fine, 2 no such profile, or one that is not valid.');
  profile
    .command('list')
    .description('the profiles that come with the program')
    .addOption(jsonOption())
    .action(async ({ json = false }: { json?: boolean }) => (await import('./profile-run.ts')).listProfiles(json));
  profile
    .command('show')
    .description('a profile whole, as JSON')
    .argument('<profile>', 'its name, or a file')
    .action(async (name: string) => (await import('./profile-run.ts')).showProfile(name));
  profile
    .command('explain')
    .description('what a profile does: its edits with outcomes and remittance codes, its own rules')
    .argument('<profile>', 'its name, or a file')
    .argument('[edit]', 'one edit, reason by reason')
    .addOption(jsonOption())
    .action(async (name: string, edit: string | undefined, { json = false }: { json?: boolean }) =>
      (await import('./profile-run.ts')).explainProfile(name, edit, json),
    );
  profile
    .command('validate')
    .description('whether a file is a profile, and what is wrong where it is none')
    .argument('<file>', 'JSON')
    .action(async (file: string) => (await import('./profile-run.ts')).validateProfile(file));
}

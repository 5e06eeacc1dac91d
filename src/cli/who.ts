import type { Command } from 'commander';
import { jsonOption, onOption } from './options.ts';
import type { WhoRequest } from './who-run.ts';

/** `columnone who`: who decides about a code, who owns it, how to ask for a change. */
export function registerWho(program: Command): void {
  program
    .command('who')
    .description('Say who decides about a code, who owns it, and how to ask for a change')
    .argument('<code...>', 'codes of five characters or modifiers of two')
    .addOption(onOption('deadlines after this day'))
    .addOption(jsonOption())
    .addHelpText('after', '\nExit status: 0 answered, 1 some are no code, 2 wrong use.')
    .action(async (codes: string[], request: WhoRequest) => {
      const { runWho } = await import('./who-run.ts');
      process.exitCode = runWho(codes, request);
    });
}

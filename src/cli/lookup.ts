import type { Command } from 'commander';
import type { LookupRequest } from './lookup-run.ts';
import { asOfOption, codebookOption, jsonOption, onOption } from './options.ts';

/** `columnone lookup`: what a code is, since when, until when, who decides. */
export function registerLookup(program: Command): void {
  program
    .command('lookup')
    .description('Say what a code or modifier is, since when, until when, and what limits it')
    .argument('<code...>', 'codes of five characters or modifiers of two')
    .addOption(onOption())
    .addOption(asOfOption())
    .addOption(codebookOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExit status: 0 all are in force on the date, 1 some are not, 2 wrong use.')
    .action(async (codes: string[], request: LookupRequest) => {
      const { runLookup } = await import('./lookup-run.ts');
      process.exitCode = await runLookup(codes, request);
    });
}

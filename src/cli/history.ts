import type { Command } from 'commander';
import type { HistoryRequest } from './history-run.ts';
import { asOfOption, codebookOption, jsonOption } from './options.ts';

/** `columnone history`: everything that happened to a code, and which release says so. */
export function registerHistory(program: Command): void {
  program
    .command('history')
    .description('Tell all that happened to a code or modifier, and which release says so')
    .argument('<code...>', 'codes of five characters or modifiers of two')
    .addOption(asOfOption())
    .addOption(codebookOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExit status: 0 all have a history, 1 some have none, 2 wrong use.')
    .action(async (codes: string[], request: HistoryRequest) => {
      const { runHistory } = await import('./history-run.ts');
      process.exitCode = await runHistory(codes, request);
    });
}

import type { Command } from 'commander';
import { asOfOption, codebookOption, jsonOption, onOption, settingOption } from './options.ts';
import type { PairRequest } from './pair-run.ts';

/** `columnone pair`: do two codes stand against each other on a date? */
export function registerPair(program: Command): void {
  program
    .command('pair')
    .description('Say whether two codes are paid together on a date, by the NCCI PTP edits')
    .argument('<code>', 'one code')
    .argument('<other>', 'the other; their order does not matter')
    .addOption(onOption())
    .addOption(asOfOption())
    .addOption(settingOption('whose table').default('professional'))
    .addOption(codebookOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExit status: 0 answered, 2 no table for the setting is loaded, or wrong use.')
    .action(async (code: string, other: string, request: PairRequest) => {
      const { runPair } = await import('./pair-run.ts');
      process.exitCode = await runPair(code, other, request);
    });
}

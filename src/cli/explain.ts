import { type Command, Option } from 'commander';
import type { ExplainRequest } from './explain-run.ts';
import { asOfOption, codebookOption, jsonOption, mapOption, onOption, settingOption } from './options.ts';
import { profileOption } from './profile-option.ts';

/** `columnone explain`: the rule, the row and its history, and what would come of each resolution. */
export function registerExplain(program: Command): void {
  program
    .command('explain')
    .description('Explain a finding, a pair, a code or a rule: the rule, the row and its history, a worked example')
    .argument('<what...>', 'a claim file, two codes, a code, an edit (ncci-ptp) or its reason (ncci-ptp/not-allowed)')
    .addOption(new Option('--claim <id>', 'of a claim file: whose findings'))
    .addOption(new Option('--line <number>', 'of a claim file: those on this line').argParser(Number))
    .option('--history', 'look back on the claims before it in the file')
    .addOption(profileOption())
    .addOption(mapOption())
    .addOption(onOption())
    .addOption(asOfOption())
    .addOption(settingOption('whose tables'))
    .addOption(codebookOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExit status: 0 explained, 1 nothing to explain, 2 unreadable input or wrong use.')
    .action(async (what: string[], request: ExplainRequest) => {
      const { runExplain } = await import('./explain-run.ts');
      process.exitCode = await runExplain(what, request);
    });
}

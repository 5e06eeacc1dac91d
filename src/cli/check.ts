import { type Command, Option } from 'commander';
import type { CheckRequest } from './check-run.ts';
import { asOfOption, codebookOption, settingOption } from './options.ts';

type CheckFlags = Partial<CheckRequest> & Pick<CheckRequest, 'format'>;

/** `columnone check`: claims against the codebook. */
export function registerCheck(program: Command): void {
  program
    .command('check')
    .description('Check claims (837P, JSON, CSV) and show what would be denied, why, and what resolves it')
    .argument('<path...>', 'claim files (gzipped too) or folders of them; - for standard input')
    .addOption(codebookOption())
    .addOption(
      new Option('--format <format>', 'how to show findings').choices(['text', 'json', 'ndjson']).default('text'),
    )
    .addOption(settingOption("use this setting's tables whatever the claim says"))
    .addOption(asOfOption())
    .option('--history', 'compare with earlier claims of the same beneficiary in the same input')
    .option('--summary', 'with ndjson: a last line with the counts')
    .addHelpText('after', '\nExit status: 0 nothing denied or returned, 1 something is, 2 unreadable input.')
    .action(async (paths: string[], flags: CheckFlags) => {
      const { runCheck } = await import('./check-run.ts');
      const { history = false, summary = false } = flags;
      process.exitCode = await runCheck({ ...flags, paths, history, summary });
    });
}

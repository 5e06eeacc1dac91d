import type { Command } from 'commander';
import { Option } from 'commander';
import { type CheckRequest, runCheck } from './check-run.ts';
import { parseDateOption } from './options.ts';

interface CheckFlags {
  readonly codebook?: string;
  readonly format: CheckRequest['format'];
  readonly setting?: CheckRequest['setting'];
  readonly asOf?: number;
  readonly history?: boolean;
  readonly summary?: boolean;
}

/** `columnone check`: claims against the codebook. */
export function registerCheck(program: Command): void {
  program
    .command('check')
    .description('Check claims (837P, JSON, CSV) and show what would be denied, why, and what resolves it')
    .argument('<path...>', 'claim files or folders of them; - for standard input')
    .option('--codebook <file>', 'codebook to check against')
    .addOption(
      new Option('--format <format>', 'how to show findings').choices(['text', 'json', 'ndjson']).default('text'),
    )
    .addOption(
      new Option('--setting <setting>', "use this setting's tables whatever the claim says").choices([
        'professional',
        'outpatient',
        'dme',
      ]),
    )
    .option('--as-of <date>', 'use only releases published by this day', parseDateOption)
    .option('--history', 'compare with earlier claims of the same beneficiary in the same input')
    .option('--summary', 'with ndjson: a last line with the counts')
    .addHelpText(
      'after',
      '\nExit status: 0 nothing denied or returned, 1 something is, 2 unreadable input or wrong use.',
    )
    .action(async (paths: string[], flags: CheckFlags) => {
      process.exitCode = await runCheck({
        ...flags,
        paths,
        history: flags.history === true,
        summary: flags.summary === true,
      });
    });
}

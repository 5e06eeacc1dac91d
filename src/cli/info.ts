import type { Command } from 'commander';
import { codebookOption, jsonOption } from './options.ts';

interface InfoFlags {
  readonly codebook?: string;
  readonly json?: boolean;
}

/** `columnone info`: what a codebook holds. */
export function registerInfo(program: Command): void {
  program
    .command('info')
    .description('Show what the codebook holds: releases, periods, rows, oddities')
    .addOption(codebookOption())
    .addOption(jsonOption())
    .action(async (flags: InfoFlags) => {
      const { runInfo } = await import('./info-run.ts');
      process.exitCode = await runInfo(flags);
    });
}

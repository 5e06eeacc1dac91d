import type { Command } from 'commander';
import type { InfoRequest } from './info-run.ts';
import { codebookOption, jsonOption } from './options.ts';

/** `columnone info`: what a codebook holds. */
export function registerInfo(program: Command): void {
  program
    .command('info')
    .description('Show what the codebook holds: releases, periods, rows, oddities')
    .addOption(codebookOption())
    .addOption(jsonOption())
    .action(async (request: InfoRequest) => {
      const { runInfo } = await import('./info-run.ts');
      process.exitCode = await runInfo(request);
    });
}

import type { Command } from 'commander';
import { jsonOption } from './options.ts';

interface BuildFlags {
  readonly out?: string;
  readonly json?: boolean;
}

/** `columnone build`: release files into a codebook. */
export function registerBuild(program: Command): void {
  program
    .command('build')
    .description('Read release files (HCPCS, NCCI, fee schedule, drugs, ICD-10-CM …) and write a codebook')
    .argument('<path...>', 'release files as CMS publishes them (txt, csv, xlsx, zip, gz), or folders of them')
    .option('-o, --out <file>', 'where to write it (default: your data folder)')
    .addOption(jsonOption())
    .addHelpText('after', '\nExit status: 0 written, 2 a release is broken or there is none.')
    .action(async (paths: string[], flags: BuildFlags) => {
      const { runBuild } = await import('./build-run.ts');
      process.exitCode = await runBuild({ paths, json: flags.json === true, ...(flags.out && { out: flags.out }) });
    });
}

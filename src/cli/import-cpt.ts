import { type Command, InvalidArgumentError } from 'commander';
import { jsonOption } from './options.ts';

interface ImportFlags {
  readonly year?: number;
  readonly json?: boolean;
}

/** `columnone import-cpt`: a licensed user's CPT descriptors, for their own eyes. */
export function registerImportCpt(program: Command): void {
  program
    .command('import-cpt')
    .description('Take CPT descriptors from your own licensed copy, for lookup alone')
    .argument('<path...>', "the AMA's LONGULT, MEDU, SHORTU and ConsumerDescriptor files, or a folder or zip of them")
    .option('--year <year>', 'year of the copyright, where the files do not say it', yearOf)
    .addOption(jsonOption())
    .addHelpText('after', '\nExit status: 0 imported, 2 a file is broken or there is none.')
    .action(async (paths: string[], { year, json }: ImportFlags) => {
      const { runImportCpt } = await import('./import-cpt-run.ts');
      process.exitCode = await runImportCpt({ paths, year: year ?? null, json: json === true });
    });
}

function yearOf(text: string): number {
  if (!/^(19|20)\d\d$/.test(text)) throw new InvalidArgumentError(`${text} is no year.`);
  return Number(text);
}

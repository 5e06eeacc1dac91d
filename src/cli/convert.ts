import { type Command, Option } from 'commander';
import type { ConvertRequest } from './convert-run.ts';
import { mapOption, settingOption } from './options.ts';

type ConvertFlags = Partial<ConvertRequest> & Pick<ConvertRequest, 'to'>;

/** `columnone convert`: claims of one format as another, or an 837 with its codes normalised. */
export function registerConvert(program: Command): void {
  program
    .command('convert')
    .description('Write claims in another format; an 837 as an 837 byte for byte, but for what --apply changes')
    .argument('<file>', 'a file of claims (gzipped too); - for standard input')
    .addOption(
      new Option('--to <format>', 'what to write').choices(['837', 'json', 'ndjson', 'fhir']).makeOptionMandatory(),
    )
    .option('--apply', 'write codes and modifiers in capitals without blanks and hyphens, and tell each change')
    .option('--out <file>', 'where to write (default: standard output)')
    .option('--json', 'tell the changes as one JSON document')
    .addOption(mapOption())
    .addOption(settingOption('setting of claims that name none'))
    .addHelpText(
      'after',
      '\nChanges are told on standard error; on standard output where --out is given.' +
        '\nExit status: 0 all of it written, 2 a part of the input could not be read.',
    )
    .action(async (path: string, flags: ConvertFlags) => {
      const { runConvert } = await import('./convert-run.ts');
      const { apply = false, json = false } = flags;
      process.exitCode = await runConvert({ ...flags, path, apply, json });
    });
}

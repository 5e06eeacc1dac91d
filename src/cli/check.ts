import { type Command, Option } from 'commander';
import type { FhirVersion } from '../claims/fhir/write-parts.ts';
import type { CheckRequest } from './check-run.ts';
import { asOfOption, codebookOption, controlNumberOption, settingOption, writtenOption } from './options.ts';
import type { StructureRequest } from './structure-run.ts';
import { now } from './today.ts';

type CheckFlags = Partial<Omit<CheckRequest, 'format'>> & {
  readonly format: StructureRequest['format'] | CheckRequest['format'];
  readonly fhir: FhirVersion;
  readonly structure?: boolean;
  readonly controlNumber: number;
  readonly written?: string;
};

/** `columnone check`: claims against the codebook. */
export function registerCheck(program: Command): void {
  program
    .command('check')
    .description('Check claims (837, FHIR, JSON, CSV) and show what would be denied, why, and what resolves it')
    .argument('<path...>', 'claim files (gzipped too) or folders of them; - for standard input')
    .addOption(codebookOption())
    .addOption(
      new Option('--format <format>', 'how to show findings; 999 and ta1: acknowledge the structure of X12')
        .choices(['text', 'json', 'ndjson', 'claimresponse', '999', 'ta1'])
        .default('text'),
    )
    .addOption(
      new Option('--fhir <version>', 'with claimresponse: the release of FHIR').choices(['R4', 'R5']).default('R4'),
    )
    .addOption(settingOption("use this setting's tables whatever the claim says"))
    .addOption(asOfOption())
    .option('--history', 'compare with earlier claims of the same beneficiary in the same input')
    .option('--summary', 'with ndjson: a last line with the counts')
    .option('--structure', 'list what is wrong with the structure of 837P and 837I files; asks no codebook')
    .addOption(controlNumberOption())
    .addOption(writtenOption())
    .addHelpText('after', '\nExit status: 0 nothing denied or returned, 1 something is, 2 unreadable input.')
    .action(async (paths: string[], flags: CheckFlags) => {
      const { history = false, summary = false, structure = false, format } = flags;
      if (structure || format === '999' || format === 'ta1') {
        const { runStructure } = await import('./structure-run.ts');
        const { controlNumber: control, written = now() } = flags;
        process.exitCode = await runStructure({
          paths,
          format: format === 'claimresponse' ? 'text' : format,
          control,
          written,
        });
        return;
      }
      const { runCheck } = await import('./check-run.ts');
      process.exitCode = await runCheck({ ...flags, format, paths, history, summary });
    });
}

import { type Command, Option } from 'commander';
import type { FhirVersion } from '../claims/fhir/write-parts.ts';
import type { CheckRequest } from './check-run.ts';
import {
  asOfOption,
  codebookOption,
  controlNumberOption,
  localityOption,
  mapOption,
  settingOption,
  writtenOption,
} from './options.ts';
import { profileOption } from './profile-option.ts';
import type { StructureRequest } from './structure-run.ts';
import { now } from './today.ts';

type CheckFlags = Partial<Omit<CheckRequest, 'format'>> & {
  readonly format: StructureRequest['format'] | CheckRequest['format'];
  readonly fhir: FhirVersion;
  readonly structure?: boolean;
  readonly refuseNcci?: boolean;
  readonly controlNumber: number;
  readonly written?: string;
};

/** `columnone check`: claims against the codebook. */
export function registerCheck(program: Command): void {
  program
    .command('check')
    .description(
      'Check claims (837, FHIR, JSON, CSV, parquet) and show what would be denied, why, and what resolves it',
    )
    .argument('<path...>', 'claim files (gzipped too) or folders of them; - for standard input')
    .addOption(codebookOption())
    .addOption(
      new Option('--format <format>', 'how to show findings; 277ca, 835: answer as a payer; 999, ta1: on X12 structure')
        .choices(['text', 'json', 'ndjson', 'html', 'claimresponse', '277ca', '835', '999', 'ta1'])
        .default('text'),
    )
    .addOption(
      new Option('--fhir <version>', 'with claimresponse: the release of FHIR').choices(['R4', 'R5']).default('R4'),
    )
    .option('--out <file>', 'where to write (default: standard output)')
    .addOption(profileOption())
    .addOption(mapOption())
    .addOption(settingOption("use this setting's tables whatever the claim says"))
    .addOption(asOfOption())
    .option('--history', 'compare with earlier claims of the same beneficiary in the same input')
    .option('--summary', 'with ndjson: a last line with the counts')
    .option('--money', 'say what hangs on each finding in money: what Medicare allows, else what was charged')
    .addOption(localityOption())
    .option('--structure', 'list what is wrong with the structure of 837P and 837I files; asks no codebook')
    .option('--refuse-ncci', 'with 277ca: refuse claims for NCCI edits too')
    .option('--sender <id>', 'with 277ca and 835: who answers claims that came in no X12')
    .option('--receiver <id>', 'with 277ca and 835: who is answered then')
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
          format: isStructureFormat(format) ? format : 'text',
          control,
          written,
        });
        return;
      }
      const { runCheck } = await import('./check-run.ts');
      const refuse = flags.refuseNcci ? 'validity-and-ncci' : 'validity';
      process.exitCode = await runCheck({ ...flags, format, paths, history, summary, refuse });
    });
}

const STRUCTURE_FORMATS: readonly string[] = ['text', 'json', 'ndjson', '999', 'ta1'];

const isStructureFormat = (format: string): format is StructureRequest['format'] => STRUCTURE_FORMATS.includes(format);

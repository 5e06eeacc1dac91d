import { type Command, InvalidArgumentError, Option } from 'commander';
import { CHANGE_CLASSES, type ChangeClass } from '../diff/change.ts';
import { type CodeRange, codeRanges } from '../diff/filter.ts';
import { RELEASE_KINDS } from '../releases/release.ts';
import type { DiffRequest } from './diff-run.ts';
import { codebookOption, settingOption } from './options.ts';

type DiffFlags = Omit<DiffRequest, 'before' | 'after' | 'report'> & { readonly report?: readonly string[] };

/** `columnone diff`: what became of every row from one release to another. */
export function registerDiff(program: Command): void {
  program
    .command('diff')
    .description('Show what changed from one release, codebook or release file to another')
    .argument(
      '<before>',
      'a release in the codebook (hcpcs/2018, 2020Q2), a codebook, or release files as CMS publishes them',
    )
    .argument('<after>', 'the same of the later one')
    .addOption(
      new Option('--kind <kind>', `tables of this kind alone (${RELEASE_KINDS[0]}, ncci-ptp, …)`).argParser(parseKind),
    )
    .addOption(settingOption('NCCI tables of this setting alone'))
    .addOption(
      new Option(
        '--only <classes>',
        `changes of these classes: ${CHANGE_CLASSES.slice(0, 3).join(',')},${CHANGE_CLASSES.slice(3).join(',')}`,
      ).argParser(parseClasses),
    )
    .addOption(new Option('--codes <codes>', 'codes, ranges and beginnings: J,E0100-E8002,59').argParser(parseCodes))
    .addOption(
      new Option(
        '--report <file>',
        "CMS's transaction report, to be compared with, or its corrections (may be given several times)",
      ).argParser(gathered),
    )
    .addOption(new Option('--html <file>', 'write a page with charts and tables').conflicts(['json', 'csv']))
    .addOption(new Option('--json', 'one JSON document for machines').conflicts('csv'))
    .option('--csv', 'one row a change')
    .addOption(codebookOption())
    .addHelpText('after', HELP_END)
    .action(async (before: string, after: string, { report = [], ...flags }: DiffFlags) => {
      const { runDiff } = await import('./diff-run.ts');
      process.exitCode = await runDiff({ ...flags, before, after, report });
    });
}

const HELP_END = `
Of a codebook the newest release of each table is compared. A year or quarter
alone (2018) means every table's release for it, in its latest print.
Exit status: 0 compared, 1 CMS's report says what cannot be explained,
2 unknown release, unreadable input or wrong use.`;

function parseKind(text: string): DiffRequest['kind'] {
  const kind = RELEASE_KINDS.find((known) => known === text);
  if (kind === undefined) throw new InvalidArgumentError(`The kinds are ${RELEASE_KINDS.join(', ')}.`);
  return kind;
}

function parseClasses(text: string): readonly ChangeClass[] {
  return text.split(',').map((word) => {
    const known = CHANGE_CLASSES.find((each) => each === word.trim());
    if (known === undefined) throw new InvalidArgumentError(`The classes are ${CHANGE_CLASSES.join(', ')}.`);
    return known;
  });
}

function parseCodes(text: string): readonly CodeRange[] {
  const ranges = codeRanges(text);
  if (ranges === null) throw new InvalidArgumentError('Give codes, beginnings or ranges of them: J,E0100-E8002.');
  return ranges;
}

const gathered = (file: string, files: readonly string[] = []): readonly string[] => [...files, file];

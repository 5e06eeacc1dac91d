import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CoverageRequest } from './coverage-run.ts';
import { asOfOption, codebookOption, jsonOption, onOption } from './options.ts';

function parseState(text: string): string {
  if (!/^[A-Za-z]{2}$/.test(text)) throw new InvalidArgumentError(`${text} is no state of two letters.`);
  return text.toUpperCase();
}

/** `columnone coverage`: do these diagnoses support a code in a state on a date? */
export function registerCoverage(program: Command): void {
  program
    .command('coverage')
    .description('Say whether diagnoses support a code in a state, by Medicare articles')
    .argument('<code>', 'a code')
    .argument('[diagnosis...]', 'ICD-10-CM codes')
    .addOption(
      new Option('--state <state>', 'where the service is given: OH').argParser(parseState).makeOptionMandatory(),
    )
    .addOption(onOption())
    .addOption(asOfOption())
    .addOption(codebookOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExit status: 0 answered, 1 not supported, 2 no articles loaded, or wrong use.')
    .action(async (code: string, diagnoses: string[], request: CoverageRequest) => {
      const { runCoverage } = await import('./coverage-run.ts');
      process.exitCode = await runCoverage(code, diagnoses, request);
    });
}

import { type Command, InvalidArgumentError, Option } from 'commander';
import { COVERAGE } from '../codes/record-values.ts';
import { asOfOption, codebookOption, jsonOption, parseDateOption } from './options.ts';
import type { SearchRequest } from './search-run.ts';

const DEFAULT_LIMIT = 10;

/** `columnone search`: codes by words, brand names, or the beginning of their number. */
export function registerSearch(program: Command): void {
  program
    .command('search')
    .description('Find codes by words, brand names or the beginning of a code')
    .argument('<words...>', 'what is looked for: "walking stick", humira, E01')
    .addOption(new Option('--level <level>', 'only codes of this level').choices(['I', 'II']))
    .addOption(new Option('--section <letter>', 'only codes that begin with it').argParser(letter))
    .addOption(new Option('--on <date>', 'only codes in force on this day').argParser(parseDateOption))
    .addOption(new Option('--drugs', 'only drugs and biologicals'))
    .addOption(new Option('--coverage <code>', 'only with this coverage code').choices(Object.keys(COVERAGE)))
    .addOption(new Option('--limit <count>', 'most codes to show').argParser(atLeastOne).default(DEFAULT_LIMIT))
    .addOption(asOfOption())
    .addOption(codebookOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExit status: 0 something was found, 1 nothing was, 2 wrong use.')
    .action(async (words: string[], request: SearchRequest) => {
      const { runSearch } = await import('./search-run.ts');
      process.exitCode = await runSearch(words.join(' '), request);
    });
}

function letter(text: string): string {
  if (!/^[a-v]$/i.test(text)) throw new InvalidArgumentError(`${text} is no section; give one letter, A to V.`);
  return text.toUpperCase();
}

function atLeastOne(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError(`${text} is no number from 1 on.`);
  return value;
}

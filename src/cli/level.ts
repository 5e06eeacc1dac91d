import { type Command, InvalidArgumentError, Option } from 'commander';
import { ELEMENT_LEVELS } from '../codes/supported-level.ts';
import type { LevelRequest } from './level-run.ts';
import { jsonOption, onOption } from './options.ts';

function parseMinutes(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError(`${text} is no number of minutes.`);
  return Number(text);
}

const element = (name: string, what: string): Option => new Option(`--${name} <level>`, what).choices(ELEMENT_LEVELS);

/** `columnone level`: the level of a visit that its record supports, beside the level billed. */
export function registerLevel(program: Command): void {
  program
    .command('level')
    .description('Say which level of a visit time or decision making supports, beside the level billed')
    .argument('<code>', 'the visit billed')
    .addOption(new Option('--minutes <minutes>', 'total time on the day of the visit').argParser(parseMinutes))
    .addOption(element('problems', 'number and complexity of problems addressed'))
    .addOption(element('data', 'amount and complexity of data reviewed'))
    .addOption(element('risk', 'risk of management'))
    .addOption(
      new Option('--prolonged <codes>', 'whose prolonged services').choices(['medicare', 'cpt']).default('medicare'),
    )
    .addOption(onOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExit status: 0 as billed or higher, 1 lower or not known, 2 wrong use.')
    .action(async (code: string, request: LevelRequest) => {
      const { runLevel } = await import('./level-run.ts');
      process.exitCode = runLevel(code, request);
    });
}

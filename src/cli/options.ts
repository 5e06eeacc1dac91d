import { InvalidArgumentError, Option } from 'commander';
import { type Day, NOT_A_DAY, parseDay } from '../codes/day.ts';
import { SETTINGS } from '../codes/setting.ts';

/** `YYYY-MM-DD` as a day; wrong use where it is no date. */
export function parseDateOption(text: string): Day {
  const day = parseDay(text);
  if (day === NOT_A_DAY) throw new InvalidArgumentError(`${text} is no date; give it as YYYY-MM-DD.`);
  return day;
}

export const onOption = (what = 'date of service'): Option =>
  new Option('--on <date>', `${what} (default: today)`).argParser(parseDateOption);

export const asOfOption = (): Option =>
  new Option('--as-of <date>', 'use only releases published by this day').argParser(parseDateOption);

export const codebookOption = (): Option => new Option('--codebook <file>', 'codebook to ask');

export const jsonOption = (): Option => new Option('--json', 'one JSON document for machines');

export const settingOption = (description: string): Option =>
  new Option('--setting <setting>', description).choices(SETTINGS);

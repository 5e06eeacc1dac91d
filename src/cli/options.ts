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

export const mapOption = (): Option =>
  new Option('--map <map>', "columns of CSV and parquet: 'code=Proc Code,from=Svc Dt', JSON, or a file with either");

function parseLocality(text: string): string {
  const place = text.toUpperCase();
  if (!/^(\d{5}-\d\d|[A-Z]{2})$/.test(place)) {
    throw new InvalidArgumentError(`${text} is neither MAC-LOCALITY (10112-00) nor a state (AL).`);
  }
  return place;
}

export const localityOption = (): Option =>
  new Option('--locality <place>', 'money by the fees of a MAC-LOCALITY or a state (default: the nation)').argParser(
    parseLocality,
  );

function parseControlNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError(`${text} is no number of 1 to 9 digits.`);
  return Number(text);
}

export const controlNumberOption = (): Option =>
  new Option('--control-number <number>', 'with 999, ta1, 277ca and 835: ISA13 of the first interchange written')
    .argParser(parseControlNumber)
    .default(1);

function parseTime(text: string): string {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) || parseDay(text.slice(0, 10)) === NOT_A_DAY) {
    throw new InvalidArgumentError(`${text} is no time; give it as YYYY-MM-DDTHH:MM.`);
  }
  return text;
}

export const writtenOption = (): Option =>
  new Option(
    '--written <time>',
    'with answers (999, ta1, 277ca, 835, claimresponse): when written (default: now, UTC)',
  ).argParser(parseTime);

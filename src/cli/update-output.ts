import { counted } from '../text.ts';
import { bold } from './colors.ts';
import { fetchJson, fetchText } from './fetch-output.ts';
import { notKnownText } from './not-known.ts';
import { plainProblem } from './problem-line.ts';
import type { Difference } from './update-difference.ts';
import type { UpdateReport } from './update-run.ts';
import { wrap } from './wrap.ts';

const MOST_NAMED = 12;

/** What was fetched, what changed, and which codebook is in use. */
export function updateText(report: UpdateReport, width: number): string {
  const { fetched, downloads, notKnown, difference, next, carried } = report;
  return [
    fetchText(fetched, downloads, width),
    notKnownText(notKnown, width),
    carried.length === 0 ? '' : `\n${wrap(carriedText(carried), width, 2)}\n`,
    difference === null ? '' : differenceText(difference, width),
    next === null ? '' : `\n${bold('codebook')}  ${next}\n${wrap(outcome(report), width, 0)}\n`,
  ].join('');
}

function outcome({ path, former, next, isReplaced, isDryRun, previous }: UpdateReport): string {
  if (former === next) return `It is the one in use: nothing is new (${path})`;
  if (isDryRun) return `It was not put in use (--dry-run): ${path} is as it was`;
  if (isReplaced && previous !== null) return `In use now as ${path}; the former one is ${previous}`;
  return `In use now as ${path}`;
}

const carriedText = (carried: readonly string[]): string =>
  `${counted(carried.length, 'release')} of the former codebook had no file and went over from it: ${shortList(carried)}`;

function differenceText({ newReleases, summary, added, ended }: Difference, width: number): string {
  const lines = [
    named('new release', newReleases),
    ...summary.text.split('\n').filter((line) => line !== ''),
    named('code added', added, 'codes added'),
    named('code ended', ended, 'codes ended'),
  ].flatMap((line) => (line === null ? [] : [`  ${wrap(line, width, 4)}\n`]));
  return lines.length === 0 ? '' : `\n${bold('against the former codebook')}\n${lines.join('')}`;
}

/** `2 codes added: A0001, A0002`, with the first dozen named; null for none. */
function named(word: string, all: readonly string[], plural = `${word}s`): string | null {
  return all.length === 0 ? null : `${counted(all.length, word, plural)}: ${shortList(all)}`;
}

function shortList(all: readonly string[]): string {
  const more = all.length > MOST_NAMED ? ` and ${all.length - MOST_NAMED} more` : '';
  return `${all.slice(0, MOST_NAMED).join(', ')}${more}`;
}

/** The same for machines. */
export const updateJson = ({ fetched, downloads, notKnown, problems, path, ...report }: UpdateReport) => ({
  fetch: fetchJson(fetched, downloads),
  notKnown,
  problems: problems.map(plainProblem),
  codebook: path,
  former: report.former,
  next: report.next,
  carried: report.carried,
  difference: report.difference && { ...report.difference, summary: report.difference.summary.tables },
  isReplaced: report.isReplaced,
  previous: report.previous,
});

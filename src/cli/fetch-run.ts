import { sizesOf, type Wanted } from '../fetch/index.ts';
import type { Problem } from '../problems.ts';
import { type FetchReport, fetchPaths, fetchWanted, netFor, plan } from './fetch-files.ts';
import { acceptedBefore } from './fetch-license.ts';
import type { FetchFlags } from './fetch-options.ts';
import { fetchJson, fetchText, listJson, listText } from './fetch-output.ts';
import { holdingDataFolder } from './hold-data-folder.ts';
import { problemLine } from './problem-line.ts';
import { screenWidth } from './screen.ts';

/** Fetches (or lists) and prints, and gives the exit status. */
export async function runFetch(wanted: Wanted, flags: FetchFlags & { readonly list?: boolean }): Promise<0 | 1 | 2> {
  if (flags.list) return runList(wanted, flags);
  return holdingDataFolder(async () => {
    const { downloads } = fetchPaths();
    const report = await fetchWanted(wanted, flags);
    process.stdout.write(
      flags.json ? asDocument(fetchJson(report, downloads)) : fetchText(report, downloads, screenWidth()),
    );
    sayProblems(report.problems);
    return fetchStatus(report);
  });
}

async function runList(wanted: Wanted, flags: FetchFlags): Promise<0 | 1 | 2> {
  const found = await plan(wanted, flags);
  const { record } = fetchPaths();
  const accepted = await acceptedBefore(found.files, { isAccepted: flags.acceptAmaLicense === true, record });
  const sizes = await sizesOf(found.files, accepted, netFor(flags));
  process.stdout.write(flags.json ? asDocument(listJson(found, sizes)) : listText(found, sizes, screenWidth()));
  sayProblems(found.problems);
  return fetchStatus({ plan: found, outcomes: [], problems: found.problems });
}

/** 2 where a file is missing, 1 where one is odd or a site lacks the period. */
export function fetchStatus({ plan: { missing }, outcomes, problems }: FetchReport): 0 | 1 | 2 {
  if (problems.length > 0) return 2;
  return missing.length > 0 || outcomes.some(({ status }) => status === 'changed') ? 1 : 0;
}

export const asDocument = (facts: object): string => `${JSON.stringify(facts, null, 2)}\n`;

export const sayProblems = (problems: readonly Problem[]): void =>
  void process.stderr.write(problems.map((problem) => `${problemLine(problem)}\n`).join(''));

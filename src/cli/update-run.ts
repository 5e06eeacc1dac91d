import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { takeLock, type Wanted } from '../fetch/index.ts';
import { type Problem, ProblemError } from '../problems.ts';
import { assureWritable, writeAtomically } from './atomic-write.ts';
import { type ChosenCodebook, openChosenCodebook } from './codebook-source.ts';
import { userCodebookPath } from './data-folder.ts';
import { type FetchReport, fetchPaths, fetchWanted } from './fetch-files.ts';
import type { FetchFlags } from './fetch-options.ts';
import { asDocument, fetchStatus, remark, sayProblems } from './fetch-run.ts';
import { type Made, makeCodebook, problemText } from './make-codebook.ts';
import { screenWidth } from './screen.ts';
import { type Difference, difference } from './update-difference.ts';
import { updateJson, updateText } from './update-output.ts';

export interface UpdateFlags extends FetchFlags {
  readonly dryRun?: boolean;
}

/** What an update did. */
export interface UpdateReport {
  readonly fetched: FetchReport;
  readonly downloads: string;
  /** Files that were not read, and why. */
  readonly notKnown: Made['read']['notKnown'];
  /** Of the build. */
  readonly problems: readonly Problem[];
  readonly path: string;
  /** Id of the codebook in use before; null where there was none. */
  readonly former: string | null;
  /** Id of the codebook built; null where none could be. */
  readonly next: string | null;
  /** null where there is nothing to compare. */
  readonly difference: Difference | null;
  readonly isReplaced: boolean;
  readonly isDryRun: boolean;
  /** Where the former codebook is kept; null where it was not replaced. */
  readonly previous: string | null;
}

/** Fetches, builds, compares, puts the new codebook in use, prints, and gives the exit status. */
export async function runUpdate(wanted: Wanted, flags: UpdateFlags): Promise<0 | 1 | 2> {
  const lock = takeLock(fetchPaths().lock, remark);
  try {
    await assureWritable(userCodebookPath(), true);
    const fetched = await fetchWanted(wanted, flags);
    const report = await updateFrom(fetched, flags.dryRun === true);
    process.stdout.write(flags.json ? asDocument(updateJson(report)) : updateText(report, screenWidth()));
    sayProblems(fetched.problems);
    process.stderr.write(problemText(report.problems));
    if (report.next === null) remark(staysText(report));
    return statusOf(report);
  } finally {
    lock.release();
  }
}

async function updateFrom(fetched: FetchReport, isDryRun: boolean): Promise<UpdateReport> {
  const path = userCodebookPath();
  const { downloads } = fetchPaths();
  const former = await openFormer(path);
  const report: UpdateReport = {
    fetched,
    downloads,
    notKnown: [],
    problems: [],
    path,
    former: former?.codebook.id ?? null,
    next: null,
    difference: null,
    isReplaced: false,
    isDryRun,
    previous: null,
  };
  // A codebook without a file that should be in it would answer as if it were whole.
  if (fetched.problems.length > 0) return report;
  const { read, problems, made } = await makeWithProblems(downloads);
  if (made === null) return { ...report, notKnown: read.notKnown, problems };
  const { codebook, bytes } = made;
  const isReplaced = !isDryRun && codebook.id !== former?.codebook.id;
  return {
    ...report,
    notKnown: read.notKnown,
    next: codebook.id,
    difference: former === null ? null : difference(former.codebook, codebook),
    isReplaced,
    previous: isReplaced ? await swap(path, former !== null, bytes) : null,
  };
}

/** The codebook in use; null where there is none or it is broken, which is said. */
async function openFormer(path: string): Promise<ChosenCodebook | null> {
  if (!existsSync(path)) return null;
  try {
    return await openChosenCodebook(path);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    sayProblems([error]);
    return null;
  }
}

/** What keeps releases from being compiled is a problem as well. */
async function makeWithProblems(downloads: string): Promise<Made> {
  try {
    return await makeCodebook([downloads]);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { read: { releases: [], notKnown: [], problems: [error] }, problems: [error], made: null };
  }
}

/** Keeps the former codebook beside the new one; at each moment a whole one is in use. */
async function swap(path: string, keep: boolean, bytes: Uint8Array): Promise<string | null> {
  const previous = join(dirname(path), 'previous.codebook');
  if (keep) await writeAtomically(previous, await readFile(path));
  await writeAtomically(path, bytes);
  return keep ? previous : null;
}

const staysText = ({ former, fetched }: UpdateReport): string =>
  `${fetched.problems.length > 0 ? 'Not all files were fetched' : 'No codebook could be built'}: ${
    former === null ? 'there is none yet.' : 'the former codebook stays in use.'
  }`;

function statusOf({ fetched, next, difference }: UpdateReport): 0 | 1 | 2 {
  if (next === null) return 2;
  return (difference?.goneReleases.length ?? 0) > 0 ? 1 : fetchStatus(fetched);
}

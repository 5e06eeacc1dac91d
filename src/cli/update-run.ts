import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Codebook, CodebookRelease } from '../codebook/codebook.ts';
import type { Wanted } from '../fetch/index.ts';
import { type Problem, ProblemError } from '../problems.ts';
import type { Release, ReleaseHeader } from '../releases/release.ts';
import { assureWritable, writeAtomically } from './atomic-write.ts';
import { openChosenCodebook } from './codebook-source.ts';
import { userCodebookPath } from './data-folder.ts';
import { type FetchReport, fetchPaths, fetchWanted } from './fetch-files.ts';
import type { FetchFlags } from './fetch-options.ts';
import { asDocument, fetchStatus, sayProblems } from './fetch-run.ts';
import { holdingDataFolder, remark } from './hold-data-folder.ts';
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
  /** Files of the downloads folder that were not read, and why. */
  readonly notKnown: Made['read']['notKnown'];
  /** Of the build. */
  readonly problems: readonly Problem[];
  readonly path: string;
  /** Id of the codebook in use before; null where there was none. */
  readonly former: string | null;
  /** Id of the codebook built; null where none could be. */
  readonly next: string | null;
  /** Ids of releases of the former codebook of which there is no file: they are in the next one all the same. */
  readonly carried: readonly string[];
  /** null where there is nothing to compare. */
  readonly difference: Difference | null;
  readonly isReplaced: boolean;
  readonly isDryRun: boolean;
  /** Where the former codebook is kept; null where it was not replaced. */
  readonly previous: string | null;
}

/** Fetches, builds, compares, puts the new codebook in use, prints, and gives the exit status. */
export async function runUpdate(wanted: Wanted, flags: UpdateFlags): Promise<0 | 1 | 2> {
  return holdingDataFolder(async () => {
    await assureWritable(userCodebookPath(), true);
    const fetched = await fetchWanted(wanted, flags);
    const report = await updateFrom(fetched, flags.dryRun === true);
    process.stdout.write(flags.json ? asDocument(updateJson(report)) : updateText(report, screenWidth()));
    sayProblems(fetched.problems);
    process.stderr.write(problemText(report.problems));
    if (report.next === null) remark(staysText(report));
    return statusOf(report);
  });
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
    former: former.codebook?.id ?? null,
    next: null,
    carried: [],
    difference: null,
    isReplaced: false,
    isDryRun,
    previous: null,
  };
  // A codebook without a file that should be in it would answer as if it were whole.
  if (fetched.problems.length > 0) return report;
  const carried: CodebookRelease[] = [];
  const { read, problems, made } = await makeWithProblems(downloads, (there) => {
    carried.push(...releasesBeside(there, former.codebook));
    return carried.flatMap(({ index }) => former.codebook?.releaseContent(index) ?? []);
  });
  const notKnown = read.notKnown.map(({ name, reason }) => ({ name: relative(downloads, name), reason }));
  if (made === null) return { ...report, notKnown, problems };
  const { codebook, bytes } = made;
  const isReplaced = !isDryRun && codebook.id !== former.codebook?.id;
  return {
    ...report,
    notKnown,
    next: codebook.id,
    carried: carried.map(({ id }) => id),
    difference: former.codebook === null ? null : difference(former.codebook, codebook),
    isReplaced,
    previous: isReplaced ? await swap(path, former.isWhole, bytes) : null,
  };
}

/** The codebook in use, and whether its file is one: of an older format it cannot be opened, but is kept. */
interface Former {
  readonly codebook: Codebook | null;
  readonly isWhole: boolean;
}

/** One that is broken is said to be so, and replaced. One of a newer format is not ours to replace. */
async function openFormer(path: string): Promise<Former> {
  if (!existsSync(path)) return { codebook: null, isWhole: false };
  try {
    const { codebook } = await openChosenCodebook(path);
    codebook.verify();
    return { codebook, isWhole: true };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code === 'codebook-newer') throw error;
    sayProblems([error]);
    return { codebook: null, isWhole: error.code === 'codebook-older' };
  }
}

/** The former codebook's releases of which none of those read is another reading. */
function releasesBeside(read: readonly Release[], former: Codebook | null): readonly CodebookRelease[] {
  const keyOf = ({ kind, setting, period, print }: ReleaseHeader): string =>
    `${kind}/${setting}/${period.label}/${print}`;
  const there = new Set(read.map(keyOf));
  return (former?.releases ?? []).filter((release) => !there.has(keyOf(release)));
}

/** What keeps releases from being compiled is a problem as well. */
async function makeWithProblems(downloads: string, carried: Parameters<typeof makeCodebook>[1]): Promise<Made> {
  try {
    return await makeCodebook([downloads], carried);
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

const statusOf = ({ fetched, next }: UpdateReport): 0 | 1 | 2 => (next === null ? 2 : fetchStatus(fetched));

import type { Codebook } from '../codebook/codebook.ts';
import { compile } from '../codebook/compile.ts';
import { openCodebook } from '../codebook/open.ts';
import { type Problem, ProblemError } from '../problems.ts';
import { type ReadReleases, readReleases } from '../releases/index.ts';
import type { Release } from '../releases/release.ts';
import { ProblemLines } from './problem-lines.ts';
import { progressBar } from './progress.ts';

/** What was read and, where nothing is wrong with it, the codebook of it, not yet written. */
export interface Made {
  readonly read: ReadReleases;
  readonly problems: readonly Problem[];
  readonly made: { readonly bytes: Uint8Array; readonly codebook: Codebook } | null;
}

/** Reads releases, with a bar, and compiles them; `carried` gives further ones to go with those that were read. */
export async function makeCodebook(
  paths: readonly string[],
  carried: (read: readonly Release[]) => readonly Release[] = () => [],
): Promise<Made> {
  const read = await readWithProgress(paths);
  const problems = problemsOf(read);
  if (problems.length > 0) return { read, problems, made: null };
  const bytes = compile([...read.releases, ...carried(read.releases)]);
  // Opened before it is written: a codebook that cannot be opened must not take the place of one that can.
  return { read, problems, made: { bytes, codebook: await openCodebook(bytes) } };
}

async function readWithProgress(paths: readonly string[]): Promise<ReadReleases> {
  const progress = await progressBar('reading', 1);
  try {
    return await readReleases(paths, { onProgress: (done, total, name) => progress.set(done, total, name) });
  } finally {
    progress.stop();
  }
}

function problemsOf({ releases, problems }: ReadReleases): readonly Problem[] {
  if (problems.length > 0 || releases.length > 0) return problems;
  return [new ProblemError('no-releases', 'No release was found in what you named.')];
}

/** Problems of release files as lines for a person: of one kind in one file the first few. */
export function problemText(problems: readonly Problem[]): string {
  const byFile = [...Map.groupBy(problems, ({ file }) => file ?? '')].map(([file, found]) => {
    const lines = new ProblemLines();
    return found.map((problem) => lines.line(problem)).join('') + lines.rest(file);
  });
  return byFile.join('');
}

import { compile } from '../codebook/compile.ts';
import { openCodebook } from '../codebook/open.ts';
import { type Problem, ProblemError } from '../problems.ts';
import { type ReadReleases, readReleases } from '../releases/index.ts';
import { assureWritable, writeAtomically } from './atomic-write.ts';
import { type Built, buildJson, buildText } from './build-output.ts';
import { userCodebookPath } from './data-folder.ts';
import { ProblemLines } from './problem-lines.ts';
import { progressBar } from './progress.ts';
import { screenWidth } from './screen.ts';

export interface BuildRequest {
  readonly paths: readonly string[];
  /** Where to write; the user's data folder when left out. */
  readonly out?: string;
  readonly json: boolean;
}

/** Reads releases, writes the codebook, prints what was read, and gives the exit status. */
export async function runBuild({ paths, out, json }: BuildRequest): Promise<0 | 2> {
  const started = performance.now();
  const path = out ?? userCodebookPath();
  await assureWritable(path, out === undefined);
  const read = await readWithProgress(paths);
  const problems = problemsOf(read);
  const built = problems.length > 0 ? null : await writeCodebook(read, path, out === undefined);
  const seconds = (performance.now() - started) / 1_000;
  const report = { read, problems, built, seconds };
  process.stdout.write(json ? buildJson(report) : buildText(report, screenWidth()));
  process.stderr.write(problemText(problems));
  if (built === null && !json) process.stderr.write('columnone: no codebook was written.\n');
  return built === null ? 2 : 0;
}

async function readWithProgress(paths: readonly string[]): Promise<ReadReleases> {
  const progress = await progressBar('reading', 1);
  try {
    return await readReleases(paths, { onProgress: (done, total, name) => progress.set(done, total, name) });
  } finally {
    progress.stop();
  }
}

function problemText(problems: readonly Problem[]): string {
  const byFile = [...Map.groupBy(problems, ({ file }) => file ?? '')].map(([file, found]) => {
    const lines = new ProblemLines();
    return found.map((problem) => lines.line(problem)).join('') + lines.rest(file);
  });
  return byFile.join('');
}

function problemsOf({ releases, problems }: ReadReleases): readonly Problem[] {
  if (problems.length > 0 || releases.length > 0) return problems;
  return [new ProblemError('no-releases', 'No release was found in what you named.')];
}

async function writeCodebook({ releases }: ReadReleases, path: string, isDefault: boolean): Promise<Built> {
  const bytes = compile(releases);
  // Opened before it is written: a codebook that cannot be opened must not take the place of one that can.
  const codebook = await openCodebook(bytes);
  await writeAtomically(path, bytes);
  return { path, isDefault, size: bytes.length, codebook };
}

import { assureWritable, writeAtomically } from './atomic-write.ts';
import { buildJson, buildText } from './build-output.ts';
import { userCodebookPath } from './data-folder.ts';
import { makeCodebook, problemText } from './make-codebook.ts';
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
  const { read, problems, made } = await makeCodebook(paths);
  if (made !== null) await writeAtomically(path, made.bytes);
  const built =
    made === null ? null : { path, isDefault: out === undefined, size: made.bytes.length, codebook: made.codebook };
  const report = { read, problems, built, seconds: (performance.now() - started) / 1_000 };
  process.stdout.write(json ? buildJson(report) : buildText(report, screenWidth()));
  process.stderr.write(problemText(problems));
  if (built === null && !json) process.stderr.write('columnone: no codebook was written.\n');
  return built === null ? 2 : 0;
}

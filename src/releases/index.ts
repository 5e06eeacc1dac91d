/** Readers of published release files. Needs Node: files, zlib and hashes. */
import { type ReadOptions, type ReadReleases, readReleaseFiles } from './read-release-files.ts';
import { walkPaths } from './walk.ts';

export { SETTINGS, type Setting } from '../codes/setting.ts';
export { type NamedFile, type ReadOptions, type ReadReleases, readReleaseFiles } from './read-release-files.ts';
export * from './record-tables.ts';
export * from './release.ts';

/**
 * Reads every release under the given files and folders: HCPCS Level II, NCCI edits and the tables of RECORD_TABLES, as
 * text, csv or xlsx, alone, in gzip or in zip. Everything found is in one of the three lists of the answer.
 *
 * @example
 * const { releases, notKnown, problems } = await readReleases(['downloads/2024q3']);
 */
export async function readReleases(paths: readonly string[], options: ReadOptions = {}): Promise<ReadReleases> {
  const walked = await walkPaths(paths);
  const read = await readReleaseFiles(walked.files, options);
  return {
    releases: read.releases,
    notKnown: [...walked.notKnown, ...read.notKnown],
    problems: [...walked.problems, ...read.problems],
  };
}

import type { Problem } from '../problems.ts';
import { mergeFiles } from './merge.ts';
import type { ReadFile } from './placed.ts';
import type { ReadmeDate } from './published-readme.ts';
import { readFile } from './read-file.ts';
import type { Release } from './release.ts';
import { type Chunks, tap } from './streams.ts';

/** A file to read, wherever it is. */
export interface NamedFile {
  /** As it is to be named to the user; its last part may say quarter and setting. */
  readonly name: string;
  /** Names of the folders around it, the nearest first: they may say quarter and setting too. */
  readonly folders?: readonly string[];
  /** Bytes, for progress alone. */
  readonly size?: number;
  /** Called once. */
  open(): Chunks;
}

export interface ReadOptions {
  /** Called as bytes are read from the files (packed bytes, where they are packed). */
  readonly onProgress?: (bytesDone: number, bytesTotal: number, name: string) => void;
}

export interface ReadReleases {
  /** In the order of kind, setting, period and print. */
  readonly releases: readonly Release[];
  /** Files (entries of archives) that are no release, none that is read yet, or a copy of another, in the order met. */
  readonly notKnown: readonly { readonly name: string; readonly reason: string }[];
  /** What is wrong with files of a known kind; no release is given of which such a file is all or a part. */
  readonly problems: readonly Problem[];
}

/**
 * Reads release files from any place. The kind is told by content, the quarter (and the setting of PTP tables) by
 * the names.
 *
 * @example
 * const csv = new TextEncoder().encode(text);
 * await readReleaseFiles([{ name: 'mue-prac-2024q3.csv', async *open() { yield csv; } }]);
 */
export async function readReleaseFiles(files: Iterable<NamedFile>, options: ReadOptions = {}): Promise<ReadReleases> {
  const all = [...files];
  const total = all.reduce((sum, { size = 0 }) => sum + size, 0);
  const read: ReadFile[] = [];
  const notKnown: { name: string; reason: string }[] = [];
  const problems: Problem[] = [];
  const broken: (readonly string[])[] = [];
  const readmes: ReadmeDate[] = [];
  const outcome = {
    read: (file: ReadFile) => void read.push(file),
    readme: (says: ReadmeDate) => void readmes.push(says),
    notKnown: (name: string, reason: string) => void notKnown.push({ name, reason }),
    problem(problem: Problem, names: readonly string[]) {
      problems.push(problem);
      broken.push(names);
    },
  };
  let before = 0;
  for (const { name, folders = [], size = 0, open } of all) {
    let done = before;
    const progress = (bytes: number): void => options.onProgress?.(Math.min(bytes, before + size), total, name);
    const opened = (): Chunks =>
      tap(open(), (chunk) => {
        done += chunk.length;
        progress(done);
      });
    const sourceName = name.split(/[/\\]/).pop() ?? name;
    await readFile({ name, sourceName, names: [sourceName, ...folders], open: opened }, outcome);
    before += size;
    progress(before);
  }
  const merged = mergeFiles(read, broken, readmes);
  return {
    releases: merged.releases,
    notKnown: [...notKnown, ...merged.copies],
    problems: [...problems, ...merged.problems],
  };
}

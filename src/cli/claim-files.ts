import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, ProblemError } from '../problems.ts';
import { gunzip, isGzip, peek } from '../releases/streams.ts';
import { unreadable } from '../releases/unreadable.ts';

/** A file of claims, or standard input. */
export interface ClaimFile {
  readonly name: string;
  /** Bytes on disk; 0 for standard input. */
  readonly size: number;
  /** Whether any part of it may be read at any time, as of standard input and pipes it may not. */
  readonly isRegular: boolean;
  /** Its bytes, unpacked where gzipped; `read` hears of the bytes taken from the disk. */
  open(read: (bytes: number) => void): AsyncIterable<Uint8Array>;
}

const CHUNK = 1 << 20;
const STANDARD_INPUT = 'standard input';

/**
 * The files that the paths name, folders walked in order of name; what cannot be read as problems. A folder met again
 * by way of a link is not read again: its claims would be checked twice.
 */
export async function claimFiles(paths: readonly string[]): Promise<{ files: ClaimFile[]; problems: Problem[] }> {
  const files: ClaimFile[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    if (path === '-') files.push(standardInput());
    else await collect(path, files, problems, new Set());
  }
  return { files, problems };
}

const standardInput = (): ClaimFile => ({
  ...{ name: STANDARD_INPUT, size: 0, isRegular: false },
  open: () => unpacked(process.stdin, STANDARD_INPUT),
});

async function collect(path: string, files: ClaimFile[], problems: Problem[], seen: Set<string>): Promise<void> {
  try {
    const info = await stat(path);
    if (info.isDirectory()) {
      const real = await realpath(path);
      if (seen.has(real)) return;
      seen.add(real);
      const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
      for (const name of names) await collect(join(path, name), files, problems, seen);
    } else files.push({ name: path, size: info.size, isRegular: info.isFile(), open: (read) => readFile(path, read) });
  } catch (error) {
    problems.push(unreadable(path, error));
  }
}

async function* readFile(path: string, read: (bytes: number) => void): AsyncIterable<Uint8Array> {
  const raw = createReadStream(path, { highWaterMark: CHUNK });
  let seen = 0;
  for await (const chunk of unpacked(raw, path)) {
    read(raw.bytesRead - seen);
    seen = raw.bytesRead;
    yield chunk;
  }
}

/** The bytes, unpacked where they are gzip: told by the first two, whatever the name. Claims may be of any length. */
async function* unpacked(raw: AsyncIterable<Uint8Array>, file: string): AsyncIterable<Uint8Array> {
  try {
    const { head, all } = await peek(raw, 2);
    yield* isGzip(head) ? gunzip(all, file, () => false) : all;
  } catch (error) {
    throw error instanceof ProblemError ? error : unreadable(file, error);
  }
}

import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { type Problem, ProblemError } from '../problems.ts';

/** A file of claims, or standard input. */
export interface ClaimFile {
  readonly name: string;
  /** Bytes on disk; 0 for standard input. */
  readonly size: number;
  open(): AsyncIterable<Uint8Array>;
}

const CHUNK = 1 << 20;

/** The files that the paths name, folders walked in order of name; what cannot be read as problems. */
export async function claimFiles(paths: readonly string[]): Promise<{ files: ClaimFile[]; problems: Problem[] }> {
  const files: ClaimFile[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    if (path === '-') files.push({ name: 'standard input', size: 0, open: () => process.stdin });
    else await collect(path, files, problems);
  }
  return { files, problems };
}

async function collect(path: string, files: ClaimFile[], problems: Problem[]): Promise<void> {
  try {
    const info = await stat(path);
    if (info.isDirectory()) {
      for (const name of (await readdir(path)).sort()) await collect(join(path, name), files, problems);
    } else files.push({ name: path, size: info.size, open: () => readFile(path) });
  } catch (error) {
    problems.push(unreadable(path, error));
  }
}

async function* readFile(path: string): AsyncIterable<Uint8Array> {
  try {
    const raw = createReadStream(path, { highWaterMark: CHUNK });
    if (path.endsWith('.gz')) yield* raw.pipe(createGunzip({ chunkSize: CHUNK }));
    else yield* raw;
  } catch (error) {
    throw new ProblemError('file-unreadable', messageOf(path, error), { file: path });
  }
}

function unreadable(path: string, error: unknown): Problem {
  return { code: 'file-unreadable', message: messageOf(path, error), file: path };
}

function messageOf(path: string, error: unknown): string {
  const reason = (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.message : String(error));
  return reason === 'ENOENT' ? `There is no file ${path}.` : `${path} could not be read (${reason}).`;
}

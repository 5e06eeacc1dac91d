import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Problem } from '../problems.ts';
import { unreadable } from './unreadable.ts';

/** A file of claims, or standard input. */
export interface ClaimFile {
  readonly name: string;
  /** Bytes on disk; 0 for standard input. */
  readonly size: number;
  /** Its bytes, unpacked where gzipped; `read` hears of the bytes taken from the disk. */
  open(read: (bytes: number) => void): AsyncIterable<Uint8Array>;
}

const CHUNK = 1 << 20;

/**
 * The files that the paths name, folders walked in order of name; what cannot be read as problems. A folder met again
 * by way of a link is not read again: its claims would be checked twice.
 */
export async function claimFiles(paths: readonly string[]): Promise<{ files: ClaimFile[]; problems: Problem[] }> {
  const files: ClaimFile[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    if (path === '-') files.push({ name: 'standard input', size: 0, open: () => process.stdin });
    else await collect(path, files, problems, new Set());
  }
  return { files, problems };
}

async function collect(path: string, files: ClaimFile[], problems: Problem[], seen: Set<string>): Promise<void> {
  try {
    const info = await stat(path);
    if (info.isDirectory()) {
      const real = await realpath(path);
      if (seen.has(real)) return;
      seen.add(real);
      const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
      for (const name of names) await collect(join(path, name), files, problems, seen);
    } else files.push({ name: path, size: info.size, open: (read) => readFile(path, read) });
  } catch (error) {
    problems.push(unreadable(path, error));
  }
}

async function* readFile(path: string, read: (bytes: number) => void): AsyncIterable<Uint8Array> {
  const raw = createReadStream(path, { highWaterMark: CHUNK });
  const bytes = path.endsWith('.gz') ? pipeline(raw, createGunzip({ chunkSize: CHUNK }), () => {}) : raw;
  let seen = 0;
  try {
    for await (const chunk of bytes) {
      read(raw.bytesRead - seen);
      seen = raw.bytesRead;
      yield chunk;
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, link, mkdir, open, rename, stat } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { ProblemError } from '../problems.ts';
import { dropPart, type Part } from './part.ts';

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** Whether a file with these bytes is there. */
export async function isThere(path: string, sha256: string): Promise<boolean> {
  return (await exists(path)) && (await sha256OfFile(path)) === sha256;
}

export interface Placed {
  /** The name it has in the folder. */
  readonly storedAs: string;
  /** Whether the very bytes were there before. */
  readonly wasThere: boolean;
}

/**
 * Gives a part that has come whole its name. A file that has the name already is never touched: with the same bytes
 * it is the file; with others the new one takes a name with the start of its SHA-256.
 */
export async function place(part: Part, folder: string, name: string, sha256: string): Promise<Placed> {
  await mkdir(folder, { recursive: true });
  const { name: stem, ext } = parse(name);
  for (const storedAs of [name, `${stem}.${sha256.slice(0, 8)}${ext}`]) {
    const path = join(folder, storedAs);
    const isNew = await linkUnlessThere(part.path, path);
    if (!isNew && (await sha256OfFile(path)) !== sha256) continue;
    dropPart(part);
    return { storedAs, wasThere: !isNew };
  }
  throw new ProblemError('file-unwritable', 'Its name and the one with its checksum are both taken by other files.', {
    file: join(folder, name),
  });
}

/** A link fails where the name is taken, so that nothing is ever written over. */
async function linkUnlessThere(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // A disk without links: the lock on the data folder keeps others out between the two steps.
    if (await exists(to)) return false;
    await rename(from, to);
    return true;
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** What a file must begin with by the ending of its name. */
const BEGINNINGS: Readonly<Record<string, string>> = { '.zip': 'PK', '.xlsx': 'PK', '.gz': '\x1f\x8b' };

const ZIP_END = 'PK\x05\x06';
const ZIP_END_SIZE = 22;
const MOST_ZIP_COMMENT = 0xffff;

/** Whether the bytes are of the kind that the name says, as far as its first bytes tell; of a zip also the last. */
export async function isAsNamed(path: string, name: string): Promise<boolean> {
  const beginning = BEGINNINGS[parse(name).ext.toLowerCase()];
  if (beginning === undefined) return true;
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const begin = await bytesAt(handle, 0, beginning.length);
    if (begin.toString('latin1') !== beginning) return false;
    if (beginning !== 'PK') return true;
    return hasZipEnd(await bytesAt(handle, Math.max(0, size - ZIP_END_SIZE - MOST_ZIP_COMMENT), size));
  } finally {
    await handle.close();
  }
}

async function bytesAt(handle: FileHandle, from: number, to: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(to - from), 0, to - from, from);
  return buffer.subarray(0, bytesRead);
}

/** A zip closes with a record whose last field is the length of the comment behind it: a cut one has none. */
function hasZipEnd(tail: Buffer): boolean {
  const at = tail.lastIndexOf(ZIP_END, undefined, 'latin1');
  return at >= 0 && at + ZIP_END_SIZE <= tail.length && at + ZIP_END_SIZE + tail.readUInt16LE(at + 20) === tail.length;
}

import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Problem } from '../problems.ts';
import type { NamedFile } from './read-release-files.ts';
import { unreadable } from './unreadable.ts';

const READ_SIZE = 2 ** 20;

/** What was found under the paths: files to read, and what is none. */
export interface Walked {
  readonly files: readonly NamedFile[];
  readonly notKnown: readonly { readonly name: string; readonly reason: string }[];
  readonly problems: readonly Problem[];
}

type Walking = { files: NamedFile[]; notKnown: { name: string; reason: string }[]; problems: Problem[] };

/**
 * All files under the given paths, folders by name, so that the order is the same on every machine; each named by the
 * path as given. Links are followed; a folder met again (a loop of links) and a file met again are not read again.
 */
export async function walkPaths(paths: readonly string[]): Promise<Walked> {
  const walked: Walking = { files: [], notKnown: [], problems: [] };
  const files = new Set<string>();
  for (const path of paths) await walk(path, { folders: new Set(), files }, walked);
  return walked;
}

/** The true paths of what was met. */
interface Seen {
  readonly folders: Set<string>;
  readonly files: Set<string>;
}

async function walk(path: string, seen: Seen, into: Walking): Promise<void> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      if (!isNew(await realpath(path), seen.folders)) return;
      const names = await readdir(path);
      // By code units: the order of a locale differs between machines.
      names.sort((a, b) => (a < b ? -1 : 1));
      for (const inner of names) await walk(join(path, inner), seen, into);
    } else if (found.isFile()) {
      if (!isNew(await realpath(path), seen.files)) return;
      const folder = dirname(resolve(path));
      into.files.push({
        name: path,
        folders: [basename(folder), basename(dirname(folder))],
        size: found.size,
        open: () => createReadStream(path, { highWaterMark: READ_SIZE }),
      });
    } else into.notKnown.push({ name: path, reason: 'neither a file nor a folder' });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (error.code === 'ELOOP') into.notKnown.push({ name: path, reason: 'a link that leads back to itself' });
    else into.problems.push(unreadable(path, error));
  }
}

function isNew(path: string, seen: Set<string>): boolean {
  if (seen.has(path)) return false;
  seen.add(path);
  return true;
}

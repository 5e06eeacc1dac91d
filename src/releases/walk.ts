import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Problem } from '../problems.ts';
import type { NamedFile } from './read-release-files.ts';

const READ_SIZE = 2 ** 20;

/** What was found under the paths: files to read, and what is none. */
export interface Walked {
  readonly files: readonly NamedFile[];
  readonly notKnown: readonly { readonly name: string; readonly reason: string }[];
  readonly problems: readonly Problem[];
}

/**
 * All files under the given paths, folders by name, so that the order is the same on every machine. Links are
 * followed; a folder met again (a loop of links) is not read again.
 */
export async function walkPaths(paths: readonly string[]): Promise<Walked> {
  const walked = { files: [] as NamedFile[], notKnown: [] as Walked['notKnown'][number][], problems: [] as Problem[] };
  for (const path of paths) await walk(resolve(path), '', new Set(), walked);
  return walked;
}

/** `within` is the path below the named folder; '' for what the user named. */
async function walk(
  path: string,
  within: string,
  seen: Set<string>,
  into: { files: NamedFile[]; notKnown: { name: string; reason: string }[]; problems: Problem[] },
): Promise<void> {
  const name = within === '' ? basename(path) : within;
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      const real = await realpath(path);
      if (seen.has(real)) return;
      seen.add(real);
      const names = await readdir(path);
      // By code units: the order of a locale differs between machines.
      names.sort((a, b) => (a < b ? -1 : 1));
      for (const inner of names) {
        await walk(join(path, inner), within === '' ? inner : `${within}/${inner}`, seen, into);
      }
    } else if (found.isFile()) {
      const folders = [basename(dirname(path)), basename(dirname(dirname(path)))];
      into.files.push({
        name,
        folders,
        size: found.size,
        open: () => createReadStream(path, { highWaterMark: READ_SIZE }),
      });
    } else into.notKnown.push({ name, reason: 'neither a file nor a folder' });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (error.code === 'ELOOP') into.notKnown.push({ name, reason: 'a link that leads back to itself' });
    else into.problems.push({ code: 'file-unreadable', message: error.message, file: name });
  }
}

import { randomBytes } from 'node:crypto';
import { closeSync, openSync, rmSync } from 'node:fs';
import { access, constants, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ProblemError } from '../problems.ts';

/** Makes sure, before long work, that a file can be written at `path`: a folder that takes files, and no folder itself. */
export async function assureWritable(path: string, makeFolder: boolean): Promise<void> {
  const folder = dirname(path);
  try {
    if (makeFolder) await mkdir(folder, { recursive: true });
    if (!(await stat(folder)).isDirectory()) throw unwritable(path, `${folder} is no folder.`);
    await access(folder, constants.W_OK);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw unwritable(path, reasonOf(error, folder));
  }
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw unwritable(path, 'It is a folder; name a file.');
}

/**
 * Writes a file whole or not at all: into a file beside it, forced to disk, then put in its place. Nothing is left
 * behind when writing fails or the person stops it. `mode`: who may read it, less the user's mask.
 */
export async function writeAtomically(path: string, bytes: Uint8Array, mode = 0o666): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  const stopped = (signal: NodeJS.Signals): void => {
    rmSync(beside, { force: true });
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.on('SIGINT', stopped).on('SIGTERM', stopped);
  try {
    // Made in one step, so that a signal never comes between its making and the handler that removes it.
    closeSync(openSync(beside, 'wx', mode));
    const file = await open(beside, 'r+');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    // What kept the file from being written may keep it from being removed; the first reason is told.
    await rm(beside, { force: true }).catch(() => {});
    throw unwritable(path, reasonOf(error, dirname(path)));
  } finally {
    process.off('SIGINT', stopped).off('SIGTERM', stopped);
  }
}

const unwritable = (path: string, message: string): ProblemError =>
  new ProblemError('file-unwritable', message, { file: path });

function reasonOf(error: unknown, folder: string): string {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  if (code === 'ENOENT') return `There is no folder ${folder}.`;
  if (code === 'EACCES' || code === 'EPERM') return `You have no right to write in the folder ${folder}.`;
  if (code === 'ENOSPC') return 'The disk is full.';
  return `It could not be written (${code}).`;
}

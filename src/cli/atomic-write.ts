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
  // Where nothing can be said of it, writing it tells.
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw unwritable(path, 'It is a folder; name a file.');
}

/** A file that is written piece by piece and is there whole or not at all. */
export interface AtomicFile {
  /** Resolves when more can be taken. */
  write(piece: string | Uint8Array): Promise<void>;
  /** Everything was written: it takes its place. */
  end(): Promise<void>;
  /** Takes back what was written. */
  drop(): Promise<void>;
}

/**
 * Opens a file beside its place; at the end it is forced to disk and put there. Nothing is left behind when writing
 * fails or the person stops it. A device or a pipe is written to as it is. `mode`: who may read it, less the user's mask.
 */
export async function openAtomically(path: string, mode = 0o666): Promise<AtomicFile> {
  // Where nothing can be said of it, opening the file beside it tells.
  const there = await stat(path).catch(() => null);
  if (there !== null && !there.isFile()) return openInPlace(path);
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  const stopped = (signal: NodeJS.Signals): void => {
    rmSync(beside, { force: true });
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  const settle = (): void => void process.off('SIGINT', stopped).off('SIGTERM', stopped);
  process.on('SIGINT', stopped).on('SIGTERM', stopped);
  const drop = async (): Promise<void> => {
    settle();
    // What kept the file from being written may keep it from being removed; the first reason is told.
    await rm(beside, { force: true }).catch(() => {});
  };
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      await drop();
      throw unwritable(path, reasonOf(error, dirname(path)));
    }
  };
  const file = await step(() => {
    // Made in one step, so that a signal never comes between its making and the handler that removes it.
    closeSync(openSync(beside, 'wx', mode));
    return open(beside, 'r+');
  });
  return {
    write: (piece) => step(() => file.writeFile(piece)),
    end: () =>
      step(async () => {
        await file.sync().finally(() => file.close());
        await rename(beside, path);
        settle();
      }),
    async drop() {
      // It may be closed already; what was written is taken back.
      await file.close().catch(() => {});
      await drop();
    },
  };
}

/** A file must not take a device's place. */
async function openInPlace(path: string): Promise<AtomicFile> {
  const step = (work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => {
      throw unwritable(path, reasonOf(error, dirname(path)));
    });
  const file = await open(path, 'w').catch((error: unknown) => {
    throw unwritable(path, reasonOf(error, dirname(path)));
  });
  return { write: (piece) => step(file.writeFile(piece)), end: () => step(file.close()), drop: () => file.close() };
}

/** Writes a file whole or not at all. */
export async function writeAtomically(path: string, bytes: Uint8Array, mode?: number): Promise<void> {
  const file = await openAtomically(path, mode);
  try {
    await file.write(bytes);
    await file.end();
  } catch (error) {
    await file.drop();
    throw error;
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

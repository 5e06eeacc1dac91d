import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ProblemError } from '../problems.ts';
import { assureWritable } from './atomic-write.ts';

/** Where converted claims go, piece by piece. */
export interface ConvertOut {
  /** Resolves when more can be taken. */
  write(piece: string | Uint8Array): Promise<void>;
  /** Everything was written: a file takes its place. */
  end(): Promise<void>;
  /** Takes back what was written, where that can be. */
  drop(): Promise<void>;
}

export const standardOut: ConvertOut = {
  async write(piece) {
    if (!process.stdout.write(piece)) await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
  },
  end: () => Promise.resolve(),
  drop: () => Promise.resolve(),
};

/**
 * A file that is whole or not there, of any size: written beside its place and put there at the end. Nothing is left
 * behind when the person stops it.
 */
export async function fileOut(path: string): Promise<ConvertOut> {
  await assureWritable(path, false);
  const there = await stat(path).catch(() => null);
  if (there !== null && !there.isFile()) return deviceOut(path);
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  const stopped = (signal: NodeJS.Signals): void => {
    rmSync(beside, { force: true });
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.on('SIGINT', stopped).on('SIGTERM', stopped);
  const file = await told(path, open(beside, 'wx'));
  return {
    write: (piece) => told(path, file.writeFile(piece)),
    end: () =>
      told(
        path,
        file
          .sync()
          .finally(() => file.close())
          .then(() => rename(beside, path)),
      ),
    async drop() {
      await file.close().catch(() => {});
      rmSync(beside, { force: true });
    },
  };
}

/** A device or a pipe is written to as it is: a file must not take its place. */
async function deviceOut(path: string): Promise<ConvertOut> {
  const file = await told(path, open(path, 'w'));
  const close = (): Promise<void> => file.close();
  return { write: (piece) => told(path, file.writeFile(piece)), end: close, drop: close };
}

/** What keeps a file from being written, as a problem. */
async function told<T>(path: string, step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new ProblemError('file-unwritable', `It could not be written (${code}).`, { file: path });
  }
}

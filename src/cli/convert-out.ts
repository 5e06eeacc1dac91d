import { type AtomicFile, assureWritable, openAtomically } from './atomic-write.ts';

/** Where converted claims go, piece by piece. */
export type ConvertOut = AtomicFile;

export const standardOut: ConvertOut = {
  async write(piece) {
    if (!process.stdout.write(piece)) await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
  },
  end: () => Promise.resolve(),
  drop: () => Promise.resolve(),
};

/** A file of any size. */
export async function fileOut(path: string): Promise<ConvertOut> {
  await assureWritable(path, false);
  return openAtomically(path);
}

import { Writable } from 'node:stream';
import { fileOut } from './convert-out.ts';

/** Where results go. */
export interface OutStream {
  readonly stream: Writable;
  /** Everything was written: a file takes its place. */
  end(): Promise<void>;
  /** Takes back what was written, where that can be. */
  drop(): Promise<void>;
}

/** A file, which is whole or not there; standard output where none is named. */
export async function outStream(path: string | undefined): Promise<OutStream> {
  if (path === undefined) {
    return { stream: process.stdout, end: () => Promise.resolve(), drop: () => Promise.resolve() };
  }
  const out = await fileOut(path);
  let failure: unknown;
  const stream = new Writable({
    write: (chunk: Uint8Array, _, done) => {
      out.write(chunk).then(
        () => done(),
        (error: Error) => done(error),
      );
    },
  });
  stream.on('error', (error) => {
    failure = error;
  });
  return {
    stream,
    async end() {
      await new Promise<void>((resolve) => stream.end(resolve));
      if (failure !== undefined) {
        await out.drop();
        throw failure;
      }
      await out.end();
    },
    drop: () => out.drop(),
  };
}

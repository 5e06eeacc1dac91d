import { open } from 'node:fs/promises';
import { createClaimReader } from '../claims/index.ts';
import { readParquet } from '../claims/parquet/reader.ts';
import { isParquet } from '../claims/parquet/source.ts';
import type { ClaimReaderOptions } from '../claims/reader.ts';
import type { ClaimFile } from './claim-files.ts';
import { parquetThread } from './parquet-thread.ts';

/** What the one who reads a file does meanwhile. */
export interface Meanwhile {
  /** Hears of bytes taken from the disk. */
  read(bytes: number): void;
  /** Called now and then; reading goes on when it resolves. */
  pause(): Promise<void>;
}

/** Reads all claims of a file: parquet by parts of it, everything else as a stream. */
export async function feedClaims(file: ClaimFile, options: ClaimReaderOptions, meanwhile: Meanwhile): Promise<void> {
  if (await feedParquet(file, options, meanwhile)) return;
  const reader = createClaimReader(options);
  for await (const chunk of file.open((bytes) => meanwhile.read(bytes))) {
    reader.write(chunk);
    await meanwhile.pause();
  }
  reader.end();
}

/** Whether the file was parquet, and was read. What cannot be opened is left to the reader of streams to tell. */
export async function feedParquet(
  file: ClaimFile,
  options: ClaimReaderOptions,
  meanwhile: Meanwhile,
): Promise<boolean> {
  if (!file.isRegular || !(await beginsAsParquet(file.name))) return false;
  const thread = parquetThread(file.name, (bytes) => meanwhile.read(bytes));
  try {
    for await (const _ of readParquet(thread.table, options)) await meanwhile.pause();
    return true;
  } finally {
    await thread.close();
  }
}

async function beginsAsParquet(path: string): Promise<boolean> {
  // The reader that opens it next says what is wrong.
  const handle = await open(path).catch(() => null);
  if (handle === null) return false;
  try {
    const head = new Uint8Array(4);
    await handle.read(head, 0, head.length, 0);
    return isParquet(head);
  } finally {
    await handle.close();
  }
}

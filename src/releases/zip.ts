import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { ProblemError } from '../problems.ts';
import { type Chunks, isBomb, MOST_BYTES, tooLarge } from './streams.ts';

/** A file inside a zip archive. */
export interface ZipEntry {
  readonly name: string;
  /** Unpacked. */
  readonly bytes: number;
  /** Throws `zip-broken` where the data is cut, longer than declared or has another checksum. */
  open(): Chunks;
}

/** CMS's archives hold a dozen files; a spreadsheet some twenty. */
const MOST_ENTRIES = 10_000;
/** What all entries together may unpack to. */
const MOST_TOTAL = 2 * MOST_BYTES;
const FOLDER = /\/$/;

/**
 * Entries of a zip archive in their order, folders left out. Throws `zip-broken`, `zip-unsafe-name` (absolute names
 * and `..`: nothing is ever written to a disk, but such an archive is not CMS's) and `archive-too-large`.
 */
export async function zipEntries(archive: Buffer, file: string): Promise<readonly ZipEntry[]> {
  const entries: ZipEntry[] = [];
  let total = 0;
  try {
    const zip = await fromBufferPromise(archive, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
    if (zip.entryCount > MOST_ENTRIES) throw tooLarge(file, `has ${zip.entryCount} entries`);
    for await (const entry of zip.eachEntry()) {
      if (FOLDER.test(entry.fileName)) continue;
      total += entry.uncompressedSize;
      if (isBomb(entry.uncompressedSize, entry.compressedSize) || total > MOST_TOTAL) {
        throw tooLarge(file, `unpacks to ${total} bytes or more, at ${entry.fileName}`);
      }
      entries.push({
        name: entry.fileName,
        bytes: entry.uncompressedSize,
        open: () => entryBytes(zip, entry, `${file}!${entry.fileName}`),
      });
    }
  } catch (error) {
    throw zipProblem(error, file);
  }
  return entries;
}

async function* entryBytes(zip: ZipFile, entry: Entry, file: string): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) throw new ProblemError('zip-broken', 'the entry is encrypted', { file });
  let checksum = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    throw zipProblem(error, file);
  }
  if (checksum !== entry.crc32) throw new ProblemError('zip-broken', 'the checksum of the entry is wrong', { file });
}

function zipProblem(error: unknown, file: string): unknown {
  if (error instanceof ProblemError || !(error instanceof Error)) return error;
  const unsafe = /^(absolute path|invalid relative path|invalid characters in fileName)/.test(error.message);
  return new ProblemError(unsafe ? 'zip-unsafe-name' : 'zip-broken', error.message, { file });
}

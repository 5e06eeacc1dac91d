import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ProblemError } from '../problems.ts';

/** Bytes as they come; every reader takes these. */
export type Chunks = AsyncIterable<Uint8Array>;

/** No published file unpacks to more than this many bytes (the largest, a PTP sheet, to some 0.1 GB). */
export const MOST_BYTES = 2 ** 31;
/** Real files shrink by a factor of 10 to 40; a bomb by 1,000. Files below FREE_BYTES are not asked. */
const MOST_RATIO = 250;
export const FREE_BYTES = 2 ** 26;
/** Tables that must be held whole (csv, add-on code text): the largest published is below 2 MB. */
export const MOST_TABLE_BYTES = 2 ** 28;

/** A zip archive (and an xlsx file) is held whole; the largest published is below 0.1 GB. */
export const MOST_ARCHIVE_BYTES = 2 ** 29;

const GZIP_CHUNK = 2 ** 18;
/** The longest line of a release is a long descriptor in a csv file, some 2,000 characters. */
const MOST_LINE = 2 ** 16;

/** The first bytes of a stream, and the whole stream with those bytes again in front. */
export interface Peeked {
  readonly head: Uint8Array;
  readonly all: Chunks;
  /** Lets go of the stream when `all` is not read. */
  close(): Promise<void>;
}

/** Reads at least `size` bytes, or all there are. */
export async function peek(chunks: Chunks, size: number): Promise<Peeked> {
  const iterator = chunks[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let length = 0;
  while (length < size) {
    const next = await iterator.next();
    if (next.done) break;
    read.push(next.value);
    length += next.value.length;
  }
  const close = async (): Promise<void> => {
    await iterator.return?.();
  };
  return { head: read.length === 1 ? read[0] : Buffer.concat(read), all: replay(read, iterator), close };
}

async function* replay(read: readonly Uint8Array[], iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* read;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

/** All bytes at once; `archive-too-large` beyond `limit`. */
export async function collect(chunks: Chunks, limit: number, file: string): Promise<Buffer> {
  const read: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limit) throw tooLarge(file, `is larger than ${limit} bytes`);
    read.push(chunk);
  }
  return Buffer.concat(read, length);
}

/** Calls `see` with every chunk on its way. */
export async function* tap(chunks: Chunks, see: (chunk: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    see(chunk);
    yield chunk;
  }
}

/** Whether the first bytes are those of gzip. */
export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** Unpacks gzip; `gzip-broken` where it is cut or damaged, `archive-too-large` where it is `tooMuch`. */
export async function* gunzip(
  chunks: Chunks,
  file: string,
  tooMuch: (unpacked: number, packed: number) => boolean = isBomb,
): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let unpacked = 0;
  const source = Readable.from(
    tap(chunks, (chunk) => {
      packed += chunk.length;
    }),
  );
  const unzip = createGunzip({ chunkSize: GZIP_CHUNK });
  pipeline(source, unzip, () => {});
  try {
    for await (const chunk of unzip) {
      unpacked += chunk.length;
      if (tooMuch(unpacked, packed)) throw tooLarge(file, `unpacks to more than ${unpacked} bytes`);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw new ProblemError('gzip-broken', `the gzip data is broken or cut: ${error.message}`, { file });
    }
    throw error;
  }
}

/** Whether unpacking so much from so little cannot be a published file. */
export const isBomb = (unpacked: number, packed: number): boolean =>
  unpacked > MOST_BYTES || (unpacked > FREE_BYTES && unpacked > packed * MOST_RATIO);

export const tooLarge = (file: string, what: string): ProblemError =>
  new ProblemError('archive-too-large', what, { file });

/** One line without its line end: the bytes `[start, end)`, and its number from 1. */
export type OnLine = (bytes: Uint8Array, start: number, end: number, line: number) => void;

const LF = 10;
const CR = 13;

/**
 * Calls `onLine` for every line, LF or CRLF, the last with or without line end. Lines are not copied, but for
 * those that straddle two chunks. Throws `line-too-long` beyond 64 KiB.
 */
export async function eachLine(chunks: Chunks, file: string, onLine: OnLine): Promise<void> {
  let carry: Uint8Array = new Uint8Array(0);
  let line = 0;
  const emit = (bytes: Uint8Array, start: number, end: number): void => {
    line += 1;
    onLine(bytes, start, end > start && bytes[end - 1] === CR ? end - 1 : end, line);
  };
  for await (const chunk of chunks) {
    let start = 0;
    if (carry.length > 0) {
      const end = chunk.indexOf(LF);
      carry = Buffer.concat([carry, end < 0 ? chunk : chunk.subarray(0, end)]);
      if (carry.length > MOST_LINE) throw lineTooLong(file, line + 1);
      if (end < 0) continue;
      emit(carry, 0, carry.length);
      start = end + 1;
    }
    for (let end = chunk.indexOf(LF, start); end >= 0; end = chunk.indexOf(LF, start)) {
      if (end - start > MOST_LINE) throw lineTooLong(file, line + 1);
      emit(chunk, start, end);
      start = end + 1;
    }
    if (chunk.length - start > MOST_LINE) throw lineTooLong(file, line + 1);
    // A copy: `slice` of a Buffer would be a view of a chunk that its source may write anew.
    carry = new Uint8Array(chunk.subarray(start));
  }
  if (carry.length > 0) emit(carry, 0, carry.length);
}

const lineTooLong = (file: string, line: number): ProblemError =>
  new ProblemError('line-too-long', `the line is longer than ${MOST_LINE} bytes`, { file, line });

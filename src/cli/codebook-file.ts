import { closeSync, fstatSync, openSync, read, readFileSync, readSync } from 'node:fs';
import { promisify } from 'node:util';
import { CORE_END_AT, HEADER_BYTES } from '../codebook/format.ts';
import { bytesInMemory } from '../codebook/open.ts';
import type { CodebookBytes } from '../codebook/read-sections.ts';

/**
 * A codebook's bytes from its file: the core in one piece at once, the rest when asked for. The file stays open, so
 * that one put in its place meanwhile is not taken for it.
 */
export async function codebookFile(path: string): Promise<CodebookBytes> {
  const fd = openSync(path, 'r');
  const info = fstatSync(fd);
  if (!info.isFile()) return wholeAtOnce(fd);
  const { size } = info;
  // In many pieces, as `readFile` does it, a file of some megabytes takes several times as long.
  const core = Buffer.allocUnsafeSlow(coreEnd(fd, size));
  const { bytesRead } = await promisify(read)(fd, core, 0, core.length, 0);
  return {
    length: size,
    read: (start, end) => (end <= bytesRead ? core.subarray(start, end) : readPiece(fd, start, end)),
  };
}

function wholeAtOnce(fd: number): CodebookBytes {
  try {
    return bytesInMemory(readFileSync(fd));
  } finally {
    closeSync(fd);
  }
}

/** What the header says of it, within the file: whether that is right is looked at when the codebook is opened. */
function coreEnd(fd: number, size: number): number {
  const head = readPiece(fd, 0, Math.min(size, HEADER_BYTES));
  const declared = head.length < HEADER_BYTES ? size : head.readUInt32LE(CORE_END_AT);
  return Math.min(Math.max(declared, head.length), size);
}

function readPiece(fd: number, start: number, end: number): Buffer {
  const piece = Buffer.allocUnsafeSlow(end - start);
  let done = 0;
  while (done < piece.length) {
    const bytesRead = readSync(fd, piece, done, piece.length - done, start + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return piece.subarray(0, done);
}

import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemorySpill, type Spill } from '../remit/spill.ts';

/** Bytes held in memory; what is more goes to a file. */
const MOST_HELD = 1 << 24;
const PIECE = 1 << 18;

/** Keeps bytes in memory and, where they are many, in a temporary file without a name. */
export class FileSpill implements Spill {
  private readonly memory = new MemorySpill();
  private held = 0;
  private file = -1;
  private size = 0;

  add(piece: Uint8Array): void {
    if (this.file < 0 && this.held + piece.length <= MOST_HELD) {
      this.memory.add(piece);
      this.held += piece.length;
      return;
    }
    if (this.file < 0) this.open();
    this.write(piece);
  }

  *take(): Iterable<Uint8Array> {
    yield* this.memory.take();
    for (let at = 0; at < this.size; ) {
      const piece = new Uint8Array(Math.min(PIECE, this.size - at));
      const read = readSync(this.file, piece, 0, piece.length, at);
      if (read === 0) throw new Error('The temporary file ends too early.');
      at += read;
      yield piece.subarray(0, read);
    }
    this.held = this.size = 0;
    if (this.file >= 0) closeSync(this.file);
    this.file = -1;
  }

  private open(): void {
    // The folder's mode is 0700.
    const folder = mkdtempSync(join(tmpdir(), 'columnone-'));
    this.file = openSync(join(folder, 'claims'), 'w+', 0o600);
    // Without a name it is gone when the process is, however that ends.
    rmSync(folder, { recursive: true });
  }

  private write(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; ) at += writeSync(this.file, piece, at, piece.length - at, this.size + at);
    this.size += piece.length;
  }
}

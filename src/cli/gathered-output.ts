import type { Writable } from 'node:stream';
import { FileSpill } from './file-spill.ts';

/** Output is gathered to this length before it is written: a write a claim would cost more than the check. */
export const PIECE = 1 << 18;
/** Bytes that wait in the stream at most; what an answer has more, at the end of its claims, waits in a file. */
const MOST_WAITING = 1 << 24;

/** Gathers text and writes it in pieces, waiting where the reader of the stream is slower. */
export class GatheredOutput {
  private readonly stream: Writable;
  private readonly backlog = new FileSpill();
  private isBehind = false;
  private pending = '';
  private full = false;

  constructor(stream: Writable) {
    this.stream = stream;
  }

  /** Text is gathered. */
  add(text: string): void {
    this.pending += text;
    if (this.pending.length >= PIECE) this.write();
  }

  /** Bytes are a piece already; `written` hears when they are needed no longer. */
  addPiece(piece: Uint8Array, written?: () => void): void {
    this.write();
    this.put(piece, written);
  }

  /** Waits until the stream has taken what was written. */
  async drained(): Promise<void> {
    if (!this.full) return;
    await this.roomMade();
    if (!this.isBehind) return;
    this.isBehind = false;
    for (const piece of this.backlog.take()) {
      this.put(piece);
      await this.roomMade();
    }
  }

  /** Writes what is left. */
  async end(): Promise<void> {
    this.write();
    await this.drained();
  }

  private write(): void {
    if (this.pending === '') return;
    const text = this.pending;
    this.pending = '';
    this.put(text);
  }

  private put(piece: string | Uint8Array, written?: () => void): void {
    if (this.isBehind || this.stream.writableLength > MOST_WAITING) {
      this.isBehind = true;
      this.backlog.add(typeof piece === 'string' ? Buffer.from(piece) : piece);
      written?.();
    } else if (!this.stream.write(piece, written)) this.full = true;
  }

  private async roomMade(): Promise<void> {
    this.full = false;
    if (this.stream.writableNeedDrain) await new Promise((resolve) => this.stream.once('drain', resolve));
  }
}

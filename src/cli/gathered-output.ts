import type { Writable } from 'node:stream';

/** Output is gathered to this length before it is written: a write a claim would cost more than the check. */
export const PIECE = 1 << 18;

/** Gathers text and writes it in pieces, waiting where the reader of the stream is slower. */
export class GatheredOutput {
  private readonly stream: Writable;
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

  /** Bytes are a piece already; `written` hears when the stream needs them no longer. */
  addPiece(piece: Uint8Array, written: () => void): void {
    this.write();
    if (!this.stream.write(piece, written)) this.full = true;
  }

  /** Waits until the stream has taken what was written. */
  async drained(): Promise<void> {
    if (!this.full) return;
    this.full = false;
    if (this.stream.writableNeedDrain) await new Promise((resolve) => this.stream.once('drain', resolve));
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
    if (!this.stream.write(text)) this.full = true;
  }
}

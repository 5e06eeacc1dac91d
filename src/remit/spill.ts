/** Keeps bytes that can be written only when what stands before them is known. */
export interface Spill {
  /** The piece is copied. */
  add(piece: Uint8Array): void;
  /** All that was added, in order, in pieces; it is empty afterwards. */
  take(): Iterable<Uint8Array>;
}

/** Keeps them in memory. */
export class MemorySpill implements Spill {
  private pieces: Uint8Array[] = [];

  add(piece: Uint8Array): void {
    this.pieces.push(piece.slice());
  }

  take(): Iterable<Uint8Array> {
    const { pieces } = this;
    this.pieces = [];
    return pieces;
  }
}

/** Bytes to stand in the place of bytes `[start, end)` of a file. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

/**
 * Passes a file through, byte for byte but for the replacements, which may become known after their bytes came in:
 * what is held back is what `take` has not been told to be settled.
 *
 * @example
 * splicer.write(chunk)
 * splicer.replace({ start: 310, end: 315, bytes })
 * for (const piece of splicer.take(settled)) output.write(piece)
 */
export class Splicer {
  private held: Uint8Array[] = [];
  /** Offset in the file of the first byte held. */
  private from = 0;
  private replacements: Replacement[] = [];

  /** Takes the next bytes of the file and keeps them until they are settled: the caller must not change them. */
  write(chunk: Uint8Array): void {
    if (chunk.length > 0) this.held.push(chunk);
  }

  /** Adds a replacement; they come in order and do not overlap. */
  replace(replacement: Replacement): void {
    this.replacements.push(replacement);
  }

  /** The bytes before `settled` with their replacements; no replacement may come for them later. */
  take(settled: number): Uint8Array[] {
    const pieces: Uint8Array[] = [];
    const due = this.replacements.findIndex(({ end }) => end > settled);
    const ready = due < 0 ? this.replacements : this.replacements.slice(0, due);
    this.replacements = due < 0 ? [] : this.replacements.slice(due);
    for (const { start, end, bytes } of ready) {
      this.pass(start, pieces);
      this.pass(end, null);
      pieces.push(bytes);
    }
    this.pass(Math.min(settled, this.replacements[0]?.start ?? settled), pieces);
    return pieces;
  }

  /** All that is left. */
  end(): Uint8Array[] {
    return this.take(Number.POSITIVE_INFINITY);
  }

  /** Moves on to an offset, handing the bytes up to it to `pieces` or dropping them. */
  private pass(to: number, pieces: Uint8Array[] | null): void {
    while (this.from < to && this.held.length > 0) {
      const [first] = this.held;
      const count = Math.min(first.length, to - this.from);
      if (pieces !== null && count > 0) pieces.push(first.subarray(0, count));
      if (count === first.length) this.held.shift();
      else this.held[0] = first.subarray(count);
      this.from += count;
    }
  }
}

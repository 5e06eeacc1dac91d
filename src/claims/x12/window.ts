/** Bytes held at once while no claim is larger: small enough to stay in the processor's cache. */
const SIZE = 1 << 18;
/** Bytes that may be looked at past the last terminator: a segment id. */
const SLACK = 8;

/** The part of a file that is being read: bytes `[at, fill)` are still to come. */
export class Window {
  bytes = new Uint8Array(SIZE + SLACK);
  at = 0;
  fill = 0;
  /** Offset in the file of the first byte held. */
  base = 0;
  /** Bytes before this are known to hold no terminator beyond the last one found. */
  private searched = 0;

  get room(): number {
    return this.bytes.length - SLACK - this.fill;
  }

  /** Takes as much of `chunk` from `from` on as there is room for, and tells how much that was. */
  append(chunk: Uint8Array, from: number): number {
    const count = Math.min(chunk.length - from, this.room);
    this.bytes.set(chunk.subarray(from, from + count), this.fill);
    this.fill += count;
    return count;
  }

  /** Ends the last segment of a file, which lacks its terminator. */
  terminate(terminator: number): number {
    this.bytes[this.fill] = terminator;
    return this.fill;
  }

  /** Position of the last terminator held, looked for in the bytes that came since; -1 where there is none. */
  lastTerminator(terminator: number): number {
    const from = Math.max(this.searched, this.at);
    const last = this.bytes.subarray(from, this.fill).lastIndexOf(terminator);
    this.searched = this.fill;
    return last < 0 ? -1 : from + last;
  }

  /** Another terminator counts from now on. */
  searchAgain(): void {
    this.searched = 0;
  }

  /**
   * Drops what stands before `from`, into a larger array where what is left fills most of this one. `moving`
   * is told before bytes are overwritten: what points into `old` must follow to `next`.
   */
  keepFrom(from: number, moving: (old: Uint8Array, next: Uint8Array) => void): void {
    const old = this.bytes;
    const kept = this.fill - from;
    const next = kept > old.length / 2 ? new Uint8Array(old.length * 2) : old;
    moving(old, next);
    if (next === old) old.copyWithin(0, from, this.fill);
    else next.set(old.subarray(from, this.fill));
    this.bytes = next;
    this.at -= from;
    this.fill = kept;
    this.searched = Math.max(0, this.searched - from);
    this.base += from;
  }
}

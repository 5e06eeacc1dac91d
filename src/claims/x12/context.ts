/**
 * The bytes of a hierarchical level (billing provider, subscriber, patient): what every claim below it has in
 * common. Kept as a range of the reader's window, and copied out of it only when the window moves on.
 */
export class Context {
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  end = 0;

  clear(): void {
    this.start = this.end = 0;
  }

  open(bytes: Uint8Array, start: number): void {
    this.bytes = bytes;
    this.start = this.end = start;
  }

  /** Copies the bytes, if they are part of `window`, so that the window may be overwritten. */
  leave(window: Uint8Array): void {
    if (this.bytes !== window) return;
    this.bytes = window.slice(this.start, this.end);
    this.end -= this.start;
    this.start = 0;
  }
}

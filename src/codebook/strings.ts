import type { Sections } from './format.ts';

/** The codebook's texts, decoded when asked for. */
export class Strings {
  private readonly offsets: Int32Array;
  private readonly bytes: Uint8Array;
  private readonly decoder = new TextDecoder();

  constructor({ offsets, bytes }: Sections['strings']) {
    this.offsets = offsets;
    this.bytes = bytes;
  }

  /** A copy of the bytes is decoded: the web decodes no shared memory. */
  text(id: number): string {
    return this.decoder.decode(this.bytes.slice(this.offsets[id], this.offsets[id + 1]));
  }
}

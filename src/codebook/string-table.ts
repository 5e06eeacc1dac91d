/** Texts numbered as they come up, each stored once. */
export class StringTable {
  private readonly ids = new Map<string, number>();

  id(text: string): number {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    this.ids.set(text, this.ids.size);
    return this.ids.size - 1;
  }

  columns(): { offsets: Int32Array; bytes: Uint8Array } {
    const encoder = new TextEncoder();
    const encoded = Array.from(this.ids.keys(), (text) => encoder.encode(text));
    const offsets = new Int32Array(encoded.length + 1);
    for (let i = 0; i < encoded.length; i++) offsets[i + 1] = offsets[i] + encoded[i].length;
    const bytes = new Uint8Array(offsets[encoded.length]);
    for (let i = 0; i < encoded.length; i++) bytes.set(encoded[i], offsets[i]);
    return { offsets, bytes };
  }
}

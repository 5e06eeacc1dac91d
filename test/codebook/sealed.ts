import { createHash } from 'node:crypto';
import type { Codebook } from '../../src/codebook/codebook.ts';
import { ENTRY_BYTES, HEADER_BYTES, NAME_BYTES, tableEnd } from '../../src/codebook/format.ts';
import { openCodebook } from '../../src/codebook/open.ts';

/** Where the section table says each section lies: those of the core in the order of LAYOUT, then the shelves. */
export function sectionsOf(file: Uint8Array): { offset: number; length: number }[] {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  return Array.from({ length: view.getUint32(12, true) }, (_, i) => {
    const entry = HEADER_BYTES + i * ENTRY_BYTES + NAME_BYTES;
    return { offset: view.getUint32(entry + 4, true), length: view.getUint32(entry + 8, true) };
  });
}

/** Where the section table ends. */
export const tableEndOf = (file: Uint8Array): number => tableEnd(sectionsOf(file).length);

/** The file with every section's checksum made right again, as one made to harm would have it. */
export function resealed(file: Uint8Array): Uint8Array {
  const copy = file.slice();
  for (const [i, { offset, length }] of sectionsOf(file).entries()) {
    const digest = createHash('sha256')
      .update(copy.subarray(offset, offset + length))
      .digest();
    copy.set(digest, HEADER_BYTES + i * ENTRY_BYTES + NAME_BYTES + 12);
  }
  return copy;
}

/** Opened with every table of records, which are else read when first asked for. */
export async function openedWhole(bytes: Uint8Array | ArrayBuffer): Promise<Codebook> {
  const codebook = await openCodebook(bytes);
  codebook.verify();
  return codebook;
}

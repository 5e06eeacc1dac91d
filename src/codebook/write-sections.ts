import { ProblemError } from '../problems.ts';
import {
  aligned,
  type ElementArray,
  ENTRY_BYTES,
  FORMAT_VERSION,
  HEADER_BYTES,
  LAYOUT,
  MAGIC,
  NAME_BYTES,
  type Sections,
  TABLE_END,
} from './format.ts';
import { sha256 } from './sha256.ts';

/** The file: header, section table and sections, as format.ts describes them. */
export function writeSections(sections: Sections): Uint8Array {
  const arrays = LAYOUT.map(({ group, column }) => arrayOf(sections, group, column));
  const offsets: number[] = [];
  let end = aligned(TABLE_END);
  for (const array of arrays) {
    offsets.push(end);
    end = aligned(end + array.byteLength);
  }
  if (end > 0x7fffffff) throw new ProblemError('codebook-too-large', `A codebook of ${end} bytes would be too large.`);
  const file = new Uint8Array(end);
  writeHeader(file);
  for (const [i, array] of arrays.entries()) {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    file.set(bytes, offsets[i]);
    writeEntry(file, HEADER_BYTES + i * ENTRY_BYTES, LAYOUT[i].name, array.BYTES_PER_ELEMENT, offsets[i], bytes);
  }
  return file;
}

function arrayOf(sections: Sections, group: string, column: string): ElementArray {
  return (sections as unknown as Record<string, Record<string, ElementArray>>)[group][column];
}

function writeHeader(file: Uint8Array): void {
  const view = new DataView(file.buffer);
  file.set(MAGIC);
  view.setUint32(8, FORMAT_VERSION, true);
  view.setUint32(12, LAYOUT.length, true);
  view.setUint32(16, file.length, true);
}

function writeEntry(
  file: Uint8Array,
  at: number,
  name: string,
  width: number,
  offset: number,
  section: Uint8Array,
): void {
  const view = new DataView(file.buffer, at);
  new TextEncoder().encodeInto(name, file.subarray(at, at + NAME_BYTES));
  view.setUint32(NAME_BYTES, width, true);
  view.setUint32(NAME_BYTES + 4, offset, true);
  view.setUint32(NAME_BYTES + 8, section.length, true);
  file.set(sha256(section), at + NAME_BYTES + 12);
}

import { ProblemError } from '../problems.ts';
import type { RecordKind } from '../releases/record-tables.ts';
import {
  aligned,
  CORE_END_AT,
  type ElementArray,
  ENTRY_BYTES,
  FORMAT_VERSION,
  HEADER_BYTES,
  LAYOUT,
  MAGIC,
  NAME_BYTES,
  type Sections,
  SHELVES,
  tableEnd,
} from './format.ts';
import { sha256 } from './sha256.ts';

/** The file: header, section table, core and shelves, as format.ts describes them. */
export function writeSections(core: Sections, shelves: ReadonlyMap<RecordKind, Uint8Array>): Uint8Array {
  const sections = [
    ...LAYOUT.map(({ name, group, column }) => ({ name, array: arrayOf(core, group, column) })),
    ...SHELVES.flatMap(({ name, kind }) => {
      const array = shelves.get(kind);
      return array === undefined ? [] : [{ name, array }];
    }),
  ];
  const ends = [tableEnd(sections.length)];
  for (const { array } of sections) ends.push(aligned(ends[ends.length - 1]) + array.byteLength);
  const length = aligned(ends[sections.length]);
  if (length > 0x7fffffff) {
    throw new ProblemError('codebook-too-large', `A codebook of ${length} bytes would be too large.`);
  }
  const file = new Uint8Array(length);
  writeHeader(file, sections.length, aligned(ends[LAYOUT.length]));
  for (const [i, { name, array }] of sections.entries()) {
    const offset = aligned(ends[i]);
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    file.set(bytes, offset);
    writeEntry(file, HEADER_BYTES + i * ENTRY_BYTES, name, array.BYTES_PER_ELEMENT, offset, bytes);
  }
  return file;
}

function arrayOf(sections: Sections, group: string, column: string): ElementArray {
  return (sections as unknown as Record<string, Record<string, ElementArray>>)[group][column];
}

function writeHeader(file: Uint8Array, sections: number, coreEnd: number): void {
  const view = new DataView(file.buffer);
  file.set(MAGIC);
  view.setUint32(8, FORMAT_VERSION, true);
  view.setUint32(12, sections, true);
  view.setUint32(16, file.length, true);
  view.setUint32(CORE_END_AT, coreEnd, true);
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

import { ProblemError } from '../problems.ts';
import {
  aligned,
  type ElementArray,
  type ElementType,
  ENTRY_BYTES,
  FORMAT_VERSION,
  HEADER_BYTES,
  hex,
  LAYOUT,
  MAGIC,
  NAME_BYTES,
  type SectionLayout,
  type Sections,
  TABLE_END,
} from './format.ts';

/** A section as the table describes it. */
export interface SectionEntry {
  readonly layout: SectionLayout;
  readonly width: number;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/**
 * Checks header and section table and gives the sections as they lie in the file; their content is not looked
 * at. Everything must lie exactly where the format puts it, so sections cannot overlap or reach outside.
 *
 * @throws ProblemError `codebook-unrecognised`, `codebook-newer`, `codebook-truncated`, `codebook-sections`
 */
export function readEntries(file: Uint8Array): readonly SectionEntry[] {
  checkHeader(file);
  const entries: SectionEntry[] = [];
  let end = TABLE_END;
  for (const [i, layout] of LAYOUT.entries()) {
    const start = aligned(end);
    const entry = readEntry(file, HEADER_BYTES + i * ENTRY_BYTES, layout, start);
    requireZeros(file, end, start);
    end = start + entry.bytes.length;
    entries.push(entry);
  }
  if (aligned(end) !== file.length) throw contradiction(`The sections end at byte ${end} of ${file.length}.`);
  requireZeros(file, end, file.length);
  return entries;
}

function checkHeader(file: Uint8Array): void {
  if (file.length < MAGIC.length || MAGIC.some((byte, i) => file[i] !== byte)) {
    throw new ProblemError('codebook-unrecognised', 'The file does not begin as a codebook does.', { offset: 0 });
  }
  if (file.length < HEADER_BYTES) throw truncated(file.length, `its header of ${HEADER_BYTES} bytes`);
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const version = view.getUint32(8, true);
  if (version > FORMAT_VERSION) {
    const message = `The codebook has format ${version}; this version of columnone reads format ${FORMAT_VERSION}.`;
    throw new ProblemError('codebook-newer', message, { offset: 8 });
  }
  const declared = view.getUint32(16, true);
  if (file.length < declared) throw truncated(file.length, `${declared} bytes`);
  if (version === 0) throw contradiction('There is no format 0.');
  if (file.length > declared) throw contradiction(`${file.length - declared} bytes follow the codebook's end.`);
  if (view.getUint32(12, true) !== LAYOUT.length || declared < TABLE_END) {
    throw contradiction(`The codebook does not have the ${LAYOUT.length} sections of its format.`);
  }
  requireZeros(file, 20, HEADER_BYTES);
}

function readEntry(file: Uint8Array, at: number, layout: SectionLayout, start: number): SectionEntry {
  const view = new DataView(file.buffer, file.byteOffset + at, ENTRY_BYTES);
  const { name } = layout;
  for (let i = 0; i < NAME_BYTES; i++) {
    if (file[at + i] !== (i < name.length ? name.charCodeAt(i) : 0)) {
      throw contradiction(`Section ${name} is not where the format puts it.`, at);
    }
  }
  const width = view.getUint32(NAME_BYTES, true);
  const offset = view.getUint32(NAME_BYTES + 4, true);
  const length = view.getUint32(NAME_BYTES + 8, true);
  if (!WIDTHS[layout.type].includes(width)) throw contradiction(`Section ${name} has elements of ${width} bytes.`, at);
  if (offset !== start || offset + length > file.length || length % width !== 0) {
    throw contradiction(`Section ${name} (bytes ${offset} to ${offset + length}) is out of place.`, at);
  }
  const hash = at + NAME_BYTES + 12;
  const bytes = file.subarray(offset, offset + length);
  return { layout, width, bytes, sha256: hex(file.subarray(hash, hash + 32)) };
}

const WIDTHS: Readonly<Record<ElementType, readonly number[]>> = {
  u8: [1],
  u16: [2],
  u32: [4],
  i32: [4],
  id: [1, 2, 4],
};

const truncated = (length: number, whole: string): ProblemError =>
  new ProblemError('codebook-truncated', `The codebook ends after ${length} bytes of ${whole}.`, { offset: length });

const contradiction = (message: string, offset?: number): ProblemError =>
  new ProblemError('codebook-sections', message, offset === undefined ? {} : { offset });

function requireZeros(file: Uint8Array, start: number, end: number): void {
  for (let i = start; i < end; i++) {
    if (file[i] !== 0) throw contradiction('There are bytes where the format has none.', i);
  }
}

/** The sections as typed arrays over the file's own memory, which must begin at a multiple of 8. */
export function viewSections(entries: readonly SectionEntry[]): Sections {
  const sections: Record<string, Record<string, ElementArray>> = {};
  for (const { layout, width, bytes } of entries) {
    sections[layout.group] ??= {};
    sections[layout.group][layout.column] = viewOf(layout.type, width, bytes);
  }
  return sections as unknown as Sections;
}

function viewOf(type: ElementType, width: number, { buffer, byteOffset, length }: Uint8Array): ElementArray {
  if (type === 'i32') return new Int32Array(buffer, byteOffset, length / 4);
  if (width === 4) return new Uint32Array(buffer, byteOffset, length / 4);
  return width === 2 ? new Uint16Array(buffer, byteOffset, length / 2) : new Uint8Array(buffer, byteOffset, length);
}

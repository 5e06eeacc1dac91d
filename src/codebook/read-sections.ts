import { ProblemError } from '../problems.ts';
import type { RecordKind } from '../releases/record-tables.ts';
import {
  aligned,
  CORE_END_AT,
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
  SHELVES,
  tableEnd,
} from './format.ts';
import { requireDigest, type Sha256 } from './verify.ts';

/** A codebook's bytes, which need not all be in memory. */
export interface CodebookBytes {
  /** Of the whole file. */
  readonly length: number;
  /** Bytes `start` to `end`, beginning at a multiple of 8 in their memory. */
  read(start: number, end: number): Uint8Array;
}

/** A section as the table describes it. */
export interface SectionEntry {
  readonly name: string;
  readonly width: number;
  readonly offset: number;
  readonly length: number;
  readonly sha256: string;
}

/** A section of the core with its bytes. */
export interface CoreEntry extends SectionEntry {
  readonly layout: SectionLayout;
  readonly bytes: Uint8Array;
}

/** What header and section table say. */
export interface Entries {
  /** The bytes of header and section table, whose SHA-256 names the codebook. */
  readonly table: Uint8Array;
  readonly core: readonly CoreEntry[];
  readonly shelves: ReadonlyMap<RecordKind, SectionEntry>;
}

/**
 * Checks header and section table and gives the sections as they lie in the file; their content is not looked
 * at. Everything must lie exactly where the format puts it, so sections cannot overlap or reach outside. Nothing
 * beyond the core is read.
 *
 * @throws ProblemError `codebook-unrecognised`, `codebook-newer`, `codebook-truncated`, `codebook-sections`
 */
export function readEntries(file: CodebookBytes): Entries {
  const head = file.read(0, Math.min(file.length, HEADER_BYTES));
  const { sections, coreEnd } = checkHeader(head, file.length);
  const core = file.read(0, coreEnd);
  const entries: SectionEntry[] = [];
  const shelves = new Map<RecordKind, SectionEntry>();
  let end = tableEnd(sections);
  for (let i = 0; i < sections; i++) {
    const at = HEADER_BYTES + i * ENTRY_BYTES;
    const { name, type, kind } = i < LAYOUT.length ? { ...LAYOUT[i], kind: null } : shelfAt(core, at, shelves);
    const entry = readEntry(core, at, name, type, aligned(end));
    end = entry.offset + entry.length;
    if (end > file.length) throw contradiction(`Section ${name} ends at byte ${end} of ${file.length}.`);
    entries.push(entry);
    if (kind !== null) shelves.set(kind, entry);
  }
  if (aligned(end) !== file.length) throw contradiction(`The sections end at byte ${end} of ${file.length}.`);
  const last = entries[LAYOUT.length - 1];
  if (aligned(last.offset + last.length) !== coreEnd) throw contradiction('The core does not end where it should.');
  checkGaps(core, tableEnd(sections), entries);
  return {
    table: core.subarray(0, tableEnd(sections)),
    core: LAYOUT.map((layout, i) => ({ ...entries[i], layout, bytes: bytesOf(core, entries[i]) })),
    shelves,
  };
}

/** The shelf that an entry of the table names; they come in the order of SHELVES. */
function shelfAt(core: Uint8Array, at: number, before: ReadonlyMap<RecordKind, unknown>) {
  const place = SHELVES.findIndex(({ name }) => isNamed(core, at, name));
  const isNext = place >= 0 && SHELVES.slice(place).every(({ kind }) => !before.has(kind));
  if (!isNext) throw contradiction('A section is none of a codebook, or not where the format puts it.', at);
  return { ...SHELVES[place], type: 'u8' as const };
}

const bytesOf = (core: Uint8Array, { offset, length }: SectionEntry): Uint8Array =>
  core.subarray(offset, offset + length);

/** Gives the number of sections and where the core ends. */
function checkHeader(head: Uint8Array, length: number): { sections: number; coreEnd: number } {
  if (head.length < MAGIC.length || MAGIC.some((byte, i) => head[i] !== byte)) {
    throw new ProblemError('codebook-unrecognised', 'The file does not begin as a codebook does.', { offset: 0 });
  }
  if (head.length < HEADER_BYTES) throw truncated(length, `its header of ${HEADER_BYTES} bytes`);
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const version = view.getUint32(8, true);
  if (version > FORMAT_VERSION) {
    const message = `The codebook has format ${version}; this version of columnone reads format ${FORMAT_VERSION}.`;
    throw new ProblemError('codebook-newer', message, { offset: 8 });
  }
  const declared = view.getUint32(16, true);
  if (length < declared) throw truncated(length, `${declared} bytes`);
  if (version === 0) throw contradiction('There is no format 0.');
  if (version < FORMAT_VERSION) {
    const message = `The codebook has format ${version}, which this version of columnone no longer reads.`;
    throw new ProblemError('codebook-older', message, { offset: 8 });
  }
  if (length > declared) throw contradiction(`${length - declared} bytes follow the codebook's end.`);
  const coreEnd = view.getUint32(CORE_END_AT, true);
  const sections = view.getUint32(12, true);
  const fits = coreEnd >= tableEnd(sections) && coreEnd <= declared;
  if (sections < LAYOUT.length || sections > LAYOUT.length + SHELVES.length || !fits) {
    throw contradiction('The codebook does not have the sections of its format.');
  }
  requireZeros(head, CORE_END_AT + 4, HEADER_BYTES);
  return { sections, coreEnd };
}

function readEntry(core: Uint8Array, at: number, name: string, type: ElementType, start: number): SectionEntry {
  const view = new DataView(core.buffer, core.byteOffset + at, ENTRY_BYTES);
  if (!isNamed(core, at, name)) throw contradiction(`Section ${name} is not where the format puts it.`, at);
  const width = view.getUint32(NAME_BYTES, true);
  const offset = view.getUint32(NAME_BYTES + 4, true);
  const length = view.getUint32(NAME_BYTES + 8, true);
  if (!WIDTHS[type].includes(width)) throw contradiction(`Section ${name} has elements of ${width} bytes.`, at);
  if (offset !== start || length % width !== 0) {
    throw contradiction(`Section ${name} (bytes ${offset} to ${offset + length}) is out of place.`, at);
  }
  const hash = at + NAME_BYTES + 12;
  return { name, width, offset, length, sha256: hex(core.subarray(hash, hash + 32)) };
}

function isNamed(core: Uint8Array, at: number, name: string): boolean {
  for (let i = 0; i < NAME_BYTES; i++) if (core[at + i] !== (i < name.length ? name.charCodeAt(i) : 0)) return false;
  return true;
}

/** Between the sections of the core there is nothing; between shelves it is looked at when one is read. */
function checkGaps(core: Uint8Array, start: number, entries: readonly SectionEntry[]): void {
  let end = start;
  for (const { offset, length } of entries.slice(0, LAYOUT.length)) {
    requireZeros(core, end, offset);
    end = offset + length;
  }
  requireZeros(core, end, core.length);
}

/**
 * A shelf's bytes, read and compared with its checksum.
 *
 * @throws ProblemError `codebook-sections`, `codebook-checksum`
 */
export function readShelfBytes(file: CodebookBytes, entry: SectionEntry, sha256: Sha256): Uint8Array {
  const bytes = file.read(entry.offset, aligned(entry.offset + entry.length));
  requireZeros(bytes, entry.length, bytes.length);
  const section = bytes.subarray(0, entry.length);
  requireDigest(entry, hex(sha256(section)));
  return section;
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
export function viewSections(entries: readonly CoreEntry[]): Sections {
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

import { below, offsets, sameLength } from './check-columns.ts';
import { aligned, contradiction, type ElementArray, type IdArray } from './format.ts';

/**
 * A table of records (fee schedule, diagnosis codes, the index of terms …) is one section of the codebook, a shelf:
 * it is read and checked when first asked for, so that a question about a code does not pay for all of them. In it
 * lie, each at the next multiple of 8, the columns below, after a head of bytes an element and length in bytes (two
 * u32 each).
 */
const COLUMNS = [
  /** UTF-8; the offsets count bytes. */
  'textOffsets',
  'textBytes',
  /** Texts of the keys, ascending by their UTF-16 units. */
  'key',
  /** Records by key. */
  'offsets',
  /** Of a record: the set of releases that print it. */
  'set',
  /** Fields by record; only those that are not blank are stored. */
  'fieldOffsets',
  'field',
  'text',
] as const;

export interface Shelf {
  readonly textOffsets: Int32Array;
  readonly textBytes: Uint8Array;
  readonly key: IdArray;
  readonly offsets: Int32Array;
  readonly set: IdArray;
  readonly fieldOffsets: Int32Array;
  readonly field: Uint8Array;
  readonly text: IdArray;
}

const SIGNED: readonly string[] = ['textOffsets', 'offsets', 'fieldOffsets'];
const BYTES: readonly string[] = ['textBytes', 'field'];
const HEAD_BYTES = COLUMNS.length * 8;

/** The shelf's section. */
export function writeShelf(shelf: Shelf): Uint8Array {
  const arrays: readonly ElementArray[] = COLUMNS.map((column) => shelf[column]);
  const file = new Uint8Array(arrays.reduce((end, { byteLength }) => aligned(end + byteLength), HEAD_BYTES));
  const view = new DataView(file.buffer);
  let end = HEAD_BYTES;
  for (const [i, array] of arrays.entries()) {
    view.setUint32(i * 8, array.BYTES_PER_ELEMENT, true);
    view.setUint32(i * 8 + 4, array.byteLength, true);
    file.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), end);
    end = aligned(end + array.byteLength);
  }
  return file;
}

/** How many of what a shelf's numbers may name. */
export interface ShelfLimits {
  readonly sets: number;
  readonly fields: number;
}

/**
 * The columns of a section that begins at a multiple of 8, as views; whether they fit together is checked.
 *
 * @throws ProblemError `codebook-content`
 */
export function readShelf(name: string, section: Uint8Array, limits: ShelfLimits): Shelf {
  const columns: Record<string, ElementArray> = {};
  const view = new DataView(section.buffer, section.byteOffset, section.length);
  if (section.length < HEAD_BYTES) throw contradiction(name, 'has no head');
  let end = HEAD_BYTES;
  for (const [i, column] of COLUMNS.entries()) {
    const width = view.getUint32(i * 8, true);
    const length = view.getUint32(i * 8 + 4, true);
    if (!widthsOf(column).includes(width) || length % width !== 0 || end + length > section.length)
      throw contradiction(name, `has its column ${column} out of place`);
    columns[column] = viewOf(column, width, section.subarray(end, end + length));
    end = aligned(end + length);
  }
  if (end !== section.length) throw contradiction(name, 'does not end with its last column');
  const shelf = columns as unknown as Shelf;
  checkShelf(name, shelf, limits);
  return shelf;
}

const widthsOf = (column: string): readonly number[] =>
  SIGNED.includes(column) ? [4] : BYTES.includes(column) ? [1] : [1, 2, 4];

function viewOf(column: string, width: number, { buffer, byteOffset, length }: Uint8Array): ElementArray {
  if (SIGNED.includes(column)) return new Int32Array(buffer, byteOffset, length / 4);
  if (width === 4) return new Uint32Array(buffer, byteOffset, length / 4);
  return width === 2 ? new Uint16Array(buffer, byteOffset, length / 2) : new Uint8Array(buffer, byteOffset, length);
}

function checkShelf(name: string, shelf: Shelf, limits: ShelfLimits): void {
  const texts = shelf.textOffsets.length - 1;
  offsets(`${name}.textOffsets`, shelf.textOffsets, texts, shelf.textBytes.length);
  below(`${name}.key`, shelf.key, texts);
  offsets(`${name}.offsets`, shelf.offsets, shelf.key.length, shelf.set.length);
  below(`${name}.set`, shelf.set, limits.sets);
  offsets(`${name}.fieldOffsets`, shelf.fieldOffsets, shelf.set.length, shelf.field.length);
  sameLength(`${name}.text`, shelf.field, shelf.text);
  below(`${name}.field`, shelf.field, limits.fields);
  below(`${name}.text`, shelf.text, texts);
}

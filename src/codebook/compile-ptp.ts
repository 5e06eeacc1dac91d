import { ProblemError } from '../problems.ts';
import type { PtpRelease } from '../releases/release.ts';
import { type CompileContext, type Numbered, narrow } from './compile-parts.ts';
import type { PtpColumns } from './format.ts';
import { PtpAttributes } from './ptp-attributes.ts';
import { shareBlocks } from './ptp-blocks.ts';
import { PtpWindows } from './ptp-windows.ts';
import { ReleaseSets } from './release-sets.ts';

/**
 * The PTP rows of all settings. A row is one number below 2^53 (column one, column two, what it says), so that
 * millions of them sort and merge as plain doubles.
 */
export function compilePtp(releases: readonly Numbered<PtpRelease>[], context: CompileContext): PtpColumns {
  const attributes = new PtpAttributes(releases);
  const keys = new RowKeys(context.codeCount, attributes.list.length);
  let merged: MergedKeys = { keys: new Float64Array(0), sets: new Uint32Array(0) };
  for (const { index, release } of releases) {
    merged = mergeRelease(merged, sortedKeys(release, attributes, keys, context), index, context.sets);
  }
  return columnsOf(merged, keys, attributes, context);
}

/** Packs a row into powers of two, so that taking it apart again is exact. */
class RowKeys {
  private readonly codeRange: number;
  private readonly attributeRange: number;

  constructor(codes: number, attributes: number) {
    this.codeRange = 2 ** bitsFor(codes);
    this.attributeRange = 2 ** bitsFor(attributes);
    if (this.codeRange ** 2 * this.attributeRange > 2 ** 53) {
      const message = `${attributes} different combinations of dates, indicator and rationale in the PTP rows.`;
      throw new ProblemError('codebook-too-large', message);
    }
  }

  key(columnOne: number, columnTwo: number, attribute: number): number {
    return (columnOne * this.codeRange + columnTwo) * this.attributeRange + attribute;
  }

  columnOne(key: number): number {
    return Math.floor(key / (this.codeRange * this.attributeRange));
  }

  columnTwo(key: number): number {
    return Math.floor(key / this.attributeRange) & (this.codeRange - 1);
  }

  attribute(key: number): number {
    return key - Math.floor(key / this.attributeRange) * this.attributeRange;
  }
}

const bitsFor = (count: number): number => Math.max(1, Math.ceil(Math.log2(count)));

function sortedKeys(
  release: PtpRelease,
  attributes: PtpAttributes,
  keys: RowKeys,
  { codes }: CompileContext,
): Float64Array {
  const { count, columnOne, columnTwo } = release.rows;
  const result = new Float64Array(count);
  let inOrder = true;
  attributes.forEach(release, (i, attribute) => {
    result[i] = keys.key(codes.id(columnOne[i]), codes.id(columnTwo[i]), attribute);
    if (i > 0 && result[i] < result[i - 1]) inOrder = false;
  });
  return inOrder ? result : result.sort();
}

interface MergedKeys {
  readonly keys: Float64Array;
  /** Releases that have the row, as a set of ReleaseSets. */
  readonly sets: Uint32Array;
}

/** `earlier` and the sorted rows of the next release, each row once. */
function mergeRelease(earlier: MergedKeys, added: Float64Array, release: number, sets: ReleaseSets): MergedKeys {
  const keys = new Float64Array(earlier.keys.length + added.length);
  const merged = new Uint32Array(keys.length);
  const alone = sets.with(ReleaseSets.EMPTY, release);
  let count = 0;
  let i = 0;
  for (let j = 0; j < added.length; j++) {
    const key = added[j];
    if (j > 0 && key === added[j - 1]) continue;
    for (; i < earlier.keys.length && earlier.keys[i] < key; i++) {
      keys[count] = earlier.keys[i];
      merged[count++] = earlier.sets[i];
    }
    keys[count] = key;
    merged[count++] = earlier.keys[i] === key ? sets.with(earlier.sets[i++], release) : alone;
  }
  keys.set(earlier.keys.subarray(i), count);
  merged.set(earlier.sets.subarray(i), count);
  count += earlier.keys.length - i;
  return { keys: keys.subarray(0, count), sets: merged.subarray(0, count) };
}

function columnsOf(
  { keys, sets }: MergedKeys,
  rowKeys: RowKeys,
  attributes: PtpAttributes,
  { codeCount, strings }: CompileContext,
): PtpColumns {
  const count = keys.length;
  const columnOne = new Uint16Array(count);
  const columnTwo = new Uint16Array(count);
  const window = new Uint32Array(count);
  const note = new Uint32Array(count);
  const windows = new PtpWindows(attributes);
  for (let row = 0; row < count; row++) {
    const attribute = rowKeys.attribute(keys[row]);
    columnOne[row] = rowKeys.columnOne(keys[row]);
    columnTwo[row] = rowKeys.columnTwo(keys[row]);
    window[row] = windows.number(attribute, sets[row]);
    note[row] = attributes.list[attribute].note;
  }
  return {
    ...shareBlocks({ columnOne, columnTwo, window, note }, codeCount),
    ...windows.columns(),
    noteRationale: narrow(attributes.notes.map(({ rationale }) => strings.id(rationale))),
    notePrior1996: Uint8Array.from(attributes.notes, ({ prior1996 }) => prior1996),
  };
}

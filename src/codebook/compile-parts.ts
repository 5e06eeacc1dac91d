import type { CodeIndex } from './code-index.ts';
import type { IdArray } from './format.ts';
import type { ReleaseSets } from './release-sets.ts';
import type { StringTable } from './string-table.ts';

/** What the compilers of the several tables share. */
export interface CompileContext {
  readonly codes: CodeIndex;
  readonly codeCount: number;
  readonly strings: StringTable;
  readonly sets: ReleaseSets;
}

/** A release with its number in the codebook. */
export interface Numbered<R> {
  readonly index: number;
  readonly release: R;
}

/** The values in the narrowest array that holds them. */
export function narrow(values: ArrayLike<number>): IdArray {
  let largest = 0;
  for (let i = 0; i < values.length; i++) if (values[i] > largest) largest = values[i];
  const result = idArray(largest + 1, values.length);
  result.set(values);
  return result;
}

/** An array of the narrowest width for `count` different ids. */
function idArray(count: number, length: number): IdArray {
  if (count <= 0x100) return new Uint8Array(length);
  return count <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length);
}

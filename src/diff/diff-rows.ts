import type { FieldChange } from './change.ts';
import { fieldChanges } from './change.ts';

/** A row of a table in which a key may have several, as texts. */
export interface KeyedRow {
  readonly key: string;
  readonly fields: readonly string[];
}

/** A row of one release beside the row of the other that it became; one of them may be missing. */
export interface RowPair {
  readonly key: string;
  readonly before: readonly string[] | null;
  readonly after: readonly string[] | null;
  readonly fields: readonly FieldChange[];
}

/**
 * Pairs the rows of two releases by key. Where a key has several, equal rows belong together; of the rest one on
 * each side is one row that changed, while of more it cannot be told which became which: they went and came.
 */
export function pairRows(
  names: readonly string[],
  before: readonly KeyedRow[],
  after: readonly KeyedRow[],
  comparable: (value: string) => string = (value) => value,
): { readonly pairs: readonly RowPair[]; readonly unchanged: number } {
  const was = Map.groupBy(before, ({ key }) => key);
  const is = Map.groupBy(after, ({ key }) => key);
  const pairs: RowPair[] = [];
  let unchanged = 0;
  for (const key of [...new Set([...was.keys(), ...is.keys()])].sort()) {
    const { rest, same } = withoutEqual(was.get(key) ?? [], is.get(key) ?? [], comparable);
    unchanged += same;
    for (const [old, now] of matched(rest.before, rest.after))
      pairs.push({ key, before: old, after: now, fields: fieldChanges(names, old, now, comparable) });
  }
  return { pairs, unchanged };
}

type Fields = readonly string[];

function withoutEqual(before: readonly KeyedRow[], after: readonly KeyedRow[], comparable: (value: string) => string) {
  const text = (fields: Fields): string => fields.map(comparable).join('\0');
  const left = after.map(({ fields }) => fields);
  const rest: Fields[] = [];
  for (const { fields } of before) {
    const at = left.findIndex((other) => text(other) === text(fields));
    if (at < 0) rest.push(fields);
    else left.splice(at, 1);
  }
  return { rest: { before: rest, after: left }, same: after.length - left.length };
}

function matched(before: readonly Fields[], after: readonly Fields[]): (readonly [Fields | null, Fields | null])[] {
  if (before.length === 1 && after.length === 1) return [[before[0], after[0]]];
  return [...before.map((old) => [old, null] as const), ...after.map((now) => [null, now] as const)];
}

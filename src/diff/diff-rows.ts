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
 * Pairs the rows of two releases by key. Where a key has several, equal rows belong together; of the rest those
 * that share the most fields, in the order of the rows.
 */
export function pairRows(
  names: readonly string[],
  before: readonly KeyedRow[],
  after: readonly KeyedRow[],
): { readonly pairs: readonly RowPair[]; readonly unchanged: number } {
  const was = Map.groupBy(before, ({ key }) => key);
  const is = Map.groupBy(after, ({ key }) => key);
  const pairs: RowPair[] = [];
  let unchanged = 0;
  for (const key of [...new Set([...was.keys(), ...is.keys()])].sort()) {
    const { rest, same } = withoutEqual(was.get(key) ?? [], is.get(key) ?? []);
    unchanged += same;
    for (const [old, now] of nearest(rest.before, rest.after))
      pairs.push({ key, before: old, after: now, fields: fieldChanges(names, old, now) });
  }
  return { pairs, unchanged };
}

type Fields = readonly string[];

function withoutEqual(before: readonly KeyedRow[], after: readonly KeyedRow[]) {
  const text = (fields: Fields): string => fields.join('\0');
  const left = after.map(({ fields }) => fields);
  const rest: Fields[] = [];
  for (const { fields } of before) {
    const at = left.findIndex((other) => text(other) === text(fields));
    if (at < 0) rest.push(fields);
    else left.splice(at, 1);
  }
  return { rest: { before: rest, after: left }, same: after.length - left.length };
}

function nearest(before: readonly Fields[], after: readonly Fields[]): (readonly [Fields | null, Fields | null])[] {
  const left = [...after];
  const pairs: (readonly [Fields | null, Fields | null])[] = before.map((old) => {
    if (left.length === 0) return [old, null];
    const shared = left.map((now) => now.filter((value, i) => value === old[i]).length);
    const at = shared.indexOf(Math.max(...shared));
    return [old, left.splice(at, 1)[0]];
  });
  return [...pairs, ...left.map((now) => [null, now] as const)];
}

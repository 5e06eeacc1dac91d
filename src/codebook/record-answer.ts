import { type Day, isoDay } from '../codes/day.ts';
import { RECORD_TABLES, type RecordField, type RecordKind } from '../releases/record-tables.ts';
import type { AsOf } from './as-of.ts';
import type { CodebookRelease, CodeRecord, RecordAnswer } from './codebook.ts';
import type { OpenShelf, Shelves } from './shelves.ts';

/** What the answers about records are made from. */
export interface RecordContext {
  readonly shelves: Shelves;
  readonly releases: readonly CodebookRelease[];
  readonly asOf: AsOf;
}

/** What the release of the day (the newest that has begun, else the oldest) says under a key. */
export function answerRecord<K extends RecordKind>(
  kind: K,
  key: string,
  on: Day,
  context: RecordContext,
): RecordAnswer<K> {
  const { releases, shelves } = context;
  const index = releaseOn(kind, on, context);
  const shelf = index === null ? null : shelves.open(kind);
  if (index === null || shelf === null) {
    return { status: 'not-loaded', reason: `No release of the kind ${kind} is loaded that was published by then.` };
  }
  const release = releases[index];
  const rows = rowsOf(kind, keyOf(key, shelf), index, shelf, context.asOf);
  if (rows.length > 0) return { status: 'listed', release, rows };
  const days = `${isoDay(release.period.from)} to ${isoDay(release.period.to)}`;
  return { status: 'unknown', release, reason: `${release.id} (${days}) does not list ${key}.` };
}

/** Every record of one release, by key. */
export function* recordsOf<K extends RecordKind>(
  kind: K,
  release: number,
  { shelves, asOf }: RecordContext,
): Generator<CodeRecord<K>> {
  const shelf = shelves.open(kind);
  if (shelf === null) return;
  for (let place = 0; place < shelf.columns.key.length; place++) {
    const rows = rowsOf(kind, place, release, shelf, asOf);
    for (const fields of rows) yield { key: shelf.strings.text(shelf.columns.key[place]), fields };
  }
}

/** The releases of a kind that speak, oldest first. */
export const spokenReleases = (kind: RecordKind, { releases, asOf }: RecordContext): readonly CodebookRelease[] =>
  asOf.quarters(kind).map((index) => releases[index]);

function releaseOn(kind: RecordKind, on: Day, { releases, asOf }: RecordContext): number | null {
  const quarters = asOf.quarters(kind);
  return quarters.findLast((index) => releases[index].period.from <= on) ?? quarters[0] ?? null;
}

/** The place of a key among the shelf's, -1 where it is none of them. */
function keyOf(key: string, { columns, strings }: OpenShelf): number {
  let low = 0;
  let high = columns.key.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (strings.text(columns.key[middle]) < key) low = middle + 1;
    else high = middle;
  }
  return low < columns.key.length && strings.text(columns.key[low]) === key ? low : -1;
}

function rowsOf<K extends RecordKind>(
  kind: K,
  place: number,
  release: number,
  { columns, strings }: OpenShelf,
  asOf: AsOf,
): readonly Readonly<Record<RecordField<K>, string>>[] {
  if (place < 0) return [];
  const rows: Record<RecordField<K>, string>[] = [];
  const names: readonly string[] = RECORD_TABLES[kind];
  for (let row = columns.offsets[place]; row < columns.offsets[place + 1]; row++) {
    if (!asOf.members(columns.set[row]).includes(release)) continue;
    const fields = Object.fromEntries(names.map((name) => [name, '']));
    for (let i = columns.fieldOffsets[row]; i < columns.fieldOffsets[row + 1]; i++)
      fields[names[columns.field[i]]] = strings.text(columns.text[i]);
    rows.push(fields as Record<RecordField<K>, string>);
  }
  return rows;
}

import { RECORD_TABLES, type RecordKind, type RecordRelease } from '../releases/record-tables.ts';
import { type CompileContext, type Numbered, narrow } from './compile-parts.ts';
import { MergedRows } from './merged-rows.ts';
import { writeShelf } from './shelf.ts';
import { StringTable } from './string-table.ts';

/** The shelf of one kind of records. */
export function compileRecords(
  kind: RecordKind,
  releases: readonly Numbered<RecordRelease>[],
  { sets }: CompileContext,
): Uint8Array {
  const keys = keysOf(releases);
  const groups = new Map(keys.map((key, group) => [key, group]));
  const merged = new MergedRows<readonly string[]>(sets);
  for (const { index, release } of releases) {
    for (const { key, fields } of release.records) {
      const group = groups.get(key) as number;
      merged.add(index, group, `${group}\0${fields.join('\0')}`, fields);
    }
  }
  const { rows, offsets } = merged.grouped(keys.length);
  const strings = new StringTable();
  const key = narrow(keys.map((text) => strings.id(text)));
  const columns = fieldColumns(
    rows.map(({ row }) => row.slice(0, RECORD_TABLES[kind].length)),
    strings,
  );
  const texts = strings.columns();
  return writeShelf({
    textOffsets: texts.offsets,
    textBytes: texts.bytes,
    key,
    offsets,
    set: narrow(rows.map(({ set }) => set)),
    ...columns,
  });
}

/** Ascending by UTF-16 units, as texts are compared. */
const keysOf = (releases: readonly Numbered<RecordRelease>[]): readonly string[] =>
  [...new Set(releases.flatMap(({ release }) => release.records.map(({ key }) => key)))].sort();

/** Fields that are not blank, by row. */
export function fieldColumns(rows: readonly (readonly string[])[], strings: StringTable) {
  const fieldOffsets = new Int32Array(rows.length + 1);
  const fields: number[] = [];
  const texts: number[] = [];
  for (const [i, row] of rows.entries()) {
    for (const [field, text] of row.entries()) {
      if (text === '') continue;
      fields.push(field);
      texts.push(strings.id(text));
    }
    fieldOffsets[i + 1] = fields.length;
  }
  return { fieldOffsets, field: Uint8Array.from(fields), text: narrow(texts) };
}

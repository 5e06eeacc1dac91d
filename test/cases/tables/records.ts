import {
  RECORD_TABLES,
  type RecordField,
  type RecordKind,
  type RecordRelease,
} from '../../../src/releases/record-tables.ts';
import type { Period } from '../../../src/releases/release.ts';
import { header, rowsOf } from './rows.ts';

/**
 * A release of records from rows `key value value …` of the fields named; `-` is blank, `_` a blank within a value.
 * Fields not named are those of `rest`.
 */
export function records<K extends RecordKind>(
  kind: K,
  period: Period,
  fields: readonly RecordField<K>[],
  text: string,
  rest: Partial<Record<RecordField<K>, string>> = {},
): RecordRelease {
  const names = RECORD_TABLES[kind] as readonly RecordField<K>[];
  const rows = rowsOf(text).map(([key, ...values], line) => {
    const given = new Map(
      fields.map((field, i) => [field, (values[i] ?? '-').replace(/^-$/, '').replaceAll('_', ' ')]),
    );
    return { key, fields: names.map((name) => given.get(name) ?? rest[name] ?? ''), line: line + 1 };
  });
  return { ...header(period, rows.length), kind, setting: null, records: rows };
}

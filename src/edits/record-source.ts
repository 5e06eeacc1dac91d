import type { Day } from '../codes/day.ts';
import type { RecordField, RecordKind } from '../releases/record-tables.ts';
import { type FindingFacts, whenOf } from './define-edit.ts';
import type { FindingSource } from './finding.ts';

/**
 * The record behind a finding: its key and the fields that matter; null where the release of the day lists none.
 * @param on another day than the line's, where the row is of another line
 */
export function recordSource<K extends RecordKind>(
  facts: FindingFacts,
  kind: K,
  key: string,
  fields: readonly RecordField<K>[],
  on: Day = facts.day,
): FindingSource | null {
  const answer = facts.codebook.record(kind, key, { ...whenOf(facts), on });
  if (answer.status !== 'listed') return null;
  const [row] = answer.rows;
  return {
    release: answer.release.id,
    row: { key, ...Object.fromEntries(fields.map((field) => [field, row[field]])) },
  };
}

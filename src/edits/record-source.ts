import type { RecordField, RecordKind } from '../releases/record-tables.ts';
import { type FindingFacts, whenOf } from './define-edit.ts';
import type { FindingSource } from './finding.ts';

/** The record behind a finding: its key and the fields that matter; null where the release of the day lists none. */
export function recordSource<K extends RecordKind>(
  facts: FindingFacts,
  kind: K,
  key: string,
  fields: readonly RecordField<K>[],
): FindingSource | null {
  const answer = facts.codebook.record(kind, key, whenOf(facts));
  if (answer.status !== 'listed') return null;
  const [row] = answer.rows;
  return {
    release: answer.release.id,
    row: { key, ...Object.fromEntries(fields.map((field) => [field, row[field]])) },
  };
}

import { type DrugDescriptor, parseDrugDescriptor } from '../../codes/drug-descriptor.ts';
import { type FindingFacts, whenOf } from '../define-edit.ts';
import type { FindingSource } from '../finding.ts';

/** The line's code as the HCPCS release of the day describes it; null where it does not, or states no dose. */
function described(facts: FindingFacts) {
  const answer = facts.codebook.code(facts.code, whenOf(facts));
  if (answer.status !== 'listed') return null;
  const { entry } = answer;
  const parsed = parseDrugDescriptor(entry.fields.longDescription);
  return { entry, drug: parsed.kind === 'drug' ? parsed : null };
}

const doseOf = (drug: DrugDescriptor | null): string | null =>
  drug?.dose == null ? null : `${drug.dose.quantity.text} ${drug.dose.quantity.unit}`;

/** `10 mg`; `one dose` where the descriptor does not say. */
export const doseText = (facts: FindingFacts): string => doseOf(described(facts)?.drug ?? null) ?? 'one dose';

/** The HCPCS record that says what a unit is. */
export function descriptorSource(facts: FindingFacts): FindingSource | null {
  const found = described(facts);
  if (found === null) return null;
  const { entry, drug } = found;
  return {
    release: entry.release.id,
    row: { code: entry.code, longDescription: entry.fields.longDescription, dose: doseOf(drug) },
  };
}

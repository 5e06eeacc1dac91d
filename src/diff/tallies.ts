import { type ChangeClass, noChanges, type ReleaseDiff } from './change.ts';
import { MODIFIERS_SECTION } from './sections.ts';

export interface Tallies {
  /** By section in their order, modifiers last: how many rows of each class. */
  readonly bySection: ReadonlyMap<string, Readonly<Record<ChangeClass, number>>>;
  /** By field of the rows that are in both: how many changed in it, most first. */
  readonly byField: ReadonlyMap<string, number>;
  /** NCCI MUE: how many values went up and down. */
  readonly raised: number;
  readonly lowered: number;
  /** NCCI PTP: by rationale, how many rows were added and how many discontinued. */
  readonly byRationale: ReadonlyMap<string, { readonly added: number; readonly discontinued: number }>;
}

/** Counts a diff's changes under what a chart shows. */
export function tally({ kind, changes }: ReleaseDiff): Tallies {
  const sections = new Map<string, Record<ChangeClass, number>>();
  const fields = new Map<string, number>();
  const rationales = new Map<string, { added: number; discontinued: number }>();
  let raised = 0;
  let lowered = 0;
  for (const { change, printedBy, section, title, fields: changed } of changes) {
    const counts = sections.get(section) ?? noChanges();
    counts[change]++;
    sections.set(section, counts);
    for (const { field, before, after } of changed) {
      if (printedBy === 'both') fields.set(field, (fields.get(field) ?? 0) + 1);
      if (field === 'value' && before !== '' && after !== '') {
        if (Number(after) > Number(before)) raised++;
        else lowered++;
      }
    }
    if (kind === 'ncci-ptp' && (change === 'added' || change === 'discontinued')) {
      const count = rationales.get(title) ?? { added: 0, discontinued: 0 };
      count[change]++;
      rationales.set(title, count);
    }
  }
  return {
    bySection: new Map([...sections].sort(([a], [b]) => inOrder(a, b))),
    byField: new Map([...fields].sort(([, a], [, b]) => b - a)),
    ...{ raised, lowered, byRationale: rationales },
  };
}

const inOrder = (a: string, b: string): number =>
  Number(a === MODIFIERS_SECTION) - Number(b === MODIFIERS_SECTION) || (a < b ? -1 : 1);

import type { CodedClaim } from '../../claims/coded-claim.ts';
import type { FindingFacts, MessageDefinition, RuleSource } from '../define-edit.ts';
import type { Outcome } from '../finding.ts';

/** What the editor does with a claim or line. */
export type Disposition = 'claim denial' | 'claim returned' | 'claim suspended' | 'line rejected' | 'line denied';

const OUTCOMES: Readonly<Record<Disposition, Outcome>> = {
  'claim denial': 'deny',
  'claim returned': 'return',
  'claim suspended': 'review',
  'line rejected': 'deny',
  'line denied': 'deny',
};

/** Facility types whose claims pass through the editor. */
const BILLS: ReadonlySet<number> = new Set([12, 13, 14, 22, 23, 34, 71, 72, 74, 75, 76, 77, 85, 87]);
const OUTPATIENT = 1;

export const IOCE_SOURCE: RuleSource = {
  document: 'Integrated Outpatient Code Editor specifications',
  section: 'edit descriptions and reasons for edit generation',
};

/** Whether the Integrated Outpatient Code Editor is for a claim. */
export const isForIoce = ({ isInstitutional, facility, setting }: CodedClaim): boolean =>
  isInstitutional && (facility < 0 ? setting === OUTPATIENT : BILLS.has(facility));

/** A message of one of the editor's numbered edits; its number is in the words and in the source. */
export function ioceMessage(
  edit: number,
  disposition: Disposition,
  means: string,
  say: (facts: FindingFacts) => string,
  outcome: Outcome = OUTCOMES[disposition],
): MessageDefinition {
  return {
    outcome,
    means: `Edit ${edit}: ${means}`,
    say: (facts) => `${say(facts)} (IOCE edit ${edit}.)`,
    source: () => ({ release: 'ioce', row: { edit, disposition } }),
    resolutions: () => [{ kind: 'correct-claim' }],
  };
}

import type { Claim } from '../claims/claim.ts';
import type { Codebook } from '../codebook/codebook.ts';
import type { CheckClaimOptions } from '../edits/check-claim.ts';
import type { RuleSource } from '../edits/define-edit.ts';
import { EDITS } from '../edits/edits.ts';
import type { EditId, Finding } from '../edits/finding.ts';
import { type Adjustment, DEFAULT_PROFILE, type Profile } from '../edits/profile.ts';
import { type RowHistory, rowHistory } from './row-history.ts';
import { type Trial, tryResolutions } from './try-resolution.ts';

/** What a reason of an edit means, where the rule comes from, and what the payer says on its remittance. */
export interface Rule {
  readonly edit: EditId;
  readonly title: string;
  readonly reason: string;
  readonly means: string;
  readonly outcome: string;
  readonly adjustment: Adjustment | null;
  readonly sources: readonly RuleSource[];
}

/** All that a person needs who has to correct a claim or to write an appeal. */
export interface Explanation {
  readonly finding: Finding;
  readonly rule: Rule;
  readonly history: RowHistory['rows'];
  /** The claim with each resolution tried out on it. */
  readonly trials: readonly Trial[];
}

/**
 * The rule behind a reason of an edit; null where the edit has no such reason.
 *
 * @example
 * ruleOf('ncci-ptp', 'not-allowed')?.means
 */
export function ruleOf(id: string, reason: string, profile: Profile = DEFAULT_PROFILE): Rule | null {
  const edit = EDITS.find((each) => each.id === id);
  const message = edit?.messages[reason];
  if (edit === undefined || message === undefined) return null;
  const words = profile.adjustments[edit.id];
  return {
    edit: edit.id,
    title: edit.title,
    reason,
    means: message.means,
    outcome: message.outcome,
    adjustment: message.outcome === 'info' ? null : (words[reason] ?? words['*'] ?? null),
    sources: edit.sources,
  };
}

/**
 * Explains a finding of a claim: the rule, the row through time, and what comes of the claim when each resolution is
 * tried out. Nothing is asked but the codebook: whether the record supports a change, only a person can tell.
 *
 * @example
 * const { findings } = checkClaim(codebook, claim)
 * const { rule, history, trials } = explain(codebook, claim, findings[0])
 */
export function explain(
  codebook: Codebook,
  claim: Claim,
  finding: Finding,
  options: CheckClaimOptions = {},
): Explanation {
  const rule = ruleOf(finding.edit, finding.reason, options.profile);
  if (rule === null) throw new RangeError(`${finding.edit} has no reason ${finding.reason}`);
  return {
    finding,
    rule,
    history: rowHistory(codebook, finding).rows,
    trials: tryResolutions(codebook, claim, finding, options),
  };
}

import { EDITS, OUTCOMES } from './edits.ts';
import type { Outcome } from './finding.ts';
import type { Profile } from './profile.ts';

/** Weights of the outcomes of each edit's reasons, as a profile has them: `weights[edit][reason]`. */
export type Weights = readonly Uint8Array[];

/** What a reason of an edit amounts to for a payer. */
export function outcomeOf({ outcomes }: Profile, edit: number, reason: string): Outcome {
  const { id, messages } = EDITS[edit];
  const changed = outcomes?.[id];
  return (
    changed?.[reason] ??
    (changed?.['*'] && messages[reason].outcome !== 'info' ? changed['*'] : null) ??
    messages[reason].outcome
  );
}

export const weightsOf = (profile: Profile): Weights =>
  EDITS.map(({ reasons }, edit) =>
    Uint8Array.from(reasons, (reason) => OUTCOMES.indexOf(outcomeOf(profile, edit, reason))),
  );

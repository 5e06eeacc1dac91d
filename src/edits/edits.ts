import { codeValidity } from './code-validity.ts';
import type { Edit } from './define-edit.ts';
import { EDIT_ORDER } from './finding.ts';
import { modifierValidity } from './modifier-validity.ts';
import { ncciAoc } from './ncci-aoc.ts';
import { ncciMue } from './ncci-mue.ts';
import { ncciPtp } from './ncci-ptp.ts';

const DEFINED: readonly Edit[] = [codeValidity, modifierValidity, ncciPtp, ncciMue, ncciAoc];

/** Every edit, in the published order. */
export const EDITS: readonly Edit[] = EDIT_ORDER.map((id) => {
  const edit = DEFINED.find((defined) => defined.id === id);
  if (edit === undefined) throw new Error(`no edit ${id} is defined`);
  return edit;
});

/** Outcomes by weight, so that they compare as numbers. */
export const OUTCOMES = ['info', 'review', 'return', 'deny'] as const;

/** Weight of the outcome of each edit's reasons: `OUTCOME_WEIGHT[edit][reason]`. */
export const OUTCOME_WEIGHT: readonly Uint8Array[] = EDITS.map((edit) =>
  Uint8Array.from(edit.reasons, (reason) => OUTCOMES.indexOf(edit.messages[reason].outcome)),
);

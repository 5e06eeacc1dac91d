import type { CodedClaim } from '../claims/coded-claim.ts';
import { MODIFIER_SLOTS } from '../claims/coded-claim.ts';
import type { ModifierSet } from './modifier-sets.ts';

/** How many different modifiers of a set a line has; a repeated one counts once. */
export function countOf(claim: CodedClaim, line: number, set: ModifierSet): number {
  const start = line * MODIFIER_SLOTS;
  const end = start + Math.min(claim.modifierCount[line], MODIFIER_SLOTS);
  let count = 0;
  for (let slot = start; slot < end; slot++) {
    const modifier = claim.modifiers[slot];
    if (set.has(modifier) && isFirst(claim.modifiers, modifier, start, slot)) count++;
  }
  return count;
}

function isFirst(modifiers: Int16Array, modifier: number, start: number, slot: number): boolean {
  for (let before = start; before < slot; before++) if (modifiers[before] === modifier) return false;
  return true;
}

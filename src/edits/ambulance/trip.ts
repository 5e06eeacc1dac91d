import type { CodedClaim } from '../../claims/coded-claim.ts';
import { MODIFIER_SLOTS } from '../../claims/coded-claim.ts';
import { isAmbulanceTrip } from '../../codes/ambulance-modifiers.ts';
import { UNPACKABLE } from '../../codes/packed.ts';

/** The modifier of a line that names origin and destination, UNPACKABLE for none. */
export function tripOf(claim: CodedClaim, line: number): number {
  const start = line * MODIFIER_SLOTS;
  const end = start + Math.min(claim.modifierCount[line], MODIFIER_SLOTS);
  for (let slot = start; slot < end; slot++) {
    if (isAmbulanceTrip(claim.code[line], claim.modifiers[slot])) return claim.modifiers[slot];
  }
  return UNPACKABLE;
}

/** Destinations that are no covered ones in general: a diagnostic site, a transfer alone, a physician's office, a scene. */
const NOT_COVERED = new Set(['D', 'P', 'S'].map((letter) => Number.parseInt(letter, 36)));
/** The destination is the second letter, the last base-36 digit. */
export const isDoubtfulDestination = (trip: number): boolean => NOT_COVERED.has(trip % 36);

import { isAmbulanceTrip } from '../codes/ambulance-modifiers.ts';
import { type Day, isoDay, NOT_A_DAY } from '../codes/day.ts';
import { levelOneModifierFrom } from '../codes/level-one-modifiers.ts';
import { packCodeText, packModifierText } from '../codes/packed.ts';
import type { KnownFacts } from './code-facts.ts';

/** What is known of a Level I modifier by its number. */
export function levelOneModifier(code: string, on: Day): KnownFacts {
  const from = levelOneModifierFrom(packModifierText(code));
  const reason = 'Known by number alone: the descriptors of Level I modifiers are licensed by the AMA.';
  // Day 0 stands for "before any claim here": the true first day of those is not published.
  const since = from === NOT_A_DAY || from === 0 ? null : isoDay(from);
  return { status: on >= from ? 'valid' : 'not-yet-valid', reason, from: since };
}

/** No release lists the two letters of an ambulance trip; on transport codes they are a modifier all the same. */
export function tripNote(code: string): string {
  if (!isAmbulanceTrip(packCodeText('A0021'), packModifierText(code))) return '';
  return ` On ambulance codes it names a trip: origin ${code[0]}, destination ${code[1]}.`;
}

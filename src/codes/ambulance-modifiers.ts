import { type PackedCode, type PackedModifier, packCodeText, packModifierText } from './packed.ts';

/**
 * Origin and destination of an ambulance trip: a modifier of two letters, the first for where it began, the second
 * for where it ended (Medicare Claims Processing Manual, chapter 15, section 30 A). CMS's HCPCS files list the letters'
 * pairs nowhere, and the same two letters may be another modifier on other codes (JG, RR). X is a destination only.
 */
const ORIGINS = 'DEGHIJNPRS';
const DESTINATIONS = `${ORIGINS}X`;

const IS_TRIP = new Uint8Array(36 * 36);
for (const origin of ORIGINS) for (const to of DESTINATIONS) IS_TRIP[packModifierText(origin + to)] = 1;

/** The HCPCS section of transport services including ambulance; packed codes are ordered as their texts are. */
const FIRST = packCodeText('A0021');
const LAST = packCodeText('A0999');

/**
 * Whether a modifier on a code names the origin and the destination of a trip.
 *
 * @example
 * isAmbulanceTrip(packCodeText('A0427'), packModifierText('RH')) // residence to hospital
 */
export const isAmbulanceTrip = (code: PackedCode, modifier: PackedModifier): boolean =>
  code >= FIRST && code <= LAST && modifier >= 0 && IS_TRIP[modifier] === 1;

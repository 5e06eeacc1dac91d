import { type Day, dayOf, NOT_A_DAY } from './day.ts';
import { type PackedModifier, packModifierText } from './packed.ts';

/**
 * The Level I (CPT) modifiers by number alone: CMS's HCPCS files list none of them but P1–P6 and the AMA's
 * descriptors are licensed. Numbers as used in the Medicare Claims Processing Manual, chapters 12 and 23, and the
 * NCCI Policy Manual, chapter I; P1–P6 are the anesthesia physical status modifiers, older than the date that
 * CMS's files give them. 1P, 2P, 3P and 8P belong to Category II codes.
 */
const ALWAYS =
  '22 23 24 25 26 27 32 47 50 51 52 53 54 55 56 57 58 59 62 63 66 73 74 76 77 78 79 80 81 82 90 91 99 P1 P2 P3 P4 P5 P6 1P 2P 3P 8P';

/** Those with a first day after 1996 that claims may still meet. */
const SINCE: readonly (readonly [string, Day])[] = [
  ['92', dayOf(2008, 1, 1)],
  ['33', dayOf(2011, 1, 1)],
  ['95', dayOf(2017, 1, 1)],
  ['96', dayOf(2018, 1, 1)],
  ['97', dayOf(2018, 1, 1)],
  ['93', dayOf(2022, 1, 1)],
];

const FROM = new Int32Array(36 * 36).fill(NOT_A_DAY);
for (const modifier of ALWAYS.split(' ')) FROM[packModifierText(modifier)] = 0;
for (const [modifier, from] of SINCE) FROM[packModifierText(modifier)] = from;

/**
 * First day on which a Level I modifier may be reported; `NOT_A_DAY` for what is none.
 *
 * @example
 * levelOneModifierFrom(packModifierText('95')) === dayOf(2017, 1, 1)
 */
export function levelOneModifierFrom(modifier: PackedModifier): Day {
  return modifier < 0 ? NOT_A_DAY : FROM[modifier];
}

import { packModifierText } from '../../codes/packed.ts';

/**
 * A provider's part in a case of anesthesia, by its modifier (Medicare Claims Processing Manual, chapter 12, sections 50 and
 * 140): AA an anesthesiologist in full; QK, QY and AD a physician directing or supervising; QX an anesthetist under
 * direction; QZ one without.
 */
export type Part = 'in full' | 'directing' | 'directed' | 'alone' | 'none';

const PARTS: Readonly<Record<string, Part>> = {
  AA: 'in full',
  AD: 'directing',
  QK: 'directing',
  QY: 'directing',
  QX: 'directed',
  QZ: 'alone',
};
const BY_MODIFIER = new Map(Object.entries(PARTS).map(([modifier, part]) => [packModifierText(modifier), part]));

export const partOf = (modifier: number): Part => BY_MODIFIER.get(modifier) ?? 'none';

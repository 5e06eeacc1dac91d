import { packModifierText } from '../codes/packed.ts';

/** A set of modifiers that the edits ask of by packed value, without building text. */
export interface ModifierSet {
  readonly modifiers: readonly string[];
  has(packed: number): boolean;
}

export function modifierSet(text: string): ModifierSet {
  const modifiers = text.split(' ');
  const member = new Uint8Array(36 * 36);
  for (const modifier of modifiers) member[packModifierText(modifier)] = 1;
  return { modifiers, has: (packed) => packed >= 0 && member[packed] === 1 };
}

/**
 * The PTP-associated modifiers, in the groups of the NCCI Policy Manual for Medicare Services, chapter I,
 * section E: with modifier indicator 1 they bypass the edit when the documentation supports them.
 */
export const ANATOMIC = modifierSet(
  'E1 E2 E3 E4 FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9 LT RT LC LD LM RC RI',
);
/** Of global surgery, those that speak of a visit beside a procedure: they count on an evaluation and management line only. */
export const VISIT = modifierSet('24 25 57');
/** Of global surgery, those of procedures. */
export const GLOBAL_SURGERY = modifierSet('58 78 79');
/** Modifier 59 and its subsets: on either line since 2019-07-01 (CR 11168), before on column two only. */
export const DISTINCT = modifierSet('59 XE XP XS XU');
export const X_SUBSETS = modifierSet('XE XP XS XU');
const OTHER = modifierSet('27 91');

/** Every modifier that can bypass a PTP edit. */
export const PTP_ASSOCIATED = modifierSet(
  [ANATOMIC, VISIT, GLOBAL_SURGERY, DISTINCT, OTHER].flatMap((set) => set.modifiers).join(' '),
);

/** An assistant at surgery: physicians 80, 81, 82; physician assistants, nurse practitioners, clinical nurse specialists AS. */
export const ASSISTANT = modifierSet('80 81 82 AS');

/** With these, units above an MUE of adjudication indicator 1 may be reported on further lines. */
export const MUE_FURTHER_LINES = [...DISTINCT.modifiers, '76', '77', '91', ...ANATOMIC.modifiers];

/**
 * Modifiers that say opposite things of one line. Any two members of a group contradict each other. Of GA, GY, GZ
 * and KX: GZ with GA or GY makes a line unprocessable (Claims Processing Manual, chapter 23, section 20.9.1.1); KX
 * with any of the others is ruled out by the DME contractors.
 */
export const CONTRADICTORY: readonly ModifierSet[] = [
  modifierSet('LT RT 50'),
  modifierSet('26 TC'),
  modifierSet('JW JZ'),
  modifierSet('NU UE RR'),
  modifierSet('GA GY GZ KX'),
];

export const MODIFIER_26 = packModifierText('26');
export const MODIFIER_50 = packModifierText('50');
export const MODIFIER_55 = packModifierText('55');
export const MODIFIER_59 = packModifierText('59');
export const MODIFIER_XP = packModifierText('XP');
export const MODIFIER_LT = packModifierText('LT');
export const MODIFIER_RT = packModifierText('RT');
export const MODIFIER_TC = packModifierText('TC');

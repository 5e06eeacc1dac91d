import { LEVEL_TWO_SECTIONS } from '../codes/level-two-sections.ts';

/** What modifiers are counted under. */
export const MODIFIERS_SECTION = 'modifiers';

/**
 * What a code is counted under: the letter of a Level II section, the ten thousands of a Level I code,
 * `modifiers`.
 */
export function sectionOf(code: string): string {
  if (code.length === 2) return MODIFIERS_SECTION;
  if (/^\d{5}$/.test(code)) return `${code[0]}0000–${code[0]}9999`;
  if (/^\d{4}[A-Z]$/.test(code)) return `nnnn${code[4]}`;
  return code[0] ?? '';
}

const LEVEL_ONE_ENDINGS: Readonly<Record<string, string>> = {
  nnnnA: 'Level I, vaccine administration',
  nnnnF: 'Level I, category II',
  nnnnM: 'Level I, MAAA',
  nnnnT: 'Level I, category III',
  nnnnU: 'Level I, PLA',
};

/** The section's name for a person, '' where it says itself what it is; of a table of HCPCS codes. */
export const sectionName = (section: string): string => LEVEL_TWO_SECTIONS[section] ?? LEVEL_ONE_ENDINGS[section] ?? '';

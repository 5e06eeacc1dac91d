import { NOT_A_DAY } from './day.ts';
import { levelOneModifierFrom } from './level-one-modifiers.ts';
import { LEVEL_TWO_SECTIONS } from './level-two-sections.ts';
import { packModifierText } from './packed.ts';

/** Who is in charge of a code: takes applications, decides, publishes. */
export type Steward = 'CMS' | 'AMA CPT Editorial Panel' | 'ADA';

/** The kinds of Level I (CPT) codes. */
export type LevelOneCategory = 'I' | 'II' | 'III' | 'PLA' | 'MAAA' | 'vaccine administration';

/** What a text is as a code, by its shape alone: whether a release lists it, a codebook knows. */
export type Code =
  | {
      readonly kind: 'procedure';
      /** Five characters, upper case, without spaces. */
      readonly code: string;
      readonly level: 'I';
      readonly category: LevelOneCategory;
      readonly section: null;
      readonly steward: Steward;
    }
  | {
      readonly kind: 'procedure';
      readonly code: string;
      readonly level: 'II';
      /** The code's first letter. */
      readonly category: string;
      /** Name of the Level II section that the letter stands for. */
      readonly section: string;
      readonly steward: Steward;
    }
  | {
      readonly kind: 'modifier';
      /** Two characters, upper case. */
      readonly code: string;
      readonly level: 'I' | 'II';
      readonly category: 'modifier';
      readonly section: null;
      readonly steward: Steward;
    }
  | { readonly kind: 'invalid'; readonly text: string; readonly reason: InvalidCode; readonly message: string };

/** Why a text is no code; stable. */
export type InvalidCode = 'empty' | 'length' | 'characters' | 'letter' | 'digits' | 'ending';

/** Category of a Level I code by its last character (CPT: I five digits, II F, III T, PLA U, MAAA M). */
const LEVEL_ONE_ENDINGS: Readonly<Record<string, LevelOneCategory>> = {
  F: 'II',
  T: 'III',
  U: 'PLA',
  M: 'MAAA',
  A: 'vaccine administration',
};

/**
 * What a text is as a code: level, category, section and steward. Case and white space are normalised; the
 * rest is rejected with a reason. Shapes: 45 CFR 162.1002; CMS HCPCS Level II coding procedures; the ADA keeps
 * D codes; the CPT Editorial Panel keeps Level I.
 *
 * @example
 * parseCode(' j0135 ') // { kind: 'procedure', code: 'J0135', level: 'II', category: 'J', …, steward: 'CMS' }
 * parseCode('0042T')   // { kind: 'procedure', level: 'I', category: 'III', steward: 'AMA CPT Editorial Panel', … }
 * parseCode('J013')    // { kind: 'invalid', reason: 'length', … }
 */
export function parseCode(text: string): Code {
  const code = text.replace(/\s+/g, '').toUpperCase();
  if (code === '') return invalid(text, 'empty', 'There is no code.');
  if (!/^[0-9A-Z]+$/.test(code)) {
    return invalid(text, 'characters', `"${shown(text)}" is no code: only letters and digits stand in a code.`);
  }
  if (code.length === 2) return modifier(code);
  if (code.length !== 5) {
    return invalid(
      text,
      'length',
      `"${shown(text)}" is no code: a code has five characters, a modifier two; this has ${code.length}.`,
    );
  }
  return /^\d/.test(code) ? levelOne(code, text) : levelTwo(code, text);
}

function levelOne(code: string, text: string): Code {
  const category = /^\d{5}$/.test(code) ? 'I' : LEVEL_ONE_ENDINGS[code[4]];
  if (!/^\d{4}/.test(code)) {
    return invalid(text, 'digits', `"${code}" is no code: a Level I code begins with four digits.`);
  }
  if (category === undefined) {
    return invalid(text, 'ending', `"${code}" is no code: a Level I code ends in a digit or A, F, M, T or U.`);
  }
  return { kind: 'procedure', code, level: 'I', category, section: null, steward: 'AMA CPT Editorial Panel' };
}

function levelTwo(code: string, text: string): Code {
  const section = LEVEL_TWO_SECTIONS[code[0]];
  if (section === undefined) {
    return invalid(text, 'letter', `"${code}" is no code: no Level II section begins with ${code[0]}.`);
  }
  if (!/^.\d{4}$/.test(code)) {
    return invalid(text, 'digits', `"${code}" is no code: a Level II code is a letter and four digits.`);
  }
  const steward = code[0] === 'D' ? 'ADA' : 'CMS';
  return { kind: 'procedure', code, level: 'II', category: code[0], section, steward };
}

function modifier(code: string): Code {
  const isLevelOne = levelOneModifierFrom(packModifierText(code)) !== NOT_A_DAY;
  return {
    kind: 'modifier',
    code,
    level: isLevelOne ? 'I' : 'II',
    category: 'modifier',
    section: null,
    steward: isLevelOne ? 'AMA CPT Editorial Panel' : 'CMS',
  };
}

const invalid = (text: string, reason: InvalidCode, message: string): Code => ({
  kind: 'invalid',
  text,
  reason,
  message,
});

/** What is said back of a text that may be anything: its beginning, on one line. */
const shown = (text: string): string => {
  const plain = text.trim().replace(/[^\x20-\x7e]/g, '?');
  return plain.length > 20 ? `${plain.slice(0, 20)}…` : plain;
};

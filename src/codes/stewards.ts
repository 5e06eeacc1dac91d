import { type Code, parseCode } from './code.ts';
import { STEWARDSHIPS, type StewardshipFacts, type StewardshipId } from './stewardship-facts.ts';

/** Who is in charge of a code, and how it changes. */
export interface Stewardship extends StewardshipFacts {
  readonly id: StewardshipId;
  readonly code: string;
}

/** Level II letters with a use of their own (CMS, HCPCS Level II coding procedures, "Types of codes"). */
const BY_LETTER: Readonly<Record<string, StewardshipId>> = {
  C: 'hcpcs-outpatient',
  D: 'cdt',
  G: 'hcpcs-medicare',
  H: 'hcpcs-medicaid',
  K: 'hcpcs-medicare',
  Q: 'hcpcs-medicare',
  S: 'hcpcs-private',
  T: 'hcpcs-medicaid',
};

const BY_CATEGORY: Readonly<Record<string, StewardshipId>> = {
  II: 'cpt-two',
  III: 'cpt-three',
  PLA: 'cpt-pla',
  MAAA: 'cpt-maaa',
  'vaccine administration': 'cpt-vaccine',
};

/**
 * Steward, deciding body, legal owner, the way to ask for a change, and where releases come from, for a code or
 * modifier; null for what is none.
 *
 * @example
 * stewardOf('J0135')?.owner // 'CMS; in the public domain'
 * @example
 * stewardOf('D0120')?.steward // 'American Dental Association (ADA)'
 * @example
 * stewardOf('W1234') // null
 */
export function stewardOf(text: string): Stewardship | null {
  const parsed = parseCode(text);
  if (parsed.kind === 'invalid') return null;
  const id = idOf(parsed);
  return { id, code: parsed.code, ...STEWARDSHIPS[id] };
}

function idOf(code: Exclude<Code, { kind: 'invalid' }>): StewardshipId {
  if (code.kind === 'modifier') return code.level === 'I' ? 'cpt-modifier' : 'hcpcs-modifier';
  if (code.level === 'I') return BY_CATEGORY[code.category] ?? 'cpt-one';
  return BY_LETTER[code.category] ?? 'hcpcs';
}

import { parseCode } from '../codes/code.ts';
import type { Claim, ClaimLine } from './claim.ts';

/** A code or modifier of a line in other letters: the same one, as a payer's system expects it. */
export interface Change {
  readonly claim: string;
  readonly line: number;
  readonly what: 'code' | 'modifier';
  readonly from: string;
  readonly to: string;
}

/** Codes of these qualifiers are HCPCS: no other set of codes is normalised. */
export const HCPCS_QUALIFIER = 'HC';

/**
 * The code that a text plainly means: in capitals, without blanks and hyphens. null where that is no code's shape, or
 * is what stands there already. No character is guessed.
 *
 * @example
 * normalisedCode('j-1885') // 'J1885'
 * normalisedCode('99213-25') // null
 */
export function normalisedCode(text: string): string | null {
  const code = bare(text);
  return code !== text && code.length === 5 && parseCode(code).kind === 'procedure' ? code : null;
}

/** The modifier that a text plainly means; null where that is none, or is what stands there already. */
export function normalisedModifier(text: string): string | null {
  const modifier = bare(text);
  return modifier !== text && /^[0-9A-Z]{2}$/.test(modifier) ? modifier : null;
}

const bare = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase();

/** A claim with its codes and modifiers normalised, telling each change. */
export function normalisedClaim(claim: Claim, onChange: (change: Change) => void): Claim {
  return { ...claim, lines: claim.lines.map((line) => normalisedLine(claim.id, line, onChange)) };
}

function normalisedLine(claim: string, line: ClaimLine, onChange: (change: Change) => void): ClaimLine {
  if (line.qualifier !== HCPCS_QUALIFIER) return line;
  const changed = (what: Change['what'], from: string, to: string | null): string => {
    if (to !== null) onChange({ claim, line: line.number, what, from, to });
    return to ?? from;
  };
  return {
    ...line,
    code: changed('code', line.code, normalisedCode(line.code)),
    modifiers: line.modifiers.map((modifier) => changed('modifier', modifier, normalisedModifier(modifier))),
  };
}

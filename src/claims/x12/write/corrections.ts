import type { CodedClaim } from '../../coded-claim.ts';
import { type Change, HCPCS_QUALIFIER, normalisedCode, normalisedModifier } from '../../normalise.ts';
import { bytesOf, textOf, trim } from '../../text.ts';
import type { Delimiters } from '../delimiters.ts';
import { componentEnd, elementEnd } from '../elements.ts';
import { MODIFIERS_OF_COMPOSITE } from '../service-line.ts';
import type { Replacement } from './splicer.ts';

/** A change and where in the file it is made. */
export interface Correction extends Replacement {
  readonly change: Change;
}

/**
 * What `normalisedClaim` would change in a claim that an X12 reader has just read, as bytes of its file, in order.
 * Of each code or modifier the whole component is replaced, blanks at its ends included.
 */
export function correctionsOf(coded: CodedClaim): Correction[] {
  const { delimiters } = coded;
  if (delimiters === null || coded.base < 0) return [];
  const corrections: Correction[] = [];
  for (let line = 0; line < coded.ownLines; line++) {
    if (coded.codeStart[line] < coded.codeEnd[line]) correctLine(coded, delimiters, line, corrections);
  }
  return corrections;
}

function correctLine(coded: CodedClaim, delimiters: Delimiters, line: number, corrections: Correction[]): void {
  const { bytes } = coded;
  const end = elementEnd(bytes, coded.codeStart[line], delimiters.element, delimiters.terminator);
  let start = coded.codeStart[line];
  while (bytes[start - 1] !== delimiters.element) start--;
  let isHcpcs = false;
  for (let place = 0; place <= 1 + MODIFIERS_OF_COMPOSITE && start <= end; place++) {
    const next = componentEnd(bytes, start, end, delimiters.component);
    const text = textOf(bytes, start, next);
    if (place === 0) isHcpcs = trim(text) === HCPCS_QUALIFIER;
    else if (isHcpcs) correct(coded, line, place === 1 ? 'code' : 'modifier', text, start, next, corrections);
    start = next + 1;
  }
}

function correct(
  coded: CodedClaim,
  line: number,
  what: Change['what'],
  text: string,
  start: number,
  end: number,
  corrections: Correction[],
): void {
  const to = what === 'code' ? normalisedCode(text) : normalisedModifier(text);
  if (to === null) return;
  const claim = trim(textOf(coded.bytes, coded.idStart, coded.idEnd));
  corrections.push({
    change: { claim, line: coded.number[line], what, from: text, to },
    start: coded.base + start,
    end: coded.base + end,
    bytes: bytesOf(to),
  });
}

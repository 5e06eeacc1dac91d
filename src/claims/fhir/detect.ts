import { textOf } from '../text.ts';

/** Elements of the top level by which a claim in FHIR is told from one in JSON, whatever their order. */
const OF_FHIR: ReadonlySet<string> = new Set(
  'resourceType entry contained insurance careTeam supportingInfo item insurer created provider priority use'.split(
    ' ',
  ),
);
const OF_CLAIMS: ReadonlySet<string> = new Set(['claims', 'lines', 'diagnoses', 'billingProvider']);

/**
 * Whether JSON, by its first bytes, is FHIR: told by the first element of its (first) object that only one of both
 * has. `undefined` where none is among the bytes.
 */
export function isFhir(head: Uint8Array, start: number): boolean | undefined {
  let depth = 0;
  const text = textOf(head, start);
  const isList = text.startsWith('[');
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (c === '"') {
      const end = endOfString(text, at);
      if (end < 0) return undefined;
      if (depth === (isList ? 2 : 1) && isKey(text, end)) {
        const key = text.slice(at + 1, end - 1);
        if (OF_FHIR.has(key)) return true;
        if (OF_CLAIMS.has(key)) return false;
      }
      at = end - 1;
    } else if (c === '{' || c === '[') depth++;
    else if (c === '}' || c === ']') {
      depth--;
      if (depth === (isList ? 1 : 0)) return false;
    }
  }
  return undefined;
}

const isKey = (text: string, from: number): boolean => /^\s*:/.test(text.slice(from, from + 40));

function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return -1;
}

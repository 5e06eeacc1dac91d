import type { PtpRows } from './release.ts';

/** The rows of several parts one after the other; rationales are numbered anew. */
export function joinedPtpRows(parts: readonly PtpRows[]): PtpRows {
  if (parts.length === 1) return parts[0];
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const rationales = [...new Set(parts.flatMap((part) => part.rationales))];
  const joined = {
    count,
    columnOne: new Uint32Array(count),
    columnTwo: new Uint32Array(count),
    effective: new Uint16Array(count),
    deletion: new Uint16Array(count),
    modifierIndicator: new Uint8Array(count),
    prior1996: new Uint8Array(count),
    rationale: new Uint8Array(count),
    rationales,
  };
  let at = 0;
  for (const part of parts) {
    const renumbered = Uint8Array.from(part.rationales, (text) => rationales.indexOf(text));
    joined.columnOne.set(part.columnOne, at);
    joined.columnTwo.set(part.columnTwo, at);
    joined.effective.set(part.effective, at);
    joined.deletion.set(part.deletion, at);
    joined.modifierIndicator.set(part.modifierIndicator, at);
    joined.prior1996.set(part.prior1996, at);
    for (let i = 0; i < part.count; i++) joined.rationale[at + i] = renumbered[part.rationale[i]];
    at += part.count;
  }
  return joined;
}

/**
 * Codes and modifiers as numbers: base 36, digits before letters, so that numeric order is text order and
 * a code of five characters fits a 32-bit integer. The hot paths compare these and build no strings.
 */

/** A code of five characters 0–9 A–Z as a number below 36^5. */
export type PackedCode = number;
/** A modifier of two characters 0–9 A–Z as a number below 36^2. */
export type PackedModifier = number;

/** What is not five (two) letters and digits packs to this. */
export const UNPACKABLE = -1;

/** Base-36 value by ASCII byte, lower case taken as upper case, -1 for the rest. */
const VALUE = new Int8Array(256).fill(-1);
for (let i = 0; i < 10; i++) VALUE[48 + i] = i;
for (let i = 0; i < 26; i++) VALUE[65 + i] = VALUE[97 + i] = 10 + i;

/** Packs the bytes `[start, end)`; `UNPACKABLE` unless they are exactly five letters or digits. */
export function packCode(bytes: Uint8Array, start: number, end: number): PackedCode {
  if (end - start !== 5) return UNPACKABLE;
  const a = VALUE[bytes[start]];
  const b = VALUE[bytes[start + 1]];
  const c = VALUE[bytes[start + 2]];
  const d = VALUE[bytes[start + 3]];
  const e = VALUE[bytes[start + 4]];
  if ((a | b | c | d | e) < 0) return UNPACKABLE;
  return (((a * 36 + b) * 36 + c) * 36 + d) * 36 + e;
}

/** Packs the bytes `[start, end)`; `UNPACKABLE` unless they are exactly two letters or digits. */
export function packModifier(bytes: Uint8Array, start: number, end: number): PackedModifier {
  if (end - start !== 2) return UNPACKABLE;
  const a = VALUE[bytes[start]];
  const b = VALUE[bytes[start + 1]];
  return (a | b) < 0 ? UNPACKABLE : a * 36 + b;
}

function packText(text: string, length: number): number {
  if (text.length !== length) return UNPACKABLE;
  let packed = 0;
  for (let i = 0; i < length; i++) {
    const value = VALUE[text.charCodeAt(i)] ?? -1;
    if (value < 0) return UNPACKABLE;
    packed = packed * 36 + value;
  }
  return packed;
}

/** `packCodeText('J0135')`; case is ignored, spaces are not. */
export const packCodeText = (text: string): PackedCode => packText(text, 5);
/** `packModifierText('59')`; case is ignored, spaces are not. */
export const packModifierText = (text: string): PackedModifier => packText(text, 2);

const unpack = (packed: number, length: number): string => packed.toString(36).toUpperCase().padStart(length, '0');

/** The code's five characters, upper case. */
export const unpackCode = (packed: PackedCode): string => unpack(packed, 5);
/** The modifier's two characters, upper case. */
export const unpackModifier = (packed: PackedModifier): string => unpack(packed, 2);

import { UNPACKABLE } from './packed.ts';

/**
 * A diagnosis code of one to seven letters and digits as a number, its dot left out: base 37 from the left, 0 for a
 * blank, so that numeric order is text order and the codes under a category are a range. Below 2^37.
 */
export type PackedDiagnosis = number;

const MOST = 7;
const POINT = 46;

/** 1 to 36 by ASCII byte, lower case taken as upper case, 0 for the rest. */
const VALUE = new Uint8Array(256);
for (let i = 0; i < 10; i++) VALUE[48 + i] = i + 1;
for (let i = 0; i < 26; i++) VALUE[65 + i] = VALUE[97 + i] = i + 11;

/** Packs the bytes `[start, end)`; `UNPACKABLE` where they are no one to seven letters and digits beside a dot. */
export function packDiagnosis(bytes: ArrayLike<number>, start: number, end: number): PackedDiagnosis {
  let packed = 0;
  let count = 0;
  for (let i = start; i < end; i++) {
    if (bytes[i] === POINT) continue;
    const value = VALUE[bytes[i]] ?? 0;
    if (value === 0 || count === MOST) return UNPACKABLE;
    packed = packed * 37 + value;
    count++;
  }
  if (count === 0) return UNPACKABLE;
  for (; count < MOST; count++) packed *= 37;
  return packed;
}

const letters = new Uint8Array(MOST + 1);

/** `packDiagnosisText('E11.9') === packDiagnosisText('e119')`. */
export function packDiagnosisText(text: string): PackedDiagnosis {
  if (text.length > MOST + 1) return UNPACKABLE;
  for (let i = 0; i < text.length; i++) letters[i] = Math.min(text.charCodeAt(i), 0xff);
  return packDiagnosis(letters, 0, text.length);
}

/** The code's letters and digits, upper case, without a dot. */
export function unpackDiagnosis(packed: PackedDiagnosis): string {
  let text = '';
  let rest = packed;
  for (let i = 0; i < MOST; i++) {
    const value = rest % 37;
    rest = (rest - value) / 37;
    if (value > 0) text = String.fromCharCode(value <= 10 ? 47 + value : 54 + value) + text;
  }
  return text;
}

/** The first code that does not begin as this one, so that `from <= code && code < pastPrefix(from)` asks for a prefix. */
export function pastPrefix(prefix: PackedDiagnosis): PackedDiagnosis {
  let unit = 1;
  while (prefix % (unit * 37) === 0) unit *= 37;
  return prefix + unit;
}

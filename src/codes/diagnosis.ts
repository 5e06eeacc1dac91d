/**
 * An ICD-10-CM code as tables key it, without its dot; null where the text has not the shape of one (a letter, a
 * digit, a digit or A or B, then up to four more) or could as well be a procedure code. Five characters without a dot
 * that are a letter and four digits are a HCPCS code: give `E10.10` to mean the diagnosis.
 *
 * @example
 * diagnosisKey('e11.9') // 'E119'
 * @example
 * diagnosisKey('E1010') // null
 */
export function diagnosisKey(text: string): string | null {
  const match = /^([A-Z]\d[0-9AB])(\.)?([0-9A-Z]{0,4})$/.exec(text.trim().toUpperCase());
  if (match === null) return null;
  const [, start, dot, rest] = match;
  const key = start + rest;
  return dot === undefined && /^[A-Z]\d{4}$/.test(key) ? null : key;
}

/** `E11.9` of `E119`. */
export const withDot = (key: string): string => (key.length > 3 ? `${key.slice(0, 3)}.${key.slice(3)}` : key);

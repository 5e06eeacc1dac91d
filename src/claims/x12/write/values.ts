/** `20240701`; '' for none. */
export const compact = (date: string | null): string => (date ?? '').replaceAll('-', '');

/** A number without an exponent; '' for none. */
export function plain(value: number | null): string {
  if (value === null) return '';
  const text = String(value);
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : text;
}

/** A DTP segment of one day (D8) or several (RD8); none without a first day. */
export function dates(qualifier: string, from: string | null, to: string | null): string[][] {
  if (from === null) return [];
  if (from === (to ?? from)) return [['DTP', qualifier, 'D8', compact(from)]];
  return [['DTP', qualifier, 'RD8', range(from, to)]];
}

/** The two days of RD8; a last day that is not known is the first one, since half a range is no date. */
export const range = (from: string, to: string | null): string => `${compact(from)}-${compact(to ?? from)}`;

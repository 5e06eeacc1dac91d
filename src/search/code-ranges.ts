const RANGE = /^([A-Z0-9]{5})(?:-([A-Z0-9]{5}))?$/;

/** Whether a text is nothing but codes and ranges: `E0100 E0105-E0117`. */
export const isCodeList = (text: string): boolean =>
  text.split(/[\s,]+/).every((part) => RANGE.test(part) && /\d/.test(part));

/**
 * Places of the codes that a list of codes and ranges names.
 *
 * @param codes all codes, ascending
 * @example
 * placesOf('E0100 E0110-E0112', codes) // [places of E0100, E0110, E0111, E0112]
 */
export function placesOf(list: string, codes: readonly string[]): readonly number[] {
  const places = new Set<number>();
  for (const part of list.split(/[\s,]+/)) {
    const [, from, to = from] = RANGE.exec(part) ?? [];
    if (from === undefined) continue;
    for (let place = firstAtLeast(codes, from); place < codes.length && codes[place] <= to; place++) places.add(place);
  }
  return [...places];
}

/** Place of the first code that is not before `code`. */
export function firstAtLeast(codes: readonly string[], code: string): number {
  let low = 0;
  let high = codes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (codes[middle] < code) low = middle + 1;
    else high = middle;
  }
  return low;
}

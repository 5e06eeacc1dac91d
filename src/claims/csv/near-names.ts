import { plainName } from './columns.ts';

/**
 * Of the names those that may have been meant, the nearest first: alike but for a third of their letters, or one within
 * the other.
 *
 * @example
 * nearest('modifer1', ['modifier1', 'modifier2', 'units'], 1) // ['modifier1']
 */
export function nearest(name: string, names: readonly string[], most: number): string[] {
  const wanted = plainName(name);
  return names
    .map((each) => ({ each, distance: distanceOf(wanted, plainName(each)) }))
    .filter(({ each, distance }) => distance * 3 <= Math.max(wanted.length, plainName(each).length))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ each }) => each);
}

function distanceOf(a: string, b: string): number {
  if (a === '' || b === '') return Number.POSITIVE_INFINITY;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length > 2 && long.includes(short) ? 1 + (long.length - short.length) / 100 : editDistance(a, b);
}

/** Letters to put in, take out or change to make one of the other (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}

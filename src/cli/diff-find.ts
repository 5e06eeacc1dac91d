import { tableName } from '../diff/document.ts';
import { ProblemError } from '../problems.ts';
import type { ReleaseHeader } from '../releases/release.ts';

/** A release that can be compared, its rows not yet read. */
export type NamedRelease = Pick<ReleaseHeader, 'kind' | 'setting' | 'period'> & { readonly id: string };

/**
 * The releases that a person means: the one with this id, else every one for this year or quarter, else those whose
 * id ends so (`professional/2024Q3`). Oldest first, as they are given.
 *
 * @throws ProblemError `release-unknown` with the nearest ids
 */
export function releasesNamed<R extends NamedRelease>(text: string, releases: readonly R[]): readonly R[] {
  const asked = text.trim().toLowerCase();
  const tests: readonly ((release: R) => boolean)[] = [
    ({ id }) => id.toLowerCase() === asked,
    ({ period }) => period.label.toLowerCase() === asked,
    ({ id }) => id.toLowerCase().endsWith(`/${asked}`),
  ];
  for (const test of tests) {
    const found = releases.filter(test);
    if (found.length > 0) return found;
  }
  throw unknown(text, releases);
}

/** The release that a later print of the same table and period takes the place of, and that print. */
export function supersedingPrint<R extends NamedRelease>(release: R, releases: readonly R[]): R | null {
  const prints = releases.filter(
    (other) => tableName(other) === tableName(release) && other.period.from === release.period.from,
  );
  const last = prints.at(-1);
  return last === undefined || last.id === release.id ? null : last;
}

const MOST_NEAR = 4;

function unknown(text: string, releases: readonly NamedRelease[]): ProblemError {
  const words = [...new Set(releases.flatMap(({ id, period }) => [id, period.label]))];
  const near = words
    .map((word) => ({ word, far: distance(text.toLowerCase(), word.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)
    .filter(({ word, far }) => far <= Math.max(2, word.length / 2))
    .slice(0, MOST_NEAR);
  const hint = near.length === 0 ? '' : ` Near it: ${near.map(({ word }) => word).join(', ')}.`;
  return new ProblemError('release-unknown', `There is no file and no release "${text}".${hint}`);
}

/** How many letters are to be put in, taken out or changed to come from one word to the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}

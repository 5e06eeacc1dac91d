import type { ReleaseHeader } from '../releases/release.ts';

interface Print extends Pick<ReleaseHeader, 'kind' | 'setting' | 'period' | 'print'> {
  readonly partial: boolean;
  readonly codes: number;
  readonly modifiers: number;
}

/**
 * The newest print that takes the place of a release, among the given ones; null where none does. A partial print does
 * not, nor one without any code (modifier) that of one with some. Corrections documents are numbered too, but a later
 * one does not stand for an earlier one.
 */
export function newerPrint(releases: readonly Print[], index: number, among: Iterable<number>): number | null {
  const release = releases[index];
  if (release.kind === 'hcpcs-corrections') return null;
  let newest: number | null = null;
  for (const other of among) {
    const print = newest === null ? release.print : releases[newest].print;
    if (releases[other].print > print && replaces(releases[other], release)) newest = other;
  }
  return newest;
}

const replaces = (newer: Print, older: Print): boolean =>
  newer.kind === older.kind &&
  newer.setting === older.setting &&
  newer.period.label === older.period.label &&
  !newer.partial &&
  (newer.codes > 0 || older.codes === 0) &&
  (newer.modifiers > 0 || older.modifiers === 0);

import type { Period, ReleaseHeader } from '../../../src/releases/release.ts';

/** Rows of words; what stands after # is a note. */
export const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/\s+/));

export const header = (period: Period, rowCount: number): Omit<ReleaseHeader, 'kind' | 'setting'> => ({
  period,
  published: period.from,
  print: 1,
  sources: [],
  rowCount,
  oddities: [],
});

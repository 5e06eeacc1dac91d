import { type Day, dayOf, isoDay, NOT_A_DAY } from '../codes/day.ts';
import type { ReadFile } from './placed.ts';

/** What the README of an annual HCPCS release says: the year it is for, and the day it was published. */
export interface ReadmeDate {
  readonly year: number;
  readonly published: Day;
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'.split('|');
const TITLE = /^\s*(20\d\d)\s+ALPHA-?\s?NUMERIC\s*$/im;
const DATE = new RegExp(`^\\s*(${MONTHS.join('|')})\\s+(\\d{1,2}),\\s+(20\\d\\d)\\s*$`, 'gim');
/** The date stands in the title, above the text. */
const TITLE_CHARACTERS = 600;

/** The dates in a README's title; null where it is of no annual release or does not bear exactly one date. */
export function readmeDate(text: string): ReadmeDate | null {
  const title = text.slice(0, TITLE_CHARACTERS).replaceAll('\r', '');
  const year = TITLE.exec(title)?.[1];
  const dates = [...title.matchAll(DATE)];
  if (year === undefined || dates.length !== 1) return null;
  const [, month, day, ofYear] = dates[0];
  const published = dayOf(
    Number(ofYear),
    MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1,
    Number(day),
  );
  return published === NOT_A_DAY ? null : { year: Number(year), published };
}

/** What comes in the archive of an annual release, with its README. */
const BESIDE_README: readonly string[] = ['hcpcs', 'hcpcs-transactions', 'hcpcs-notes'];

/**
 * The files, those of a year's first print published on the day its README says. The README is known by the year in its
 * title, wherever it lies: the same files give the same release in whatever folders they are found. Where READMEs of
 * one year contradict each other, none counts.
 */
export function withReadmeDates(files: readonly ReadFile[], readmes: readonly ReadmeDate[]): readonly ReadFile[] {
  if (readmes.length === 0) return files;
  return files.map((file) => {
    const { content, period, print } = file;
    if (!BESIDE_README.includes(content.kind) || print > 1 || content.published !== undefined) return file;
    const days = [
      ...new Set(readmes.filter(({ year }) => period.label === String(year)).map(({ published }) => published)),
    ];
    if (days.length === 0) return file;
    if (days.length === 1) return { ...file, published: days[0] };
    const message = `READMEs say ${days
      .toSorted((a, b) => a - b)
      .map(isoDay)
      .join(' and ')}; none is taken`;
    return { ...file, oddities: [...file.oddities, { code: 'published-contradicted', message }] };
  });
}

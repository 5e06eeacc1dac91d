import { dayOf } from '../codes/day.ts';
import { periodInNames, quarterPeriod } from '../releases/period.ts';
import type { Period } from '../releases/release.ts';
import type { PeriodRule } from './sites.ts';

/** The period a file is for, by the first of its names that says one; null where none does. */
export function periodOfFile(rule: PeriodRule, names: readonly string[]): Period | null {
  if (rule.by === 'release-name') return periodInNames(rule.kind, names);
  const ofName = rule.by === 'rvu-letter' ? rvuQuarter : rule.by === 'fiscal-year' ? fiscalYear : calendarYear;
  return names.map(ofName).find((period) => period !== null) ?? null;
}

/** `2024Q3`, `2025`, as a user names a period; null for any other text. */
export function parsePeriod(text: string): Period | null {
  const [, year, quarter] = /^(20\d\d)(?:-?q([1-4]))?$/i.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  return quarter === undefined ? calendarYear(year) : quarterPeriod(Number(year), Number(quarter));
}

export const overlaps = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to;

function rvuQuarter(name: string): Period | null {
  const [, year, letter] = /(?<![a-z])rvu(\d\d)([a-d])/i.exec(name) ?? [];
  if (year === undefined) return null;
  return quarterPeriod(2000 + Number(year), 'abcd'.indexOf(letter.toLowerCase()) + 1);
}

function fiscalYear(name: string): Period | null {
  const [, inApril] = /april-1-(20\d\d)/i.exec(name) ?? [];
  if (inApril !== undefined) {
    const year = Number(inApril);
    return { label: `${year}Q2`, from: dayOf(year, 4, 1), to: dayOf(year, 9, 30) };
  }
  const year = yearIn(name);
  return year === null ? null : { label: `FY${year}`, from: dayOf(year - 1, 10, 1), to: dayOf(year, 9, 30) };
}

function calendarYear(name: string): Period | null {
  const year = yearIn(name);
  return year === null ? null : { label: String(year), from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) };
}

function yearIn(name: string): number | null {
  const [, year] = /(?<!\d)(20\d\d)(?!\d)/.exec(name) ?? [];
  return year === undefined ? null : Number(year);
}

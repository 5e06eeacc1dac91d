import { isoDay } from '../codes/day.ts';
import type { Period } from '../releases/release.ts';
import { bold } from './colors.ts';

interface Dated {
  readonly table: string;
  readonly period: Period;
  readonly partial: boolean;
}

const QUARTERS = 4;

/** Which quarters each table has a release for: a row a table, four marks a year; the latest years where all are too many. */
export function timeline(releases: readonly Dated[], width: number): string {
  if (releases.length === 0) return '';
  const longest = Math.max(...releases.map(({ table }) => table.length));
  const years = releases.flatMap(({ period }) => [yearOf(period.from), yearOf(period.to)]);
  const last = Math.max(...years);
  const fit = Math.max(1, Math.floor((width - longest - 2) / (QUARTERS + 1)));
  const first = Math.max(Math.min(...years), last - fit + 1);
  const columns = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const rows = [...Map.groupBy(releases, ({ table }) => table)].map(
    ([table, of]) => `${table.padEnd(longest)}  ${columns.map((year) => yearMarks(year, of)).join(' ')}`,
  );
  return `${bold(`${' '.repeat(longest)}  ${columns.join(' ')}`)}\n${rows.join('\n')}\n`;
}

const yearOf = (day: number): number => Number(isoDay(day).slice(0, 4));

function yearMarks(year: number, releases: readonly Dated[]): string {
  return [1, 2, 3, 4]
    .map((quarter) => {
      const month = `${year}-${String(quarter * 3 - 1).padStart(2, '0')}-15`;
      const on = releases.filter(({ period }) => isoDay(period.from) <= month && month <= isoDay(period.to));
      return on.length === 0 ? '·' : on.every(({ partial }) => partial) ? '▒' : '█';
    })
    .join('');
}

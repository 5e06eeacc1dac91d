import { parseCode } from './code.ts';
import { type Day, dayOf, isoDay, NOT_A_DAY, parseDay } from './day.ts';

/**
 * Category III codes of CPT: for new services, for five years unless the CPT Editorial Panel extends them or turns
 * them into category I codes. Which code ends when is the AMA's to publish: this reads such a table; none is shipped.
 */
export interface CategoryThreeRow {
  readonly code: string;
  /** First day of use: 1 January or 1 July. */
  readonly effective: Day;
  /** The day it lapses: the table's own, else by `sunsetOf`. */
  readonly sunset: Day;
  /** Whether `sunset` is the table's own; the Panel may extend a code. */
  readonly isPublished: boolean;
  /** The codes that took its place, most often category I; empty where there are none. */
  readonly convertedTo: readonly string[];
}

/** Columns of the table: `sunset` and `convertedTo` may be blank; several codes are parted by spaces. */
export const CATEGORY_THREE_COLUMNS = ['code', 'effective', 'sunset', 'convertedTo'] as const;

/** What a row says is wrong with it. */
export interface BadCategoryThreeRow {
  readonly column: (typeof CATEGORY_THREE_COLUMNS)[number];
  readonly message: string;
}

/**
 * When a category III code lapses unless it is extended: five years after the CPT edition that first prints it. Codes
 * in use from July are first printed in the next January's edition (AMA, CPT, introduction to category III).
 *
 * @example
 * isoDay(sunsetOf(parseDay('2025-01-01'))) // '2030-01-01'
 * @example
 * isoDay(sunsetOf(parseDay('2024-07-01'))) // '2030-01-01'
 */
export function sunsetOf(effective: Day): Day {
  const [year, rest] = [Number(isoDay(effective).slice(0, 4)), isoDay(effective).slice(4)];
  return dayOf(year + (rest === '-01-01' ? 5 : 6), 1, 1);
}

/**
 * One row of a licensed user's table, by the names of `CATEGORY_THREE_COLUMNS`.
 *
 * @example
 * categoryThreeRow({ code: '0001T', effective: '2020-01-01', sunset: '', convertedTo: '' })
 * // { code: '0001T', effective: 8766, sunset: 10593, isPublished: false, convertedTo: [] }
 */
export function categoryThreeRow(cells: Readonly<Record<string, string>>): CategoryThreeRow | BadCategoryThreeRow {
  const cell = (column: (typeof CATEGORY_THREE_COLUMNS)[number]): string => (cells[column] ?? '').trim();
  const parsed = parseCode(cell('code'));
  if (parsed.kind !== 'procedure' || parsed.category !== 'III') {
    return { column: 'code', message: `"${cell('code')}" is no category III code: four digits and T.` };
  }
  const effective = parseDay(cell('effective'));
  if (effective === NOT_A_DAY) return { column: 'effective', message: `"${cell('effective')}" is no date.` };
  const sunset = cell('sunset') === '' ? sunsetOf(effective) : parseDay(cell('sunset'));
  if (sunset === NOT_A_DAY || sunset <= effective) {
    return { column: 'sunset', message: `"${cell('sunset')}" is no date after the code's first day.` };
  }
  const convertedTo = cell('convertedTo')
    .split(/[\s,;]+/)
    .filter((text) => text !== '');
  const wrong = convertedTo.find((text) => parseCode(text).kind !== 'procedure');
  if (wrong !== undefined) return { column: 'convertedTo', message: `"${wrong}" is no code.` };
  return { code: parsed.code, effective, sunset, isPublished: cell('sunset') !== '', convertedTo };
}

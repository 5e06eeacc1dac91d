import { CATEGORY_THREE_COLUMNS, categoryThreeRow } from '../codes/category-three.ts';
import { type Day, isoDay, NOT_A_DAY } from '../codes/day.ts';
import type { TableReader } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import { KeyedRows } from './keyed-rows.ts';
import { headerKey } from './text.ts';

const KEYS = CATEGORY_THREE_COLUMNS.map(headerKey);

/**
 * Whether a row is the header of a table of category III codes: code, effective, sunset, convertedTo. The AMA
 * publishes these dates as a document; a user's own table gives them in this form, numbers alone.
 */
export function isCategoryThreeHeader(cells: readonly string[]): boolean {
  const keys = cells.map(headerKey);
  return KEYS.every((key) => keys.includes(key));
}

/** Reads the rows below such a header; a release is for the year in which its newest code takes effect. */
export function categoryThreeTable(header: readonly string[], findings: FileFindings): TableReader {
  const keys = header.map(headerKey);
  const places = CATEGORY_THREE_COLUMNS.map((column) => keys.indexOf(headerKey(column)));
  const rows = new KeyedRows('cpt-category-three', findings, true);
  let latest: Day = NOT_A_DAY;
  return {
    row(line, cells) {
      const named = CATEGORY_THREE_COLUMNS.map((column, i) => [column, cells[places[i]] ?? '']);
      const row = categoryThreeRow(Object.fromEntries(named));
      if ('column' in row) {
        findings.problem('record-value', `${row.column}: ${row.message}`, line);
        return;
      }
      latest = Math.max(latest, row.effective);
      const published = row.isPublished ? isoDay(row.sunset) : '';
      rows.add({ key: row.code, fields: [isoDay(row.effective), published, row.convertedTo.join(' ')], line });
    },
    end: () => ({ ...rows.end(), latest }),
  };
}

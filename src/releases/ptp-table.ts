import { ProblemError } from '../problems.ts';
import { squeezed } from '../text.ts';
import type { TableReader } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import { addPtpCells, isMoreOfPtpHeader, type PtpCells } from './ptp-cells.ts';
import { GrowingPtpRows } from './ptp-rows.ts';

/** How the header's cells begin or what they hold, in CMS's spreadsheets of all years. */
const COLUMNS: Readonly<Record<keyof PtpCells, RegExp>> = {
  columnOne: /^column\s*1$/i,
  columnTwo: /^column\s*2$/i,
  prior1996: /existence/i,
  effective: /^effective/i,
  deletion: /^deletion/i,
  modifierIndicator: /^modifier/i,
  rationale: /rationale/i,
};

/** Whether a row is the (first) header row of CMS's PTP spreadsheet. */
export const isPtpHeader = (cells: readonly string[]): boolean =>
  cells.some((cell) => COLUMNS.columnOne.test(cell.trim())) &&
  cells.some((cell) => COLUMNS.columnTwo.test(cell.trim()));

/** Reads the rows below such a header; the header may go on in the rows below it. */
export function ptpTable(header: readonly string[], findings: FileFindings): TableReader {
  const titles = header.map(squeezed);
  const names = Object.keys(COLUMNS) as (keyof PtpCells)[];
  const place = new Map(names.map((name) => [name, titles.findIndex((title) => COLUMNS[name].test(title))]));
  const missing = names.filter((name) => place.get(name) === -1);
  if (missing.length > 0) {
    throw new ProblemError('table-columns', `the header lacks ${missing.join(', ')}`, { file: findings.file });
  }
  const rows = new GrowingPtpRows(findings);
  let begun = false;
  return {
    row(line, cells) {
      const text = (name: keyof PtpCells): string => (cells[place.get(name) as number] ?? '').trim();
      const texts: PtpCells = {
        columnOne: text('columnOne'),
        columnTwo: text('columnTwo'),
        prior1996: text('prior1996'),
        effective: text('effective'),
        deletion: text('deletion'),
        modifierIndicator: text('modifierIndicator'),
        rationale: text('rationale'),
      };
      if (!begun && isMoreOfPtpHeader(texts.columnOne, texts.columnTwo, texts.effective)) return;
      begun = true;
      addPtpCells(rows, texts, findings, line);
    },
    end: () => rows.end(),
  };
}

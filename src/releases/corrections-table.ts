import { type Day, isoDay } from '../codes/day.ts';
import { squeezed } from '../text.ts';
import { CodeRows } from './code-rows.ts';
import type { TableReader } from './content.ts';
import { type FileFindings, quoted } from './findings-in-file.ts';
import { yearPeriod } from './period.ts';
import { RECORD_TABLES, type RecordField } from './record-tables.ts';
import type { Period } from './release.ts';
import { headerKey } from './text.ts';

type Field = RecordField<'hcpcs-corrections'>;
export const CORRECTION_FIELDS: readonly Field[] = RECORD_TABLES['hcpcs-corrections'];

/** Titles of the columns, as `headerKey` gives them. */
const COLUMNS: Readonly<Record<Field, string>> = {
  action: 'action',
  effectiveDate: 'effdate',
  shortDescription: 'shortdesc',
  longDescription: 'longdesc',
  typeOfService: 'tos',
  betos: 'betos',
  coverage: 'cov',
  pricingIndicator: 'price',
  crossReference: 'xrefcode',
  ascPaymentGroup: 'ascind',
  ascPaymentGroupEffectiveDate: 'ascdate',
  labCertification: 'lcedit',
  comments: 'comments',
};
const DATES: readonly number[] = [1, 10];

/** Whether a row is the header of a corrections document. */
export function isCorrectionsHeader(cells: readonly string[]): boolean {
  const keys = cells.map(headerKey);
  return ['code', 'action', 'effdate', 'shortdesc'].every((key) => keys.includes(key));
}

/** Reads the rows below such a header; the title above it says of which year's release. */
export function correctionsTable(
  header: readonly string[],
  findings: FileFindings,
  above: readonly string[] = [],
): TableReader {
  const keys = header.map(headerKey);
  const code = keys.indexOf('code');
  const columns = CORRECTION_FIELDS.map((field) => keys.indexOf(COLUMNS[field]));
  for (const [i, key] of keys.entries()) {
    if (key === '' || key === 'code' || columns.includes(i)) continue;
    findings.oddity('unknown-column', `the column ${quoted(header[i].trim())} is not read`);
  }
  const rows = new CodeRows('hcpcs-corrections', findings);
  return {
    row(line, cells) {
      const text = (column: number): string => squeezed(cells[column] ?? '');
      const fields = columns.map((column, i) => (DATES.includes(i) ? asPrinted(text(column)) : text(column)));
      rows.add(text(code), fields, line);
    },
    end: () => rows.end(correctionsPeriod(above)),
  };
}

/** `2019 ALPHA-NUMERIC HCPCS CORRECTIONS`. */
export function correctionsPeriod(above: readonly string[]): { period?: Period } {
  const year = /\b(20\d\d)\b[A-Z\s-]*HCPCS\s+CORRECTIONS/i.exec(above.join(' '))?.[1];
  return year === undefined ? {} : { period: yearPeriod(Number(year)) };
}

/** Spreadsheets count days from 1899-12-30 on. */
const SERIAL_OF_DAY_ZERO = 35_065;

/** The date as CMS's texts print it, `01/01/2017`, where a spreadsheet holds the number of a day. */
function asPrinted(text: string): string {
  if (!/^[1-9]\d{4}$/.test(text)) return text;
  const day: Day = Number(text) - SERIAL_OF_DAY_ZERO;
  const [year, month, dayOfMonth] = isoDay(day).split('-');
  return `${month}/${dayOfMonth}/${year}`;
}

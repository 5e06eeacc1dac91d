import { squeezed } from '../text.ts';
import { CodeRows } from './code-rows.ts';
import type { TableReader } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import { headerKey } from './text.ts';

const CODE = /^hcpcs?(modifiercode|mod)?$/;
/** Since 2020 the column of words is titled like the record's letter. */
const CHANGE = /^(typeofchange|actioncd)$/;

/** Whether a row is the header of CMS's report of what a release changed. */
export function isTransactionsHeader(cells: readonly string[]): boolean {
  const keys = cells.map(headerKey);
  return keys.some((key) => CODE.test(key)) && keys.some((key) => CHANGE.test(key)) && !keys.includes('recid');
}

/** Reads the rows below such a header: 2017 and 2018 have two columns, later years the descriptions too. */
export function transactionsTable(header: readonly string[], findings: FileFindings): TableReader {
  const keys = header.map(headerKey);
  const code = keys.findIndex((key) => CODE.test(key));
  const fields = [
    keys.findIndex((key) => CHANGE.test(key)),
    keys.indexOf('shortdescription'),
    keys.indexOf('longdescription'),
  ];
  const rows = new CodeRows('hcpcs-transactions', findings);
  return {
    row(line, cells) {
      const text = (column: number): string => squeezed(cells[column] ?? '');
      rows.add(text(code), fields.map(text), line);
    },
    end: () => rows.end(),
  };
}

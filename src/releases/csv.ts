import { CsvError, parse } from 'csv-parse/sync';
import { ProblemError } from '../problems.ts';
import { type Chunks, collect, MOST_TABLE_BYTES } from './streams.ts';
import { tableText } from './text.ts';

export type Delimiter = ',' | '\t';

/** No row of a published table is longer: a quote that is never closed is found out. */
const LONGEST_ROW = 2 ** 18;

/** A row and the line it ends on (a quoted cell may hold line breaks). */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows of a text that may be cut anywhere: what is broken ends it silently. For detection alone. */
export function firstCsvRows(text: string, delimiter: Delimiter, most: number): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  try {
    rowsOf(text, delimiter, most, (row) => rows.push(row));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  return rows;
}

/** All rows of a csv (or tab-separated) file; `table-syntax` where a quote is not closed. */
export async function eachCsvRow(
  chunks: Chunks,
  delimiter: Delimiter,
  file: string,
  onRow: (row: CsvRow) => void,
  longestRow: number = LONGEST_ROW,
): Promise<void> {
  const text = tableText(await collect(chunks, MOST_TABLE_BYTES, file));
  let line = 0;
  try {
    const take = (row: CsvRow): void => {
      line = row.line;
      onRow(row);
    };
    rowsOf(text, delimiter, Number.POSITIVE_INFINITY, take, longestRow);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ProblemError('table-syntax', `the rows after this one cannot be told apart: ${error.code}`, {
      file,
      line,
    });
  }
}

function rowsOf(
  text: string,
  delimiter: Delimiter,
  most: number,
  onRow: (row: CsvRow) => void,
  longestRow: number = LONGEST_ROW,
): void {
  parse(text, {
    delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: longestRow,
    ...(Number.isFinite(most) && { to: most }),
    on_record: (cells: string[], { lines }) => {
      onRow({ line: lines, cells });
      return null;
    },
  });
}

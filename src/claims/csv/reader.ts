import type { ClaimReader, ClaimReaderOptions } from '../reader.ts';
import { RecordSplitter } from '../record-splitter.ts';
import { textOf } from '../text.ts';
import { cellsOf } from './cells.ts';
import { ClaimRows } from './claim-rows.ts';
import { columnOf, delimiterOf } from './columns.ts';
import { layoutOf } from './mapping.ts';

const MOST_ROW_BYTES = 1 << 20;

/** Reads claims from CSV with a header row, one row a service line. */
export function createCsvReader(options: ClaimReaderOptions): ClaimReader {
  return new CsvReader(options);
}

/** Whether a line of text is the header of a CSV of claims. */
export function isHeader(text: string): boolean {
  const cells = cellsOf(text.trim(), delimiterOf(text));
  const columns = cells.map(columnOf);
  return columns.includes('code') || (columns.includes('claim') && columns.length > 1) || layoutOf(cells) !== null;
}

class CsvReader implements ClaimReader {
  private readonly options: ClaimReaderOptions;
  private readonly rows: ClaimRows;
  private readonly splitter: RecordSplitter;
  /** Cells of the header; 0 before it. */
  private width = 0;
  private delimiter = ',';
  private unusable = false;

  constructor(options: ClaimReaderOptions) {
    this.options = options;
    this.rows = new ClaimRows(options);
    this.splitter = new RecordSplitter({
      quoted: true,
      limit: MOST_ROW_BYTES,
      onRecord: (bytes, line) => this.record(textOf(bytes), line),
      onBroken: (line) => this.problem('The quotes of this row do not close; it was not read.', line),
    });
  }

  write(chunk: Uint8Array): void {
    if (!this.unusable) this.splitter.write(chunk);
  }

  end(): void {
    if (!this.unusable) this.splitter.end();
    this.rows.end();
  }

  private record(text: string, line: number): void {
    if (this.unusable || text.trim() === '') return;
    if (this.width === 0) {
      this.header(text.replace(/^\ufeff/, ''), line);
      return;
    }
    const cells = cellsOf(text, this.delimiter);
    if (cells.some((cell) => cell.trim() !== '')) this.row(cells, line);
  }

  private header(text: string, line: number): void {
    this.delimiter = delimiterOf(text);
    const cells = cellsOf(text, this.delimiter);
    this.width = cells.length;
    this.unusable = this.rows.header(cells, line) === null;
  }

  private row(cells: readonly string[], line: number): void {
    if (cells.length > this.width) {
      this.problem(`The row has ${cells.length} cells, the header ${this.width}; read all the same.`, line);
    }
    this.rows.row(cells, line);
  }

  private problem(message: string, line: number): void {
    const { file } = this.options;
    this.options.onProblem({ code: 'csv-syntax', message, ...(file !== undefined && { file }), line });
  }
}

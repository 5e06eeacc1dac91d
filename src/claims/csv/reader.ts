import type { ProblemCode } from '../../problems.ts';
import type { Claim, ClaimLine } from '../claim.ts';
import { CodedClaim } from '../coded-claim.ts';
import { encodeClaim } from '../encode.ts';
import type { ClaimReader, ClaimReaderOptions } from '../reader.ts';
import { RecordSplitter } from '../record-splitter.ts';
import { textOf } from '../text.ts';
import { cellsOf } from './cells.ts';
import { CLAIM_COLUMNS, type Column, columnOf, delimiterOf, isIgnored } from './columns.ts';
import { IdsSeen } from './ids-seen.ts';
import { claimOfRow, lineOfRow, type Row } from './row.ts';

const MOST_ROW_BYTES = 1 << 20;
/** Lines of one claim held at most. */
const MOST_LINES = 10_000;

/** A claim whose rows are still coming in. */
interface OpenClaim {
  readonly fields: Omit<Claim, 'lines' | 'place'>;
  readonly cells: ReadonlyMap<Column, string>;
  readonly lines: ClaimLine[];
  readonly line: number;
}

/**
 * Reads claims from CSV with a header row, one row a service line; adjacent rows with the same claim id are one
 * claim. A cell that cannot be read is a problem and taken as not given.
 */
export function createCsvReader(options: ClaimReaderOptions): ClaimReader {
  return new CsvReader(options);
}

class CsvReader implements ClaimReader {
  private readonly options: ClaimReaderOptions;
  private readonly coded = new CodedClaim();
  private readonly splitter: RecordSplitter;
  private columns: ReadonlyMap<Column, number> | null = null;
  private width = 0;
  private delimiter = ',';
  private unusable = false;
  private open: OpenClaim | null = null;
  private readonly ids = new IdsSeen();

  constructor(options: ClaimReaderOptions) {
    this.options = options;
    this.splitter = new RecordSplitter({
      quoted: true,
      limit: MOST_ROW_BYTES,
      onRecord: (bytes, line) => this.record(textOf(bytes), line),
      onBroken: (line) => this.problem('csv-syntax', 'The quotes of this row do not close; it was not read.', line),
    });
  }

  write(chunk: Uint8Array): void {
    if (!this.unusable) this.splitter.write(chunk);
  }

  end(): void {
    if (!this.unusable) this.splitter.end();
    this.close();
  }

  private record(text: string, line: number): void {
    if (this.unusable || text.trim() === '') return;
    if (this.columns === null) {
      const header = text.replace(/^\ufeff/, '');
      this.delimiter = delimiterOf(header);
      this.header(cellsOf(header, this.delimiter), line);
      return;
    }
    const cells = cellsOf(text, this.delimiter);
    if (cells.some((cell) => cell.trim() !== '')) this.row(cells, line, this.columns);
  }

  private header(cells: readonly string[], line: number): void {
    const columns = new Map<Column, number>();
    cells.forEach((cell, index) => {
      const column = columnOf(cell);
      if (column !== null && !columns.has(column)) columns.set(column, index);
    });
    this.columns = columns;
    this.width = cells.length;
    const missing = (['claim', 'code'] as const).filter((column) => !columns.has(column));
    // A row of data in the header's place: its cells may be a person's and are not quoted.
    this.unusable = missing.length > 0;
    if (this.unusable) {
      this.problem(
        'csv-header',
        `The header has no column ${missing.join(' and no column ')}; nothing was read.`,
        line,
      );
    } else this.unusedColumns(cells, columns, line);
  }

  private unusedColumns(cells: readonly string[], columns: ReadonlyMap<Column, number>, line: number): void {
    cells.forEach((cell, index) => {
      const column = columnOf(cell);
      if (column !== null && columns.get(column) === index) return;
      if (!isIgnored(cell)) this.unknownColumn(cell, line, column !== null);
    });
  }

  private unknownColumn(cell: string, line: number, twice: boolean): void {
    const why = twice ? 'stands twice; the first one counts' : 'is not known and was ignored';
    this.problem('csv-header', `The column "${cell.trim().slice(0, 40)}" ${why}.`, line);
  }

  private row(cells: readonly string[], line: number, columns: ReadonlyMap<Column, number>): void {
    if (cells.length > this.width) {
      this.problem(
        'csv-syntax',
        `The row has ${cells.length} cells, the header ${this.width}; read all the same.`,
        line,
      );
    }
    const row: Row = {
      cell: (column) => cells[columns.get(column) ?? -1]?.trim() ?? '',
      bad: (column, expected) =>
        this.problem('claim-value', `The cell "${column}" is not ${expected}; it was taken as not given.`, line),
    };
    const id = row.cell('claim');
    if (id === '') {
      this.problem('claim-without-id', 'The row names no claim and was not read.', line);
      return;
    }
    if (this.open?.fields.id !== id) this.begin(row, id, line);
    else this.checkSame(this.open, row, line);
    if (this.open !== null) this.addLine(this.open, row, line);
  }

  private begin(row: Row, id: string, line: number): void {
    this.close();
    if (this.ids.add(id)) {
      const message = 'The claim of this row has rows further up, with others between; each part was read as a claim.';
      this.problem('csv-claim-split', message, line);
    }
    this.open = {
      fields: claimOfRow(row, id, this.options.setting ?? 'professional'),
      cells: new Map(CLAIM_COLUMNS.map((column) => [column, row.cell(column)])),
      lines: [],
      line,
    };
  }

  private checkSame({ cells }: OpenClaim, row: Row, line: number): void {
    for (const [column, first] of cells) {
      const cell = row.cell(column);
      if (cell === '' || cell === first) continue;
      this.problem('claim-value', `The cell "${column}" differs from the claim's first row, which counts.`, line);
    }
  }

  private addLine({ lines }: OpenClaim, row: Row, line: number): void {
    if (lines.length < MOST_LINES) lines.push(lineOfRow(row, lines.length + 1));
    else this.problem('claim-too-large', `The claim has more than ${MOST_LINES} lines; this one was not read.`, line);
  }

  private close(): void {
    if (this.open === null) return;
    const { fields, lines, line } = this.open;
    const { file } = this.options;
    this.open = null;
    encodeClaim({ ...fields, lines, place: { ...(file !== undefined && { file }), line } }, this.coded);
    this.options.onClaim(this.coded);
  }

  private problem(code: ProblemCode, message: string, line: number): void {
    const { file } = this.options;
    this.options.onProblem({ code, message, ...(file !== undefined && { file }), line });
  }
}

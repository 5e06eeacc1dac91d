import type { ProblemCode } from '../../problems.ts';
import type { Claim, ClaimLine } from '../claim.ts';
import { CodedClaim } from '../coded-claim.ts';
import { encodeClaim } from '../encode.ts';
import type { ClaimReaderOptions } from '../reader.ts';
import { CLAIM_COLUMNS, type Column } from './columns.ts';
import { TableDates } from './dates.ts';
import { IdsSeen } from './ids-seen.ts';
import { type Mapping, mappingOf } from './mapping.ts';
import { claimOfRow, lineOfRow, type Row } from './row.ts';
import { tableLayout } from './table-layout.ts';

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
 * Makes claims of the rows of a table, CSV or parquet: adjacent rows with the same claim id are one claim. A cell that
 * cannot be read is a problem and taken as not given.
 */
export class ClaimRows {
  private readonly options: ClaimReaderOptions;
  private readonly coded = new CodedClaim();
  private readonly ids = new IdsSeen();
  private readonly dates = new TableDates();
  private mapping: Mapping | null = null;
  private claimColumns: readonly Column[] = [];
  private open: OpenClaim | null = null;
  private cells: readonly string[] = [];
  private columns: ReadonlyMap<Column, number> = new Map();
  private line = 0;
  private readonly current: { -readonly [Key in keyof Row]: Row[Key] };

  constructor(options: ClaimReaderOptions) {
    this.options = options;
    this.current = {
      cell: (column) => this.cell(column),
      bad: (column, expected) => this.bad(column, expected),
      date: this.dates.read,
      icd9: false,
    };
  }

  /** Takes the header; null where claims cannot be read, of which the reason was told. */
  header(cells: readonly string[], line: number): Mapping | null {
    const { file, map, onLayout } = this.options;
    const mapping = mappingOf(cells, map, ({ code, message }) => this.problem(code, message, line));
    this.mapping = mapping;
    if (mapping === null) return null;
    this.claimColumns = CLAIM_COLUMNS.filter((column) => mapping.lines[0].has(column));
    this.current.icd9 = mapping.layout?.icd9 === true;
    onLayout?.(tableLayout(mapping, map, file));
    return mapping;
  }

  /** Takes the cells of a row, in the order of the header. */
  row(cells: readonly string[], line: number): void {
    const { mapping } = this;
    if (mapping === null || !isLine(cells, mapping)) return;
    this.cells = cells;
    this.line = line;
    this.columns = mapping.lines[0];
    const id = this.cell('claim');
    if (id === '') {
      this.problem('claim-without-id', 'The row names no claim and was not read.', line);
      return;
    }
    if (this.open?.fields.id !== id) this.begin(id);
    else this.checkSame(this.open);
    if (this.open !== null) this.addLines(this.open, mapping);
  }

  end(): void {
    this.close();
  }

  private cell(column: Column): string {
    const { cells, mapping } = this;
    const at = this.columns.get(column);
    if (at === undefined || mapping === null) return '';
    return at < mapping.width ? (cells[at]?.trim() ?? '') : mapping.composed[at - mapping.width](cells);
  }

  private begin(id: string): void {
    this.close();
    if (this.ids.add(id)) {
      const message = 'The claim of this row has rows further up, with others between; each part was read as a claim.';
      this.problem('csv-claim-split', message, this.line);
    }
    this.open = {
      fields: claimOfRow(this.current, id, this.options.setting ?? 'professional'),
      cells: new Map(this.claimColumns.map((column) => [column, this.cell(column)])),
      lines: [],
      line: this.line,
    };
  }

  private checkSame({ cells }: OpenClaim): void {
    for (const [column, first] of cells) {
      const cell = this.cell(column);
      if (cell === '' || cell === first) continue;
      const message = `The cell "${this.nameOf(column)}" differs from the claim's first row, which counts.`;
      this.problem('claim-value', message, this.line);
    }
  }

  private addLines(open: OpenClaim, { lines }: Mapping): void {
    for (const columns of lines) {
      this.columns = columns;
      if (lines.length === 1 || this.cell('code') !== '') this.addLine(open);
    }
  }

  private addLine({ lines }: OpenClaim): void {
    if (lines.length < MOST_LINES) lines.push(lineOfRow(this.current, lines.length + 1));
    else {
      const message = `The claim has more than ${MOST_LINES} lines; this one was not read.`;
      this.problem('claim-too-large', message, this.line);
    }
  }

  private close(): void {
    if (this.open === null) return;
    const { fields, lines, line } = this.open;
    const { file } = this.options;
    this.open = null;
    if (lines.length === 0) {
      this.problem('claim-without-lines', 'The claim has no code in any of its places for lines.', line);
      return;
    }
    encodeClaim({ ...fields, lines, place: { ...(file !== undefined && { file }), line } }, this.coded);
    this.options.onClaim(this.coded);
  }

  private bad(column: Column, expected: string): void {
    const name = this.nameOf(column);
    if (this.dates.dayFirst && this.cell(column).includes('/')) {
      const message = `The cell "${name}" was taken as not given: dates of this file have the day first. Those above were read with the month first.`;
      this.problem('csv-date-order', message, this.line);
    } else {
      this.problem('claim-value', `The cell "${name}" is not ${expected}; it was taken as not given.`, this.line);
    }
  }

  /** The header that a column is read from; the column's own name where there are several. */
  private nameOf(column: Column): string {
    const names = this.mapping?.used.get(column) ?? [];
    return names.length === 1 ? names[0].slice(0, 40) : column;
  }

  private problem(code: ProblemCode, message: string, line: number): void {
    const { file } = this.options;
    this.options.onProblem({ code, message, ...(file !== undefined && { file }), line });
  }
}

/** Whether a row is of the kind that is a line, where a layout has others too. */
function isLine(cells: readonly string[], { layout, rowKind }: Mapping): boolean {
  if (rowKind < 0) return true;
  const kind = cells[rowKind]?.trim() ?? '';
  const { are, areNot } = layout?.rows ?? {};
  return areNot === undefined ? (are?.includes(kind) ?? true) : !areNot.includes(kind);
}

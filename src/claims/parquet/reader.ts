import type { ProblemCode } from '../../problems.ts';
import { ClaimRows } from '../csv/claim-rows.ts';
import type { Mapping } from '../csv/mapping.ts';
import type { ClaimReaderOptions } from '../reader.ts';
import { isTrouble, type ParquetCells, type ParquetTable, type ParquetTrouble } from './table.ts';

/**
 * Reads claims from a parquet file, one row a service line, its columns mapped as those of a CSV; a row group, or a
 * part of one, at a time. Lines of problems and places are rows, from 1. Yields the number of rows read now and then,
 * so that the caller can take what has come.
 *
 * @example
 * const table = openTable(sourceOfBytes(bytes))
 * for await (const rows of readParquet(table, { onClaim: check, onProblem: report })) await drained()
 */
export async function* readParquet(
  opening: Promise<ParquetTable | ParquetTrouble>,
  options: ClaimReaderOptions,
): AsyncGenerator<number> {
  options.onFormat?.('parquet');
  const reader = new ParquetReader(options);
  const table = await opening;
  if (isTrouble(table)) reader.trouble(table);
  else yield* reader.read(table);
  reader.end();
}

class ParquetReader {
  private readonly options: ClaimReaderOptions;
  private readonly rows: ClaimRows;
  private anything = false;
  /** Columns of which it was told that their values are none. */
  private readonly told = new Set<number>();

  constructor(options: ClaimReaderOptions) {
    this.options = options;
    this.rows = new ClaimRows({
      ...options,
      onClaim: (claim) => {
        this.anything = true;
        options.onClaim(claim);
      },
      onProblem: (problem) => {
        this.anything = true;
        options.onProblem(problem);
      },
    });
  }

  async *read(table: ParquetTable): AsyncGenerator<number> {
    const mapping = this.rows.header(table.names, 0);
    if (mapping === null) return;
    const used = usedCells(mapping);
    for await (const batch of table.batches(used)) {
      if (isTrouble(batch)) this.trouble(batch);
      else {
        this.take(batch, used, mapping);
        yield batch.from + batch.rows;
      }
    }
  }

  end(): void {
    this.rows.end();
    if (!this.anything) this.problem('no-claims', 'The file holds no claim.');
  }

  trouble({ from, trouble }: ParquetTrouble): void {
    const what = from === 0 ? 'The file cannot be read' : 'Rows from here on, up to the next group, cannot be read';
    this.problem('parquet-broken', `${what}${trouble === '' ? '' : ` (${trouble})`}.`, from + 1);
  }

  private take({ from, rows, columns }: ParquetCells, used: readonly number[], { header }: Mapping): void {
    const cells = new Array<string>(header.length).fill('');
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < used.length; i++) {
        const text = columns[i][row];
        if (text === null) this.noText(used[i], header[used[i]], from + row);
        cells[used[i]] = text ?? '';
      }
      if (cells.some((cell) => cell !== '')) this.rows.row(cells, from + row + 1);
    }
  }

  private noText(cell: number, name: string, row: number): void {
    if (this.told.has(cell)) return;
    this.told.add(cell);
    const message = `The column "${name.slice(0, 40)}" holds values with parts of their own; it was taken as not given.`;
    this.problem('parquet-value', message, row + 1);
  }

  private problem(code: ProblemCode, message: string, line?: number): void {
    this.anything = true;
    const { file } = this.options;
    this.options.onProblem({ code, message, ...(file !== undefined && { file }), ...(line !== undefined && { line }) });
  }
}

/** The cells of a row that a mapping reads. */
function usedCells({ used, rowKind, header }: Mapping): readonly number[] {
  const names = new Set([...used.values()].flat());
  return header.flatMap((name, cell) => (cell === rowKind || names.has(name.trim()) ? [cell] : []));
}

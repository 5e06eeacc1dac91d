import type { ParquetBatch, ParquetCells } from '../claims/parquet/table.ts';

/** Cells of some rows as they go from thread to thread: one text a column costs less than one a cell. */
export interface PackedCells {
  readonly from: number;
  readonly rows: number;
  readonly columns: readonly {
    readonly text: string;
    /** Where each cell ends in the text; -1 for a value with parts of its own. */
    readonly ends: Int32Array;
  }[];
}

export function packed({ from, rows, columns }: ParquetCells): PackedCells {
  return {
    ...{ from, rows },
    columns: columns.map((cells) => {
      const ends = new Int32Array(rows);
      let end = 0;
      cells.forEach((cell, row) => {
        end += cell?.length ?? 0;
        ends[row] = cell === null ? -1 : end;
      });
      return { text: cells.join(''), ends };
    }),
  };
}

export function unpacked({ from, rows, columns }: PackedCells): ParquetBatch {
  return {
    ...{ from, rows },
    columns: columns.map(({ text, ends }) => {
      let start = 0;
      return Array.from(ends, (end) => {
        if (end < 0) return null;
        const cell = text.slice(start, end);
        start = end;
        return cell;
      });
    }),
  };
}

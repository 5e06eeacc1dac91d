import type { FileMetaData, ParquetScan, SchemaTree } from 'hyparquet';
import { cellText, PARSERS } from './cell-text.ts';
import type { ParquetSource } from './source.ts';

/** Rows held at a time where the file has an index of its pages; else a row group. */
const WINDOW = 1 << 18;
/** Rows handed on at a time. */
const BATCH = 1 << 12;
/** More than any writer puts into one row group. */
const MOST_ROWS = 1 << 27;

/** Cells of some rows. */
export interface ParquetCells {
  /** Row of the file at which they begin, from 0. */
  readonly from: number;
  readonly rows: number;
  /** Of each column asked for its cells as texts; null for a value with parts of its own. */
  readonly columns: readonly (readonly (string | null)[])[];
}

/** What cannot be read, from a row on, and why as far as it is known. */
export interface ParquetTrouble {
  readonly from: number;
  readonly trouble: string;
}

export type ParquetBatch = ParquetCells | ParquetTrouble;

/** A parquet file whose columns are known. */
export interface ParquetTable {
  readonly names: readonly string[];
  /** The cells of some columns, all rows in their order; after what cannot be read it goes on with the next group. */
  batches(columns: readonly number[]): AsyncIterable<ParquetBatch>;
}

export const isTrouble = (value: ParquetTable | ParquetBatch): value is ParquetTrouble => 'trouble' in value;

/** Reads the end of a parquet file, which says where its columns are. */
export async function openTable(source: ParquetSource): Promise<ParquetTable | ParquetTrouble> {
  const { parquetMetadataAsync, parquetSchema } = await import('hyparquet');
  const opened = await tried(0, async () => {
    const metadata = await parquetMetadataAsync(source, { geoparquet: false });
    assureSound(metadata, source.byteLength);
    return { metadata, columns: parquetSchema(metadata).children.map(columnOf) };
  });
  if ('trouble' in opened) return opened;
  const { metadata, columns } = opened;
  return {
    names: columns.map(({ name }) => name),
    batches: (wanted) =>
      batchesOf(
        source,
        metadata,
        wanted.map((column) => columns[column]),
      ),
  };
}

interface Column {
  readonly name: string;
  readonly float: boolean;
}

function columnOf({ element }: SchemaTree): Column {
  if (typeof element.name !== 'string') throw new Error('parquet column without a name');
  return { name: element.name, float: element.type === 'FLOAT' };
}

async function* batchesOf(
  file: ParquetSource,
  metadata: FileMetaData,
  columns: readonly Column[],
): AsyncGenerator<ParquetBatch> {
  const { parquetScan } = await import('hyparquet');
  const { compressors } = await import('hyparquet-compressors');
  const names = columns.map(({ name }) => name);
  const scan = await tried(0, () =>
    parquetScan({ file, metadata, columns: names, compressors, parsers: PARSERS, geoparquet: false }),
  );
  if ('trouble' in scan) {
    yield scan;
    return;
  }
  for (const range of windows(scan, names)) {
    const read = await tried(range.rowStart, () => valuesOf(scan, names, range));
    if ('trouble' in read) yield read;
    else yield* cellsOf(read, columns, range);
  }
}

interface Range {
  readonly rowStart: number;
  readonly rowEnd: number;
}

async function valuesOf(scan: ParquetScan, names: readonly string[], range: Range): Promise<ArrayLike<unknown>[]> {
  const read: ArrayLike<unknown>[] = [];
  for (const column of names) {
    const values = await scan.readColumn({ column, ...range });
    if (values.length !== range.rowEnd - range.rowStart)
      throw new Error('parquet column of another length than its group');
    read.push(values);
  }
  return read;
}

function* cellsOf(
  values: readonly ArrayLike<unknown>[],
  columns: readonly Column[],
  { rowStart, rowEnd }: Range,
): Generator<ParquetCells> {
  for (let from = rowStart; from < rowEnd; from += BATCH) {
    const rows = Math.min(BATCH, rowEnd - from);
    const at = from - rowStart;
    const cells = columns.map(({ float }, column) =>
      Array.from({ length: rows }, (_, row) => cellText(values[column][at + row], float) ?? null),
    );
    yield { from, rows, columns: cells };
  }
}

/** Ranges of rows to hold at a time: parts of row groups where each column has an index of its pages. */
function* windows({ ranges, metadata }: ParquetScan, names: readonly string[]): Generator<Range> {
  const indexed = metadata.row_groups.every(({ columns }) =>
    columns.every(
      ({ meta_data, offset_index_offset }) =>
        !names.includes(meta_data?.path_in_schema[0] ?? '') || offset_index_offset !== undefined,
    ),
  );
  for (const { rowStart, rowEnd } of ranges) {
    const step = indexed ? WINDOW : rowEnd - rowStart;
    for (let at = rowStart; at < rowEnd; at += step) yield { rowStart: at, rowEnd: Math.min(rowEnd, at + step) };
  }
}

/** Sizes that no file of this length can have are refused before room is made for them. */
function assureSound({ row_groups, num_rows: rows }: FileMetaData, byteLength: number): void {
  const grouped = row_groups.reduce((sum, { num_rows }) => sum + num_rows, 0n);
  if (grouped !== rows) throw new Error('parquet row groups that are not all rows');
  for (const { columns, num_rows } of row_groups) {
    if (num_rows < 0n || num_rows > BigInt(MOST_ROWS)) throw new Error('parquet row group of an impossible size');
    for (const { meta_data } of columns) {
      const start = meta_data?.dictionary_page_offset ?? meta_data?.data_page_offset ?? -1n;
      const length = meta_data?.total_compressed_size ?? -1n;
      if (!Array.isArray(meta_data?.path_in_schema)) throw new Error('parquet column without a name');
      if (start < 0n || length < 0n || start + length > BigInt(byteLength)) {
        throw new Error('parquet column outside of the file');
      }
    }
  }
}

/** The outcome of a step, or what kept it from being taken. */
async function tried<T extends object>(from: number, step: () => Promise<T>): Promise<T | ParquetTrouble> {
  try {
    return await step();
  } catch (error) {
    // The library's own messages begin so and quote no values.
    const isPlain = error instanceof Error && /^parquet [\w ():,!=-]{1,80}$/.test(error.message);
    return { from, trouble: isPlain ? error.message : '' };
  }
}

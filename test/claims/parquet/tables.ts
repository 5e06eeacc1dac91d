import { type ColumnSource, type ParquetWriteOptions, parquetWriteBuffer } from 'hyparquet-writer';

/** Texts by column. */
export type Table = Readonly<Record<string, readonly string[]>>;

/** One line of a claim, in the words of our own columns. */
export interface TableRow {
  readonly claim: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly cents: number;
  readonly from: string;
  readonly billing: string;
  readonly diagnoses: readonly string[];
}

interface WriteOptions extends Partial<Omit<ParquetWriteOptions, 'writer' | 'columnData'>> {
  readonly extra?: readonly ColumnSource[];
}

/** The table as a parquet file of texts, and columns of other types beside it. */
export function bytesOf(table: Table, { extra = [], ...options }: WriteOptions = {}): Uint8Array {
  const texts = Object.entries(table).map(
    ([name, data]): ColumnSource =>
      options.schema === undefined ? { name, data: [...data], type: 'STRING' } : { name, data: [...data] },
  );
  return new Uint8Array(parquetWriteBuffer({ columnData: [...texts, ...extra], ...options }));
}

export function csvText(table: Table): string {
  const columns = Object.entries(table);
  const rows = (columns[0]?.[1] ?? []).map((_, i) => columns.map(([, cells]) => quoted(cells[i])).join(','));
  return [columns.map(([name]) => quoted(name)).join(','), ...rows, ''].join('\n');
}

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const tableOf = (rows: readonly TableRow[]): Table => ({
  claim: rows.map(({ claim }) => claim),
  code: rows.map(({ code }) => code),
  modifiers: rows.map(({ modifiers }) => modifiers.join(',')),
  units: rows.map(({ units }) => String(units)),
  charge: rows.map(({ cents }) => (cents / 100).toFixed(2)),
  from: rows.map(({ from }) => from),
  'billing npi': rows.map(({ billing }) => billing),
  diagnoses: rows.map(({ diagnoses }) => diagnoses.join(' ')),
});

/** The same rows as JSON claims, one a line of text. */
export function jsonText(rows: readonly TableRow[]): string {
  const claims = [...Map.groupBy(rows, ({ claim }) => claim)].map(([id, lines]) => ({
    ...{ id, billingProvider: lines[0].billing, diagnoses: lines[0].diagnoses },
    lines: lines.map(({ code, modifiers, units, cents, from }) => ({
      ...{ code, modifiers, units, charge: (cents / 100).toFixed(2), from },
    })),
  }));
  return claims.map((claim) => JSON.stringify(claim)).join('\n');
}

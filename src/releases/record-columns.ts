import { ProblemError } from '../problems.ts';
import type { RecordContent, TableReader } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import { KeyedRows } from './keyed-rows.ts';
import { RECORD_TABLES, type RecordField, type RecordKind } from './record-tables.ts';
import { hasControl, headerKey, withoutControl } from './text.ts';

/** One column of a published table. */
export interface RecordColumn {
  /** The titles it has borne, as `headerKey` gives them: letters and digits alone. */
  readonly titles: readonly string[] | RegExp;
  /** Not in every year's table. */
  readonly optional?: true;
  /** What a cell that is not blank must look like; `filled` where none may be blank. */
  readonly holds?: RegExp;
  readonly filled?: true;
  /** The same where CMS is known to print words at times: what differs is kept and noted. */
  readonly usually?: RegExp;
}

/** A published table that is kept as records. */
export interface RecordLayout<K extends RecordKind, C extends string> {
  readonly kind: K;
  /** Whether a key has one row only. */
  readonly unique: boolean;
  readonly columns: Readonly<Record<C, RecordColumn>>;
  /** The record's key, by the columns' cells; null where the row has none. */
  readonly key: (cells: Readonly<Record<C, string>>) => string | null;
  /** The fields, where they are not the columns of the same names. */
  readonly fields?: (cells: Readonly<Record<C, string>>) => Readonly<Partial<Record<RecordField<K>, string>>>;
}

export const NUMBER = /^-?(\d+\.?\d*|\.\d+)$/;
/** A note below the rows: words, and nothing in the columns after the first. */
const NOTE = /^\S+\s.{10}/s;

/** Whether a row is a header with all the columns of a layout that are not optional. */
export const hasColumns = (columns: Readonly<Record<string, RecordColumn>>, header: readonly string[]): boolean => {
  const keys = header.map(headerKey);
  return Object.values(columns).every((column) => column.optional || placeOf(column, keys) >= 0);
};

const placeOf = ({ titles }: RecordColumn, keys: readonly string[]): number =>
  keys.findIndex((key) => (titles instanceof RegExp ? titles.test(key) : titles.includes(key)));

/** Reads the rows below a header by the layout's columns; `said` is what the rows above it say of the release. */
export function recordTable<K extends RecordKind, C extends string>(
  layout: RecordLayout<K, C>,
  header: readonly string[],
  findings: FileFindings,
  said: Partial<RecordContent> = {},
): TableReader {
  const columns = Object.entries<RecordColumn>(layout.columns) as [C, RecordColumn][];
  const places = placesOf(columns, header, findings);
  const rows = new KeyedRows(layout.kind, findings, layout.unique);
  const names: readonly string[] = RECORD_TABLES[layout.kind];
  return {
    row(line, row) {
      // A control-Z ends some files, as DOS wrote them.
      if (row.every((cell) => withoutControl(cell).trim() === '')) return;
      if (isNote(row)) {
        findings.oddity('note-rows', 'rows of notes below the table', line);
        return;
      }
      if (row.slice(header.length).some((cell) => cell.trim() !== '')) {
        findings.problem('record-columns', `the row has ${row.length} columns, the header ${header.length}`, line);
        return;
      }
      const cells = cellsOf(columns, places, row, findings, line);
      const key = layout.key(cells);
      if (key === null) findings.problem('record-key', 'the row has no proper code or key', line);
      else if (isSound(columns, cells, key, findings, line)) {
        const fields: Readonly<Record<string, string | undefined>> = layout.fields?.(cells) ?? cells;
        rows.add({ key, fields: names.map((name) => fields[name] ?? ''), line });
      }
    },
    end: () => rows.end(said),
  };
}

function placesOf<C extends string>(
  columns: readonly (readonly [C, RecordColumn])[],
  header: readonly string[],
  findings: FileFindings,
): readonly number[] {
  const keys = header.map(headerKey);
  const places = columns.map(([, column]) => placeOf(column, keys));
  const missing = columns.filter(([, { optional }], i) => places[i] < 0 && !optional).map(([name]) => name);
  if (missing.length > 0) {
    throw new ProblemError('table-columns', `the header lacks ${missing.join(', ')}`, { file: findings.file });
  }
  return places;
}

function isNote(row: readonly string[]): boolean {
  const [first = '', ...rest] = row;
  return NOTE.test(first.trim()) && rest.every((cell) => cell.trim() === '');
}

function cellsOf<C extends string>(
  columns: readonly (readonly [C, RecordColumn])[],
  places: readonly number[],
  row: readonly string[],
  findings: FileFindings,
  line: number,
): Record<C, string> {
  const cells = {} as Record<C, string>;
  for (let i = 0; i < columns.length; i++) {
    const text = (row[places[i]] ?? '').trim();
    cells[columns[i][0]] = hasControl(text) ? withoutControl(text).trim() : text;
    if (hasControl(text)) {
      findings.oddity('control-characters', 'a line break or other control character in a cell, read as a space', line);
    }
  }
  return cells;
}

/** Whether every cell holds what its column may hold; the first that does not is a problem. */
function isSound<C extends string>(
  columns: readonly (readonly [C, RecordColumn])[],
  cells: Readonly<Record<C, string>>,
  key: string,
  findings: FileFindings,
  line: number,
): boolean {
  for (const [name, { holds, filled, usually }] of columns) {
    const cell = cells[name];
    if (cell !== '' && usually?.test(cell) === false) {
      findings.oddity('unusual-values', `values unlike others of their column, first ${name} of ${key}`, line);
    }
    if (cell === '' ? filled : holds !== undefined && !holds.test(cell)) {
      findings.problem('record-value', `${name} of ${key} is ${shown(cell)}`, line);
      return false;
    }
  }
  return true;
}

/** A cell that was shifted may hold a licensed descriptor: what is more than one short word is not repeated. */
export const shown = (cell: string): string =>
  cell === '' ? 'blank' : /^\S{1,12}$/.test(cell) ? JSON.stringify(cell) : 'of another column';

import type { ColumnMap } from './column-map.ts';
import { type Column, columnOf, isIgnored, plainName } from './columns.ts';
import { LAYOUTS, type Layout, type Source } from './layouts.ts';
import { nearest } from './near-names.ts';

/** Where the text of each of our columns is found in a row's cells. */
export interface Mapping {
  readonly layout: Layout | null;
  readonly header: readonly string[];
  /** Number of the header's cells. */
  readonly width: number;
  /** Of each line of a row, and most rows are one: cell by column; from `width` on an index into `composed`. */
  readonly lines: readonly ReadonlyMap<Column, number>[];
  readonly composed: readonly ((cells: readonly string[]) => string)[];
  /** The cell that tells which rows are lines, -1 where all are. */
  readonly rowKind: number;
  /** Header cells that are read, by column: for people. */
  readonly used: ReadonlyMap<Column, readonly string[]>;
}

/** Why a header cannot be mapped, or what of it is left aside. */
export interface HeaderTrouble {
  readonly code: 'csv-header' | 'map-column';
  readonly message: string;
}

/** Columns whose texts are read together where a map names several. */
const JOINED = new Set<Column>(['diagnoses', 'modifiers', 'pointers', 'typeofbill']);

/** The layout that the header cells are of, null where they have names of their own. */
export function layoutOf(header: readonly string[]): Layout | null {
  const names = new Set(header.map(plainName));
  return LAYOUTS.find(({ signs }) => signs.every((sign) => names.has(plainName(sign)))) ?? null;
}

/**
 * Maps a header: what the person's map names, else the layout that it is of, else columns by their names.
 * @returns null where claims cannot be read; `trouble` hears why, and of columns that are left aside.
 */
export function mappingOf(
  header: readonly string[],
  map: ColumnMap | undefined,
  trouble: (trouble: HeaderTrouble) => void,
): Mapping | null {
  const layout = layoutOf(header);
  const builder = new MappingBuilder(header, layout);
  const sources =
    layout === null ? sourcesByName(header) : new Map(Object.entries(layout.columns) as [Column, Source][]);
  const missing = mapOver(sources, builder, map);
  if (missing.length > 0) {
    for (const [column, name] of missing) trouble({ code: 'map-column', message: missingText(column, name, header) });
    return null;
  }
  const mapping = builder.build(sources, map);
  const lacking = (['claim', 'code'] as const).filter((column) => !mapping.lines[0].has(column));
  if (lacking.length > 0) {
    // A row of data in the header's place: its cells may be a person's and are not quoted.
    const message = `The header has no column ${lacking.join(' and no column ')}; nothing was read.`;
    trouble({ code: 'csv-header', message });
    return null;
  }
  if (layout === null && map === undefined) leftAside(header, mapping, trouble);
  return mapping;
}

/** Columns by their own names; of two with one name the first. */
function sourcesByName(header: readonly string[]): Map<Column, Source> {
  const sources = new Map<Column, Source>();
  for (const cell of header) {
    const column = columnOf(cell);
    if (column !== null && !sources.has(column)) sources.set(column, cell);
  }
  return sources;
}

/** Puts what a map names in the place of what was found; gives the columns that the header does not have. */
function mapOver(
  sources: Map<Column, Source>,
  builder: MappingBuilder,
  map: ColumnMap | undefined,
): (readonly [Column, string])[] {
  const missing: (readonly [Column, string])[] = [];
  for (const [column, names] of map ?? []) {
    for (const name of names) if (builder.cellOf(name) < 0) missing.push([column, name]);
    if (names.length === 0) sources.delete(column);
    else if (names.length === 1) sources.set(column, names[0]);
    else sources.set(column, JOINED.has(column) ? { together: names, between: ' ' } : { first: names });
  }
  if (map?.has('modifiers') === true) for (let i = 1; i <= 4; i++) sources.delete(`modifier${i}` as Column);
  else if (map?.has('modifier1') === true) sources.delete('modifiers');
  return missing;
}

function missingText(column: Column, name: string, header: readonly string[]): string {
  const near = nearest(
    name,
    header.map((cell) => cell.trim().slice(0, 40)),
    3,
  );
  const hint = near.length > 0 ? `; near it are ${near.map((each) => `"${each}"`).join(', ')}` : '';
  return `The header has no column "${name.slice(0, 40)}", which the map gives for ${column}${hint}. Nothing was read.`;
}

function leftAside(header: readonly string[], { lines }: Mapping, trouble: (trouble: HeaderTrouble) => void): void {
  header.forEach((cell, index) => {
    const column = columnOf(cell);
    if ((column !== null && lines[0].get(column) === index) || isIgnored(cell)) return;
    const why = column !== null ? 'stands twice; the first one counts' : 'is not known and was ignored';
    trouble({ code: 'csv-header', message: `The column "${cell.trim().slice(0, 40)}" ${why}.` });
  });
}

/** Finds the cells of sources in one header. */
class MappingBuilder {
  private readonly layout: Layout | null;
  private readonly cells = new Map<string, number>();
  private readonly exact = new Map<string, number>();
  private readonly header: readonly string[];
  private readonly composed: ((cells: readonly string[]) => string)[] = [];

  constructor(header: readonly string[], layout: Layout | null) {
    this.header = header;
    this.layout = layout;
    header.forEach((cell, index) => {
      if (!this.exact.has(cell)) this.exact.set(cell, index);
      const name = plainName(cell);
      if (name !== '' && !this.cells.has(name)) this.cells.set(name, index);
    });
  }

  /** The cell of that name, in whatever case and spacing unless two differ only in those; -1 for none. */
  cellOf(name: string): number {
    return this.exact.get(name) ?? this.cells.get(plainName(name)) ?? -1;
  }

  build(sources: ReadonlyMap<Column, Source>, map: ColumnMap | undefined): Mapping {
    const { header, layout, composed } = this;
    const shared = new Map<Column, number>();
    const used = new Map<Column, readonly string[]>();
    for (const [column, source] of sources) {
      const cells = this.cellsOf(source);
      if (cells.length === 0) continue;
      shared.set(column, this.place(source, cells));
      used.set(
        column,
        cells.map((cell) => header[cell].trim()),
      );
    }
    const given = Object.entries(layout?.given ?? {}) as [Column, string][];
    for (const [column, text] of given) if (map?.has(column) !== true) this.give(shared, column, text);
    return {
      ...{ layout, header, width: header.length, composed, used },
      lines: this.repeated(shared, used, map),
      rowKind: layout?.rows === undefined ? -1 : this.cellOf(layout.rows.header),
    };
  }

  /** What stands where the cell is empty or there is none. */
  private give(shared: Map<Column, number>, column: Column, text: string): void {
    const at = shared.get(column);
    const read = at === undefined ? () => '' : this.reader(at);
    shared.set(
      column,
      this.compose((cells) => read(cells) || text),
    );
  }

  /** One column set for each line of a row. */
  private repeated(
    shared: ReadonlyMap<Column, number>,
    used: Map<Column, readonly string[]>,
    map: ColumnMap | undefined,
  ): readonly ReadonlyMap<Column, number>[] {
    const repeats = this.layout?.repeats;
    if (repeats === undefined || map?.has('code') === true) return [shared];
    const lines: ReadonlyMap<Column, number>[] = [];
    for (let i = 1; i <= repeats.times; i++) {
      const line = new Map(shared);
      for (const [column, header] of Object.entries(repeats.columns) as [Column, string][]) {
        const cell = this.cellOf(header.replace('#', String(i)));
        if (cell < 0) continue;
        line.set(column, cell);
        used.set(column, [...(used.get(column) ?? []), this.header[cell].trim()]);
      }
      if (line.has('code')) lines.push(line);
    }
    return lines.length === 0 ? [shared] : lines;
  }

  private cellsOf(source: Source): readonly number[] {
    const names = typeof source === 'string' ? [source] : 'first' in source ? source.first : source.together;
    return names.map((name) => this.cellOf(name)).filter((cell) => cell >= 0);
  }

  private place(source: Source, cells: readonly number[]): number {
    if (cells.length === 1) return cells[0];
    const readers = cells.map((cell) => this.reader(cell));
    if (typeof source === 'string' || 'first' in source) {
      return this.compose((row) => {
        for (const read of readers) {
          const text = read(row);
          if (text !== '') return text;
        }
        return '';
      });
    }
    return this.compose((row) =>
      readers
        .map((read) => read(row))
        .filter((text) => text !== '')
        .join(source.between),
    );
  }

  private compose(read: (cells: readonly string[]) => string): number {
    return this.header.length + this.composed.push(read) - 1;
  }

  private reader(cell: number): (cells: readonly string[]) => string {
    const { composed, header } = this;
    return cell < header.length ? (cells) => cells[cell]?.trim() ?? '' : composed[cell - header.length];
  }
}

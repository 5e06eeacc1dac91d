import type { ColumnMap } from './column-map.ts';
import type { Column } from './columns.ts';
import type { Mapping } from './mapping.ts';

/** What the columns of a file were taken for, for people. */
export interface TableLayout {
  /** Name of the file, where it has one. */
  readonly file?: string;
  /** `columns` where they have names of their own, else a layout of docs/claim-formats.md. */
  readonly layout: string;
  readonly title: string;
  /** Whether a person's map was followed. */
  readonly mapped: boolean;
  /** Headers by the field that they were read as. */
  readonly columns: Readonly<Partial<Record<Column, readonly string[]>>>;
  /** Headers read, of all that there are. */
  readonly used: number;
  readonly of: number;
  readonly remarks: readonly string[];
}

export function tableLayout(
  { layout, used, width }: Mapping,
  map: ColumnMap | undefined,
  file: string | undefined,
): TableLayout {
  return {
    ...(file !== undefined && { file }),
    layout: layout?.name ?? 'columns',
    title: layout?.title ?? 'columns by their names',
    mapped: map !== undefined,
    columns: Object.fromEntries(used),
    used: new Set([...used.values()].flat()).size,
    of: width,
    remarks: layout?.remarks ?? [],
  };
}

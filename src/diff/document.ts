import type { Setting } from '../codes/setting.ts';
import type { ReleaseKind } from '../releases/release.ts';
import type { ReleaseDiff } from './change.ts';
import type { ReportComparison } from './compare-report.ts';
import { hasLevelOne } from './record-profile.ts';

/** Where a release came from: a codebook, by its id, or files that were read. */
export interface Origin {
  /** The codebook's id; null for release files. */
  readonly codebook: string | null;
  /** As the user named it; the codebook's path. null for the shipped sample. */
  readonly path: string | null;
}

/** One table compared: its two releases and what became of its rows. */
export interface ComparedTable {
  /** `hcpcs`, `ncci-ptp/professional`. */
  readonly table: string;
  readonly beforeId: string;
  readonly afterId: string;
  readonly diff: ReleaseDiff;
  /** CMS's own report of the later release, held against the diff; null where none is known. */
  readonly report: ReportComparison | null;
}

/** All that was compared, for every form of output. */
export interface DiffDocument {
  readonly before: Origin;
  readonly after: Origin;
  readonly tables: readonly ComparedTable[];
  /** Tables that one side alone has. */
  readonly unpaired: readonly { readonly id: string; readonly side: 'before' | 'after' }[];
  /** What else a person should know: a release that a later print supersedes, a part of a release. */
  readonly remarks: readonly string[];
}

/** `ncci-ptp/professional`: the name under which two releases are of one table. */
export const tableName = ({ kind, setting }: { kind: ReleaseKind; setting: Setting | null }): string =>
  setting === null ? kind : `${kind}/${setting}`;

/** An id without its table: `2024Q3`, `2018/v5`. */
export const shortId = (table: string, id: string): string =>
  id.startsWith(`${table}/`) ? id.slice(table.length + 1) : id;

/** Whether CPT code numbers stand in what is shown. */
export const namesLevelOne = ({ tables }: DiffDocument): boolean =>
  tables.some(({ diff }) => diff.total > 0 && hasLevelOne(diff.kind));

import type { Codebook, CodebookRelease } from '../codebook/codebook.ts';
import type { ReleaseKind } from '../releases/release.ts';
import type { ChangeCounts } from './change.ts';
import { diffReleases } from './diff-releases.ts';
import { tableName } from './document.ts';
import { countsText } from './names.ts';

/** Reports on other releases: one beside another tells nothing of the codes. */
const REPORTS: readonly ReleaseKind[] = ['hcpcs-transactions', 'hcpcs-corrections'];

/**
 * What each table says as of its newest release: the last print of the latest period, a whole one where there is
 * one. By table name.
 *
 * @param releases oldest first, as a codebook has them
 * @param withReports whether CMS's reports and corrections are tables too
 */
export function newestByTable<R extends Pick<CodebookRelease, 'kind' | 'setting' | 'partial'>>(
  releases: readonly R[],
  withReports = false,
): ReadonlyMap<string, R> {
  const newest = new Map<string, R>();
  for (const release of releases) {
    const table = tableName(release);
    if (!withReports && REPORTS.includes(release.kind)) continue;
    if (release.partial && newest.has(table)) continue;
    newest.set(table, release);
  }
  return newest;
}

/** One table of two codebooks. */
export interface TableSummary {
  readonly table: string;
  /** Ids of the releases compared; null where the codebook has none. */
  readonly before: string | null;
  readonly after: string | null;
  /** null where it is the same release, or one codebook has none. */
  readonly counts: ChangeCounts | null;
}

export interface DiffSummary {
  readonly tables: readonly TableSummary[];
  /** A line a table that is not the same; '' where all are. */
  readonly text: string;
}

/**
 * What a new codebook says that the former did not, by table.
 *
 * @example
 * diffSummary(former, next).text // 'hcpcs 2024Q4 after 2024Q3: 49 added, 12 discontinued\n…'
 */
export function diffSummary(former: Codebook, next: Codebook): DiffSummary {
  const was = newestByTable(former.releases);
  const is = newestByTable(next.releases);
  const tables = [...new Set([...was.keys(), ...is.keys()])].map((table): TableSummary => {
    const [before, after] = [was.get(table), is.get(table)];
    const summary = { table, before: before?.id ?? null, after: after?.id ?? null };
    if (before === undefined || after === undefined || isSame(before, after)) return { ...summary, counts: null };
    const { counts } = diffReleases(former.releaseContent(before.index), next.releaseContent(after.index));
    return { ...summary, counts };
  });
  return { tables, text: tables.map(summaryLine).join('') };
}

/** Whether two releases were read from the very same files. */
const isSame = (a: CodebookRelease, b: CodebookRelease): boolean =>
  a.id === b.id && a.sources.length > 0 && hashes(a) === hashes(b);

const hashes = ({ sources }: CodebookRelease): string =>
  sources
    .map(({ sha256 }) => sha256)
    .sort()
    .join(' ');

function summaryLine({ table, before, after, counts }: TableSummary): string {
  const period = (id: string | null): string => id?.slice(table.length + 1) ?? '';
  if (before === null) return `${table} ${period(after)}: new\n`;
  if (after === null) return `${table} ${period(before)}: no longer there\n`;
  if (counts === null) return '';
  return `${table} ${period(after)} after ${period(before)}: ${countsText(counts, table.split('/')[0] as ReleaseKind)}\n`;
}

import { SETTINGS } from '../codes/setting.ts';
import { ProblemError } from '../problems.ts';
import { RELEASE_KINDS, type Release } from '../releases/release.ts';
import { MOST_RELEASES } from './format.ts';
import { newerPrint } from './prints.ts';
import type { StoredRelease } from './stored-release.ts';

/**
 * The releases by kind, setting, period, publication and print, so that a codebook does not depend on the order
 * in which they were read; a release given twice (equal in all of these and in its sources' bytes) is kept once.
 */
export function orderReleases(releases: readonly Release[]): readonly Release[] {
  const keyed = releases.map((release) => ({ release, key: sortKey(release), header: headerOf(release) }));
  keyed.sort((a, b) => compareKeys(a.key, b.key) || compareTexts(a.header, b.header));
  const kept = keyed.filter(
    ({ release, key }, i) => i === 0 || release.sources.length === 0 || compareKeys(key, keyed[i - 1].key) !== 0,
  );
  if (kept.length > MOST_RELEASES) {
    throw new ProblemError('codebook-too-large', `${kept.length} releases; a codebook holds ${MOST_RELEASES}.`);
  }
  return kept.map(({ release }) => release);
}

type Key = readonly (number | string)[];

const sortKey = (release: Release): Key => [
  RELEASE_KINDS.indexOf(release.kind),
  release.setting === null ? -1 : SETTINGS.indexOf(release.setting),
  release.period.from,
  release.published,
  release.print,
  // Of two that begin together the shorter one is the last to be asked.
  -release.period.to,
  release.period.label,
  release.sources
    .map(({ sha256 }) => sha256)
    .sort()
    .join(' '),
];

/** The last tie-break: two files of the same bytes may have been read under different names. */
const headerOf = ({ sources, oddities, rowCount }: Release): string =>
  JSON.stringify([sources.map(({ name, form, part, rows }) => [name, form, part, rows]), oddities, rowCount]);

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function compareKeys(a: Key, b: Key): number {
  for (let i = 0; i < a.length; i++) {
    if (a[i] < b[i]) return -1;
    if (a[i] > b[i]) return 1;
  }
  return 0;
}

/** What the codebook says of each of the ordered releases. */
export function describeReleases(ordered: readonly Release[]): readonly StoredRelease[] {
  const ids = new Set<string>();
  const described = ordered.map((release, index) => {
    const { kind, setting, period, published, print, rowCount, sources, oddities } = release;
    const { codes, modifiers } = countEntries(release);
    const id = unusedId(release, ids);
    const partial = isPartial(ordered, index);
    return { id, kind, setting, period, published, print, partial, rowCount, codes, modifiers, sources, oddities };
  });
  return described.map((release, index) => {
    const newer = newerPrint(described, index, described.keys());
    return { ...release, supersededBy: newer === null ? null : described[newer].id };
  });
}

/** Two different files that call themselves the same print are told apart by their bytes. */
function unusedId(release: Release, ids: Set<string>): string {
  const parts = [release.kind, ...(release.setting === null ? [] : [release.setting]), release.period.label];
  if (release.print > 1) parts.push(`v${release.print}`);
  let id = parts.join('/');
  if (ids.has(id)) id += `/${release.sources[0]?.sha256.slice(0, 12) ?? 'other'}`;
  for (let copy = 2, base = id; ids.has(id); copy++) id = `${base}-${copy}`;
  ids.add(id);
  return id;
}

function countEntries(release: Release): { codes: number; modifiers: number } {
  if (release.kind !== 'hcpcs') return { codes: 0, modifiers: 0 };
  const modifiers = release.records.filter(({ isModifier }) => isModifier).length;
  return { codes: release.records.length - modifiers, modifiers };
}

/**
 * CMS keeps deleted PTP rows and a HCPCS release is the whole list, so one with less than half of what an
 * earlier whole release of its table had is a part of what was published. A HCPCS release without any code is
 * not partial: it has a set of its own, the modifiers.
 */
function isPartial(ordered: readonly Release[], index: number): boolean {
  const size = tableSize(ordered[index]);
  if (size === 0) return false;
  let largest = 0;
  for (let earlier = 0; earlier < index; earlier++) {
    const { kind, setting } = ordered[earlier];
    if (kind === ordered[index].kind && setting === ordered[index].setting)
      largest = Math.max(largest, tableSize(ordered[earlier]));
  }
  return size < largest / 2;
}

function tableSize(release: Release): number {
  if (release.kind === 'ncci-ptp') return release.rows.count;
  return release.kind === 'hcpcs' ? countEntries(release).codes : 0;
}

import { SETTINGS, type Setting } from '../codes/setting.ts';
import type { Problem } from '../problems.ts';
import type { PtpContent } from './content.ts';
import { withCorrections } from './corrections-releases.ts';
import { withAddendaChecked } from './icd10cm-apply-addenda.ts';
import { joinedPtpRows } from './join-ptp.ts';
import { componentOf, joinedRecords } from './join-records.ts';
import { withOverlaps } from './overlaps.ts';
import { isPartBesides, type ReadFile } from './placed.ts';
import { type ReadmeDate, withReadmeDates } from './published-readme.ts';
import type { RecordRelease } from './record-tables.ts';
import {
  type Oddity,
  type PtpSetting,
  RELEASE_KINDS,
  type Release,
  type ReleaseHeader,
  type SourceFile,
} from './release.ts';
import { difference, isCut } from './same-content.ts';

export interface Merged {
  /** In the order of kind, setting, period and print. */
  readonly releases: readonly Release[];
  readonly problems: readonly Problem[];
  /** Files with the very bytes of another. */
  readonly copies: readonly Copy[];
}

interface Copy {
  readonly name: string;
  readonly reason: string;
}

/**
 * Puts the files of one release together: parts, the same table in two forms, the same file twice. `broken` has the
 * names of the files that could not be read: a release of which one is a part is not given. `readmes` say when a
 * release was published.
 */
export function mergeFiles(
  files: readonly ReadFile[],
  broken: readonly (readonly string[])[] = [],
  readmes: readonly ReadmeDate[] = [],
): Merged {
  const releases: Release[] = [];
  const problems: Problem[] = [];
  const copies: Copy[] = [];
  const groups = Map.groupBy(withReadmeDates(files, readmes), releaseKey);
  for (const [, group] of [...groups].sort(([, a], [, b]) => inOrder(a[0], b[0]))) {
    if (group.some((file) => broken.some((names) => isPartBesides(names, file)))) continue;
    const merged = mergeGroup(group, copies);
    if ('code' in merged) problems.push(merged);
    else releases.push(merged);
  }
  return { releases: withAddendaChecked(withOverlaps(withCorrections(releases))), problems, copies };
}

const releaseKey = ({ content, setting, period, print }: ReadFile): string =>
  `${content.kind}/${setting}/${period.label}/${print}`;

const inOrder = (a: ReadFile, b: ReadFile): number =>
  RELEASE_KINDS.indexOf(a.content.kind) - RELEASE_KINDS.indexOf(b.content.kind) ||
  placeOf(a.setting) - placeOf(b.setting) ||
  a.period.from - b.period.from ||
  b.period.to - a.period.to ||
  a.print - b.print;

const placeOf = (setting: Setting | null): number => (setting === null ? -1 : SETTINGS.indexOf(setting));

/** One table (or part) of a release: the file it is taken from, and all files that hold it. */
interface Table {
  readonly main: ReadFile;
  readonly sources: readonly SourceFile[];
  readonly oddities: readonly Oddity[];
}

function mergeGroup(files: readonly ReadFile[], copies: Copy[]): Release | Problem {
  const tables: Table[] = [];
  const components = [...Map.groupBy(files, componentOf)];
  if (components.some(([component]) => component !== '')) return mergeComponents(components, copies);
  const parts = [...Map.groupBy(files, ({ source }) => source.part ?? 0)].sort(([a], [b]) => a - b);
  for (const [, same] of parts) {
    const table = mergeTable(same, copies);
    if ('code' in table) return table;
    tables.push(table);
  }
  if (parts.length > 1 && parts[0][0] === 0)
    return conflict(tables[0].main, tables[1].main, 'is whole, the other a part');
  return asRelease(tables, partOddities(parts.map(([part]) => part)));
}

/** Files with other columns or other rows of one table of records, each of them in one form or several. */
function mergeComponents(
  components: readonly (readonly [string, readonly ReadFile[]])[],
  copies: Copy[],
): Release | Problem {
  const tables: Table[] = [];
  for (const [, same] of components.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const table = mergeTable(same, copies);
    if ('code' in table) return table;
    tables.push(table);
  }
  const { records, oddities } = joinedRecords(tables.map(({ main }) => main));
  return { ...(asRelease(tables, oddities) as RecordRelease), rowCount: records.length, records };
}

const FORMS = ['text', 'xlsx', 'csv'];

/** The fee schedule's csv first: its text has no documented layout. Whole before cut. By name too, so that the same files give the same release in whatever order they are found. */
const byFormAndName = ({ source: a, content: one }: ReadFile, { source: b, content: two }: ReadFile): number =>
  (one.kind === 'pfs' ? Number(b.form === 'csv') - Number(a.form === 'csv') : 0) ||
  Number(isCut(one)) - Number(isCut(two)) ||
  FORMS.indexOf(a.form) - FORMS.indexOf(b.form) ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** CMS's text is preferred unless its columns cut it; another form of the same table is compared with it. */
function mergeTable(files: readonly ReadFile[], copies: Copy[]): Table | Problem {
  const ordered = files.toSorted(byFormAndName);
  const [main, ...others] = ordered;
  const sources = [main.source];
  const oddities = [...main.oddities];
  for (const other of others) {
    const twin = ordered.find(({ source }) => source.sha256 === other.source.sha256);
    if (twin !== undefined && twin !== other) {
      copies.push({ name: other.name, reason: `the same file as ${twin.name}` });
      continue;
    }
    const differs = difference(main.content, other.content);
    if (differs !== null && other.source.form === main.source.form) {
      return conflict(main, other, `differs in ${differs.count} rows, first ${differs.first}`);
    }
    sources.push(other.source);
    oddities.push(formOddity(other, differs));
  }
  return { main, sources, oddities };
}

function formOddity({ content, source }: ReadFile, differs: ReturnType<typeof difference>): Oddity {
  const { name, form } = source;
  const how = isCut(content) ? 'says the same, as far as its columns are wide' : 'says the same';
  if (differs === null) return { code: `also-as-${form}`, message: `${name} ${how}` };
  const message = `${name} differs in ${differs.count} rows, first ${differs.first}; not used`;
  return { code: 'forms-differ', message };
}

function conflict(one: ReadFile, two: ReadFile, how: string): Problem {
  const message = `${one.name} is the same release (${one.content.kind} ${one.period.label}) and ${how}`;
  return { code: 'releases-conflict', message, file: two.name };
}

/** Parts are numbered from 1; how many there are is published nowhere. */
function partOddities(parts: readonly number[]): readonly Oddity[] {
  if (parts[0] === 0) return [];
  const missing = Array.from({ length: parts[parts.length - 1] }, (_, i) => i + 1).filter(
    (part) => !parts.includes(part),
  );
  if (missing.length > 0) {
    const message = `part ${missing.map((part) => `f${part}`).join(', ')} is missing: its rows are not known`;
    return [{ code: 'part-missing', message }];
  }
  if (parts.length > 1) return [];
  return [{ code: 'part-alone', message: 'only part f1 is here; CMS publishes this table in several parts' }];
}

function asRelease(tables: readonly Table[], oddities: readonly Oddity[]): Release {
  const { content, setting, period, published, print } = tables[0].main;
  const header: Omit<ReleaseHeader, 'kind' | 'setting' | 'rowCount'> = {
    period,
    published,
    print,
    sources: tables.flatMap(({ sources }) => sources),
    oddities: [...oddities, ...tables.flatMap((table) => namedOddities(table, tables.length > 1))],
  };
  const rowCount = tables.reduce((sum, { main }) => sum + main.content.rowCount, 0);
  switch (content.kind) {
    case 'hcpcs':
      return { ...header, kind: 'hcpcs', setting: null, rowCount, records: content.records };
    case 'ncci-ptp': {
      const rows = joinedPtpRows(tables.map(({ main }) => (main.content as PtpContent).rows));
      return { ...header, kind: 'ncci-ptp', setting: setting as PtpSetting, rowCount, rows };
    }
    case 'ncci-mue':
      return { ...header, kind: 'ncci-mue', setting: content.setting, rowCount, rows: content.rows };
    case 'ncci-aoc':
      return { ...header, kind: 'ncci-aoc', setting: null, rowCount, rows: content.rows };
    default:
      return { ...header, kind: content.kind, setting: null, rowCount, records: content.records };
  }
}

const namedOddities = ({ main, oddities }: Table, several: boolean): readonly Oddity[] =>
  several ? oddities.map((oddity) => ({ ...oddity, message: `${partName(main)}: ${oddity.message}` })) : oddities;

const partName = (file: ReadFile): string =>
  file.source.part === null ? componentOf(file) || file.name : `f${file.source.part}`;

import { type Day, NOT_A_DAY } from '../codes/day.ts';
import type { Setting } from '../codes/setting.ts';
import type { Content } from './content.ts';
import { partInName, printInNames, ptpSettingInNames } from './file-names.ts';
import type { FileFindings } from './findings-in-file.ts';
import { periodInNames, periodOfDay, printedOnInName } from './period.ts';
import type { FileToRead } from './read-file.ts';
import type { Oddity, Period, ReleaseKind, SourceFile } from './release.ts';

/** One file read, and the release it belongs to. */
export interface ReadFile {
  /** As it is named to the user. */
  readonly name: string;
  readonly content: Content;
  readonly setting: Setting | null;
  readonly period: Period;
  readonly published: Day;
  readonly print: number;
  readonly source: SourceFile;
  readonly oddities: readonly Oddity[];
}

/**
 * Says which release a file belongs to: setting and period, as its names or its rows tell them. Null, with a
 * problem among the findings, where they do not.
 */
export function placed(
  { name, sourceName, names }: Pick<FileToRead, 'name' | 'sourceName' | 'names'>,
  content: Content,
  source: Pick<SourceFile, 'sha256' | 'bytes' | 'form'>,
  findings: FileFindings,
): ReadFile | null {
  const setting = settingOf(content, names);
  if (setting === undefined) {
    findings.problem('release-setting-unknown', 'no name says whether the PTP table is for practitioners or hospitals');
  }
  const period = periodSaid(content, periodInNames(content.kind, names)) ?? periodOfRows(content, findings);
  if (setting === undefined || period === null) return null;
  return {
    name,
    content,
    setting,
    period,
    published: content.published ?? printedOnInName(content.kind, names[0]) ?? period.from,
    print: printInNames(content.kind, ownNames(names)),
    source: { name: sourceName, ...source, part: partInNames(content.kind, names), rows: content.rowCount },
    oddities: findings.oddities(),
  };
}

/** The file's own word counts before its names', unless they only say more closely when: GPCI2025 within RVU25D. */
function periodSaid({ kind, period }: Content, named: Period | null): Period | null {
  // What comes with a year's HCPCS release is the year's, whenever it was printed: ..._Corrections_updated-01-03-2019.
  if (period !== undefined && kind.startsWith('hcpcs')) return period;
  if (period === undefined || named === null) return period ?? named;
  return named.from >= period.from && named.to <= period.to ? named : period;
}

/** Those of the file itself and of the archive it came in: folders hold many files. */
const ownNames = (names: readonly string[]): readonly string[] => names.slice(0, 2);

const partInNames = (kind: ReleaseKind, names: readonly string[]): number | null =>
  ownNames(names)
    .map((name) => partInName(kind, name))
    .find((part) => part !== null) ?? null;

/**
 * Whether a file that could not be read is, by its names, a part of the PTP release that another file is a part of.
 * What they do not say is taken for the same: a release must not come back without one of its parts.
 */
export function isPartBesides(
  names: readonly string[],
  { content, setting, period, print, source }: ReadFile,
): boolean {
  const kind = 'ncci-ptp';
  if (content.kind !== kind || source.part === null || partInNames(kind, names) === null) return false;
  const label = periodInNames(kind, names)?.label ?? period.label;
  const itsSetting = ptpSettingInNames(names) ?? setting;
  return label === period.label && itsSetting === setting && printInNames(kind, ownNames(names)) === print;
}

function settingOf(content: Content, names: readonly string[]): Setting | null | undefined {
  if (content.kind === 'ncci-mue') return content.setting;
  return content.kind === 'ncci-ptp' ? (ptpSettingInNames(names) ?? undefined) : null;
}

/** The quarter of the latest date in the rows: what is new in a release takes effect on its first day. */
function periodOfRows(content: Content, findings: FileFindings): Period | null {
  if (content.latest === NOT_A_DAY) {
    findings.problem('release-period-unknown', 'neither a name nor a date in the rows says which quarter it is for');
    return null;
  }
  const period = periodOfDay(content.latest);
  findings.oddity('period-from-rows', `no name says the quarter; the latest date in the rows is of ${period.label}`);
  return period;
}

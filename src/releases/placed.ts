import { NOT_A_DAY } from '../codes/day.ts';
import type { Content } from './content.ts';
import { partInName, printInNames, ptpSettingInNames } from './file-names.ts';
import type { FileFindings } from './findings-in-file.ts';
import { periodInNames, periodOfDay } from './period.ts';
import type { Oddity, Period, Setting, SourceFile } from './release.ts';

/** One file read, and the release it belongs to. */
export interface ReadFile {
  readonly content: Content;
  readonly setting: Setting | null;
  readonly period: Period;
  readonly print: number;
  readonly source: SourceFile;
  readonly oddities: readonly Oddity[];
}

/**
 * Says which release a file belongs to: setting and period, as its names or its rows tell them. Null, with a
 * problem among the findings, where they do not.
 */
export function placed(
  { name, names }: { readonly name: string; readonly names: readonly string[] },
  content: Content,
  source: Pick<SourceFile, 'sha256' | 'bytes' | 'form'>,
  findings: FileFindings,
): ReadFile | null {
  const setting = settingOf(content, names);
  if (setting === undefined) {
    findings.problem('release-setting-unknown', 'no name says whether the PTP table is for practitioners or hospitals');
  }
  const period = periodInNames(content.kind, names) ?? periodOfRows(content, findings);
  if (setting === undefined || period === null) return null;
  const part = partInName(content.kind, names[0]) ?? partInName(content.kind, names[1] ?? '');
  return {
    content,
    setting,
    period,
    print: printInNames(content.kind, names.slice(0, 2)),
    source: { name, ...source, part, rows: content.rowCount },
    oddities: findings.oddities(),
  };
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

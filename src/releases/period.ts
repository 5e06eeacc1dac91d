import { type Day, dayOf, isoDay } from '../codes/day.ts';
import type { Period, ReleaseKind } from './release.ts';

const LAST_DAY_OF_QUARTER = [31, 30, 30, 31];

/** `quarterPeriod(2024, 3)` is 2024Q3, 2024-07-01 to 2024-09-30. */
export function quarterPeriod(year: number, quarter: number): Period {
  const last = quarter * 3;
  return {
    label: `${year}Q${quarter}`,
    from: dayOf(year, last - 2, 1),
    to: dayOf(year, last, LAST_DAY_OF_QUARTER[quarter - 1]),
  };
}

const yearPeriod = (year: number): Period => ({
  label: String(year),
  from: dayOf(year, 1, 1),
  to: dayOf(year, 12, 31),
});

/** The quarter a day falls in. */
export function periodOfDay(day: Day): Period {
  const [year, month] = isoDay(day).split('-').map(Number);
  return quarterPeriod(year, Math.ceil(month / 3));
}

const quarterOfMonth = (month: string): number => Math.ceil(Number(month) / 3);
const MONTHS: Readonly<Record<string, number>> = { jan: 1, apr: 2, jul: 3, oct: 4 };

/** A way to write a quarter in a file name, and the year and quarter it means. */
type Pattern = readonly [RegExp, (match: RegExpExecArray) => readonly [year: number, quarter: number]];

const QUARTERS: readonly Pattern[] = [
  // mue-prac-2024q3, AOC_V2024Q2-MCR, medicare-ncci-2024q3-...
  [/(20\d\d)[-_ ]?q([1-4])(?!\d)/i, ([, year, quarter]) => [Number(year), Number(quarter)]],
  [/(?<![a-z0-9])q([1-4])[-_ ]?(20\d\d)(?!\d)/i, ([, quarter, year]) => [Number(year), Number(quarter)]],
  // MCR_MUE_PractitionerServices_Eff_07-01-2024, ...-effective-07012024
  [
    /(?<!\d)(0[1-9]|1[0-2])[-_.]?[0-3]\d[-_.]?(20\d\d)(?!\d)/,
    ([, month, year]) => [Number(year), quarterOfMonth(month)],
  ],
  [/(?<!\d)(20\d\d)[-_.](0[1-9]|1[0-2])[-_.][0-3]\d(?!\d)/, ([, year, month]) => [Number(year), quarterOfMonth(month)]],
  // HCPC2024_JUL_ANWEB, HCPC2020_JAN; october-2025-alpha-numeric-hcpcs-file
  [/(20\d\d)[-_ ]?(jan|apr|jul|oct)/i, ([, year, month]) => [Number(year), MONTHS[month.toLowerCase()]]],
  [/(jan|apr|jul|oct)[a-z]*[-_ ]?(20\d\d)(?!\d)/i, ([, month, year]) => [Number(year), MONTHS[month.toLowerCase()]]],
];

/** 2020_04_anweb: HCPCS alone, since elsewhere two digits after a year are a print or a day. */
const HCPCS_MONTH: Pattern = [
  /(?<!\d)(20\d\d)[-_](0[147]|10)(?!\d)/,
  ([, year, month]) => [Number(year), quarterOfMonth(month)],
];

/** ccipra-v302r0: version 30.2 is 2024 Q3, since 30.0 took effect on 2024-01-01 and each year counts up by one. */
const PTP_VERSION: Pattern = [
  /(?<![a-z])v(\d\d)([0-3])r\d/i,
  ([, version, quarter]) => [1994 + Number(version), Number(quarter) + 1],
];

/** HCPC17_CONTR_ANWEB, HCPC2019_CONTR_ANWEB, 2019-Alpha-Numeric-HCPCS-File: a release for the whole year. */
const YEARS: readonly RegExp[] = [/(?<!\d)(20\d\d)(?!\d)/, /hcpcs?(\d\d)(?!\d)/i];

/**
 * The period a release is for, by the first of the names (entry, archive, folders, innermost first) that says one;
 * null where none does. CMS prints it nowhere inside most files.
 */
export function periodInNames(kind: ReleaseKind, names: readonly string[]): Period | null {
  for (const name of names) {
    const period = quarterIn(kind, name) ?? (kind === 'hcpcs' ? yearIn(name) : null);
    if (period !== null) return period;
  }
  return null;
}

function quarterIn(kind: ReleaseKind, name: string): Period | null {
  const own = kind === 'hcpcs' ? [HCPCS_MONTH] : kind === 'ncci-ptp' ? [PTP_VERSION] : [];
  for (const [pattern, meaning] of [...own, ...QUARTERS]) {
    const match = pattern.exec(name);
    if (match) return quarterPeriod(...meaning(match));
  }
  return null;
}

function yearIn(name: string): Period | null {
  for (const pattern of YEARS) {
    const year = pattern.exec(name)?.[1];
    if (year !== undefined) return yearPeriod(year.length === 2 ? 2000 + Number(year) : Number(year));
  }
  return null;
}

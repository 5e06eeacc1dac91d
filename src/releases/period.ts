import { type Day, dayOf, isoDay, NOT_A_DAY } from '../codes/day.ts';
import { isRecordKind } from './record-tables.ts';
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

/** `yearPeriod(2019)` is 2019, 2019-01-01 to 2019-12-31. */
export const yearPeriod = (year: number): Period => ({
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
];

/** HCPC2024_JUL_ANWEB, HCPC2026_JUL_ANWEB_06172026 (printed on June 17), october-2025-alpha-numeric-hcpcs-file. */
const MONTH_NAMES: readonly Pattern[] = [
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

/** PPRRVU25_JAN, RVU25D (the fourth of 2025); DMEPOS25_APR25, DME25-B. */
const FEE_SCHEDULES: readonly Pattern[] = [
  [
    /(?:pprrvu|dmepos)(\d\d)[-_ ]?(jan|apr|jul|oct)/i,
    ([, year, month]) => [2000 + Number(year), MONTHS[month.toLowerCase()]],
  ],
  [
    /(?<![a-z])(?:rvu|dme)(\d\d)[-_ ]?([a-d])(?![a-z]{2})/i,
    ([, year, letter]) => [2000 + Number(year), 'abcd'.indexOf(letter.toLowerCase()) + 1],
  ],
];

/** HCPC17_CONTR_ANWEB, HCPC2019_CONTR_ANWEB, 2019-Alpha-Numeric-HCPCS-File: a release for the whole year. */
const YEARS: readonly RegExp[] = [/(?<!\d)(20\d\d)(?!\d)/, /hcpcs?(\d\d)(?!\d)/i];

/**
 * The period a release is for, by the first of the names (entry, archive, folders, innermost first) that says one;
 * null where none does. CMS prints it nowhere inside most files.
 */
export function periodInNames(kind: ReleaseKind, names: readonly string[]): Period | null {
  if (kind.startsWith('icd10cm')) return fiscalPeriodIn(names);
  for (const name of names) {
    const period = quarterIn(kind, name) ?? (mayBeYearly(kind) ? yearIn(name) : null);
    if (period !== null) return kind.startsWith('pfs') ? narrowed(kind, period, names) : period;
  }
  return null;
}

/** GPCI2025 within RVU25D is the table of the fourth quarter. */
const narrowed = (kind: ReleaseKind, year: Period, names: readonly string[]): Period =>
  names.map((name) => quarterIn(kind, name)).find((named) => named && named.from >= year.from && named.to <= year.to) ??
  year;

/**
 * icd10cm_order_2024 is of the federal fiscal year 2024, October 2023 to September 2024; icd10cm-order-April-1-2026, or
 * icd10cm_order_2026 within april-1-2026-code-descriptions, of its second half.
 */
function fiscalPeriodIn(names: readonly string[]): Period | null {
  const label = names.map(yearIn).find((named) => named !== null)?.label;
  if (label === undefined) return null;
  const year = Number(label);
  const to = dayOf(year, 9, 30);
  const isApril = names.some((name) => APRIL.exec(name)?.[1] === label);
  return isApril ? { label: `${label}Q2`, from: dayOf(year, 4, 1), to } : { label, from: dayOf(year - 1, 10, 1), to };
}
const APRIL = /apr[a-z]*[-_ ](?:1[-_ ])?(20\d\d)/i;

function quarterIn(kind: ReleaseKind, name: string): Period | null {
  for (const [pattern, meaning] of patternsOf(kind)) {
    const match = pattern.exec(name);
    if (match) return quarterPeriod(...meaning(match));
  }
  return null;
}

/** Of HCPCS files the month's name comes first: another date in a name is the day of its print. */
function patternsOf(kind: ReleaseKind): readonly Pattern[] {
  if (isHcpcs(kind)) return [...MONTH_NAMES, HCPCS_MONTH, ...QUARTERS];
  if (isRecordKind(kind)) return [...FEE_SCHEDULES, ...MONTH_NAMES, ...QUARTERS];
  return kind === 'ncci-ptp' ? [PTP_VERSION, ...QUARTERS, ...MONTH_NAMES] : [...QUARTERS, ...MONTH_NAMES];
}

const PRINTED_ON = /(?:jan|apr|jul|oct)[a-z]*_anweb\w*_(0[1-9]|1[0-2])([0-3]\d)(20\d\d)(?!\d)/i;

/** The day in a name such as HCPC2026_JUL_ANWEB_06172026; null where there is none. */
export function printedOnInName(kind: ReleaseKind, name: string): Day | null {
  const match = isHcpcs(kind) ? PRINTED_ON.exec(name) : null;
  if (match === null) return null;
  const day = dayOf(Number(match[3]), Number(match[1]), Number(match[2]));
  return day === NOT_A_DAY ? null : day;
}

/** Kinds that come once a year at times. */
const mayBeYearly = (kind: ReleaseKind): boolean => isHcpcs(kind) || kind === 'rbcs' || kind.startsWith('pfs');

/** A HCPCS release or one of the tables CMS publishes beside it. */
const isHcpcs = (kind: ReleaseKind): boolean => kind.startsWith('hcpcs');

function yearIn(name: string): Period | null {
  for (const pattern of YEARS) {
    const year = pattern.exec(name)?.[1];
    if (year !== undefined) return yearPeriod(year.length === 2 ? 2000 + Number(year) : Number(year));
  }
  return null;
}

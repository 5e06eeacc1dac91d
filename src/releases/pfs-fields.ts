import { NOT_A_DAY } from '../codes/day.ts';
import { publishedDay } from './aoc-rows.ts';
import type { RecordContent } from './content.ts';
import { codeKey } from './kept-descriptor.ts';
import { quarterPeriod, yearPeriod } from './period.ts';
import { NUMBER, type RecordColumn } from './record-columns.ts';
import type { RecordField } from './record-tables.ts';

/** CMS's PPRRVU file in every form: relative values and payment policy indicators by code and modifier. */

/** What each field may hold; the descriptor is the one column that is not kept. */
export const PFS_VALUES: Readonly<Record<Exclude<RecordField<'pfs'>, 'conversionFactorQualifyingApm'>, RegExp>> = {
  status: /^[A-Z]$/,
  notUsedForMedicarePayment: /^\+$/,
  workRvu: NUMBER,
  nonFacilityPeRvu: NUMBER,
  nonFacilityNaIndicator: /^NA$/,
  facilityPeRvu: NUMBER,
  facilityNaIndicator: /^NA$/,
  mpRvu: NUMBER,
  nonFacilityTotal: NUMBER,
  facilityTotal: NUMBER,
  pcTc: /^\d$/,
  globalDays: /^(\d{1,3}|[A-Z]{3})$/,
  preOperative: NUMBER,
  intraOperative: NUMBER,
  postOperative: NUMBER,
  multipleProcedure: /^\d$/,
  bilateralSurgery: /^\d$/,
  assistantSurgery: /^\d$/,
  coSurgery: /^\d$/,
  teamSurgery: /^\d$/,
  endoscopicBase: /^[0-9A-Z]{5}$/,
  conversionFactor: NUMBER,
  diagnosticSupervision: /^[0-9A-Z]{1,2}$/,
  calculationFlag: /^\d$/,
  imagingFamily: /^\d{1,2}$/,
  oppsNonFacilityPe: NUMBER,
  oppsFacilityPe: NUMBER,
  oppsMp: NUMBER,
};

type Given = Partial<Record<keyof typeof PFS_VALUES, string | RegExp>>;

/** Columns of a table of this kind by the titles it gives them. */
export function pfsColumns(code: string, modifier: string, titles: Given): Record<string, RecordColumn> {
  const given = Object.entries(titles) as [keyof typeof PFS_VALUES, string | RegExp][];
  const columns = given.map(([field, title]) => [
    field,
    { titles: typeof title === 'string' ? [title] : title, holds: PFS_VALUES[field] },
  ]);
  return { code: { titles: [code] }, modifier: { titles: [modifier] }, ...Object.fromEntries(columns) };
}

export const pfsKey = ({ code, modifier }: Readonly<Record<string, string>>): string | null => codeKey(code, modifier);

/**
 * From 2026 on CMS publishes the file twice: for participants in a qualifying alternative payment model (QPP) with
 * another conversion factor, and for all others.
 */
export const isForQualifyingApm = (file: string): boolean =>
  /(?<!non[-_ ]?)qpp/i.test(file.split(/[/!\\]/).pop() ?? '');

const TITLE =
  /(20\d\d)\s+National Physician Fee Schedule Relative Value File(?:\s+(Jan|Apr|Jul|Oct)[a-z]*\s+Release)?/i;
const RELEASED = /\bRELEASED\s+(\d{1,2}\/\d{1,2}\/\d{4})/i;
const QUARTERS: Readonly<Record<string, number>> = { jan: 1, apr: 2, jul: 3, oct: 4 };

/** What the lines above the rows say of the release. */
export function saidInTitle(lines: string): Partial<RecordContent> {
  const [, year, month] = TITLE.exec(lines) ?? [];
  const published = publishedDay(RELEASED.exec(lines)?.[1] ?? '');
  return {
    ...(year !== undefined && {
      period: month ? quarterPeriod(Number(year), QUARTERS[month.toLowerCase()]) : yearPeriod(Number(year)),
    }),
    ...(published !== NOT_A_DAY && { published }),
  };
}

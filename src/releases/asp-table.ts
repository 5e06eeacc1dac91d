import { dayOf, NOT_A_DAY } from '../codes/day.ts';
import type { RecordContent, TableReader } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import { codeKey, keptDescriptor } from './kept-descriptor.ts';
import { periodOfDay } from './period.ts';
import { hasColumns, recordTable } from './record-columns.ts';

const AMOUNT = /^\$? ?[\d,]*\.?\d+%?$/;

/** CMS's quarterly payment limits of Part B drugs. */
const COLUMNS = {
  code: { titles: ['hcpcscode', 'hcpcs'], filled: true },
  shortDescription: { titles: ['shortdescription', 'shortdescriptor'] },
  dosage: { titles: ['hcpcscodedosage', 'hcpcsdosage'] },
  paymentLimit: { titles: ['paymentlimit'], usually: AMOUNT },
  coInsurancePercentage: { titles: /^coinsurance/, optional: true, usually: AMOUNT },
  vaccineAwpPercentage: { titles: ['vaccineawp'], optional: true, usually: AMOUNT },
  vaccineLimit: { titles: ['vaccinelimit'], optional: true, usually: AMOUNT },
  bloodAwpPercentage: { titles: ['bloodawp'], optional: true, usually: AMOUNT },
  bloodLimit: { titles: ['bloodlimit'], optional: true, usually: AMOUNT },
  clottingFactor: { titles: ['clottingfactor'], optional: true },
  notes: { titles: ['notes'], optional: true },
} as const;

export const isAspHeader = (cells: readonly string[]): boolean => hasColumns(COLUMNS, cells);

export const aspTable = (header: readonly string[], findings: FileFindings, above: readonly string[]): TableReader =>
  recordTable(
    {
      kind: 'asp',
      unique: true,
      columns: COLUMNS,
      key: ({ code }) => codeKey(code),
      fields: (cells) => ({ ...cells, shortDescription: keptDescriptor(cells.code, cells.shortDescription) }),
    },
    header,
    findings,
    effectivePeriod(above),
  );

/** Drugs that have no code of their own, by name. */
const NOC_COLUMNS = {
  drug: { titles: /^druggenericname/, filled: true },
  dosage: { titles: ['dosage'] },
  paymentLimit: { titles: ['paymentlimit'], usually: AMOUNT },
  notes: { titles: ['notes'], optional: true },
} as const;

export const isAspNocHeader = (cells: readonly string[]): boolean => hasColumns(NOC_COLUMNS, cells);

export const aspNocTable = (header: readonly string[], findings: FileFindings, above: readonly string[]): TableReader =>
  recordTable(
    { kind: 'asp-noc', unique: false, columns: NOC_COLUMNS, key: ({ drug }) => drug || null },
    header,
    findings,
    effectivePeriod(above),
  );

const EFFECTIVE = /effective\s+(jan|apr|jul|oct)[a-z]*\.?\s+1,?\s+(20\d\d)/i;
const MONTHS: Readonly<Record<string, number>> = { jan: 1, apr: 4, jul: 7, oct: 10 };

/** `Effective October 1, 2025 through December 31, 2025`, in the rows above the header. */
export function effectivePeriod(above: readonly string[]): Partial<RecordContent> {
  const [, month, year] = EFFECTIVE.exec(above.join('\n')) ?? [];
  const from = month === undefined ? NOT_A_DAY : dayOf(Number(year), MONTHS[month.toLowerCase()], 1);
  return from === NOT_A_DAY ? {} : { period: periodOfDay(from) };
}

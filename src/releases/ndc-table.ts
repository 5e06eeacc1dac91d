import { effectivePeriod } from './asp-table.ts';
import type { TableReader } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import { codeKey, keptDescriptor } from './kept-descriptor.ts';
import { hasColumns, NUMBER, recordTable } from './record-columns.ts';

/** Which package (NDC) of a drug is billed with which code, and how many billing units it holds. */
const PACKAGE = {
  labeler: { titles: ['labelername'] },
  drugName: { titles: ['drugname'] },
  dosage: { titles: ['hcpcsdosage', 'dosage'] },
  packageSize: { titles: ['pkgsize'], usually: NUMBER },
  packageQuantity: { titles: ['pkgqty'], usually: NUMBER },
  billUnits: { titles: ['billunits'], usually: NUMBER },
  billUnitsPerPackage: { titles: ['billunitspkg'], usually: NUMBER },
} as const;

/** The column of codes is named for the year: `_2025_CODE`. */
const COLUMNS = {
  code: { titles: /^(20\d\d)?(hcpcs)?code$|^hcpcs$/, filled: true },
  shortDescription: { titles: ['shortdescription', 'shortdescriptor'] },
  ndc: { titles: ['ndc2', 'ndc'], filled: true },
  ...PACKAGE,
} as const;

/** Drugs that have no code of their own. */
const NOC_COLUMNS = {
  genericName: { titles: ['druggenericname'], filled: true },
  ndc: { titles: ['ndcoralternateid', 'ndc2', 'ndc'], filled: true },
  ...PACKAGE,
} as const;

export const isNdcHeader = (cells: readonly string[]): boolean => hasColumns(COLUMNS, cells);
export const isNdcNocHeader = (cells: readonly string[]): boolean => hasColumns(NOC_COLUMNS, cells);

/** The eleven digits of an NDC as claims give it; what is no NDC (devices have other numbers) without its hyphens. */
const ndcKey = (ndc: string): string | null => ndc.replace(/[-\s]/g, '').toUpperCase() || null;

/** CMS publishes a crosswalk for each way in which drugs are paid; the file's name or its titles say which. */
const CROSSWALK = /\b(NOC|OPPS|AWP|PrEP|ASP)[-_ ]+(?:NDC|HCPCS)/i;

function crosswalkOf(findings: FileFindings, above: readonly string[]): string {
  const name = findings.file.split(/[/!\\]/).pop() ?? '';
  const [, said = ''] = CROSSWALK.exec(name) ?? CROSSWALK.exec(above.join('\n')) ?? [];
  return said.toUpperCase();
}

export function ndcTable(header: readonly string[], findings: FileFindings, above: readonly string[]): TableReader {
  const crosswalk = crosswalkOf(findings, above);
  return recordTable(
    {
      kind: 'ndc-hcpcs',
      unique: false,
      columns: COLUMNS,
      key: ({ code, ndc }) => (codeKey(code) === null ? null : ndcKey(ndc)),
      fields: (cells) => ({
        ...cells,
        crosswalk,
        shortDescription: keptDescriptor(cells.code, cells.shortDescription),
      }),
    },
    header,
    findings,
    { ...effectivePeriod(above), component: crosswalk },
  );
}

export const ndcNocTable = (header: readonly string[], findings: FileFindings, above: readonly string[]): TableReader =>
  recordTable(
    {
      kind: 'ndc-hcpcs',
      unique: false,
      columns: NOC_COLUMNS,
      key: ({ ndc }) => ndcKey(ndc),
      fields: (cells) => ({ ...cells, crosswalk: 'NOC' }),
    },
    header,
    findings,
    { ...effectivePeriod(above), component: 'NOC' },
  );

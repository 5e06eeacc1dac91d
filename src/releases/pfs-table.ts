import type { TableReader } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import { isForQualifyingApm, pfsColumns, pfsKey, saidInTitle } from './pfs-fields.ts';
import { hasColumns, recordTable } from './record-columns.ts';
import { headerKey } from './text.ts';

/**
 * The titles of CMS's PPRRVU spreadsheet stand one word a row in up to five rows (`FACILITY ` / `PE RVU`); the last of
 * them begins with HCPCS, MOD, DESCRIPTION. Joined from top to bottom they are these.
 */
const COLUMNS = pfsColumns('hcpcs', 'mod', {
  status: 'statuscode',
  notUsedForMedicarePayment: 'notusedformedicarepayment',
  workRvu: 'workrvu',
  nonFacilityPeRvu: /^(fullyimplemented)?nonfac(ility)?pervu$/,
  nonFacilityNaIndicator: /^nonfac(ility)?naindicator$/,
  facilityPeRvu: /^(fullyimplemented)?facilitypervu$/,
  facilityNaIndicator: 'facilitynaindicator',
  mpRvu: 'mprvu',
  nonFacilityTotal: /^(fullyimplemented)?nonfacilitytotal$/,
  facilityTotal: /^(fullyimplemented)?facilitytotal$/,
  pcTc: 'pctcind',
  globalDays: 'globdays',
  preOperative: 'preop',
  intraOperative: 'intraop',
  postOperative: 'postop',
  multipleProcedure: 'multproc',
  bilateralSurgery: 'bilatsurg',
  assistantSurgery: 'asstsurg',
  coSurgery: 'cosurg',
  teamSurgery: 'teamsurg',
  endoscopicBase: 'endobase',
  conversionFactor: 'convfactor',
  diagnosticSupervision: 'physiciansupervisionofdiagnosticprocedures',
  calculationFlag: 'calculationflag',
  imagingFamily: 'diagnosticimagingfamilyindicator',
  oppsNonFacilityPe: 'nonfacilitypeusedforoppspaymentamount',
  oppsFacilityPe: 'facilitypeusedforoppspaymentamount',
  oppsMp: 'mpusedforoppspaymentamount',
});

/** Whether a row is the last row of the titles. */
export function isPfsHeader(cells: readonly string[]): boolean {
  const [code, modifier, description, ...rest] = cells.map(headerKey);
  return code === 'hcpcs' && modifier === 'mod' && description === 'description' && rest.includes('pervu');
}

/** Reads the rows below the titles; `rowsAbove` are the rows above their last. */
export function pfsTable(
  header: readonly string[],
  findings: FileFindings,
  above: readonly string[],
  rowsAbove: readonly (readonly string[])[],
): TableReader {
  const titles = header.map((_, column) => [...rowsAbove, header].map((row) => row[column] ?? '').join(' '));
  const said = saidInTitle(above.join('\n'));
  const qualifying = isForQualifyingApm(findings.file);
  const fields = (cells: Readonly<Record<string, string>>) =>
    qualifying ? { ...cells, conversionFactor: '', conversionFactorQualifyingApm: cells.conversionFactor } : cells;
  const layout = { kind: 'pfs', unique: true, columns: COLUMNS, key: pfsKey, fields } as const;
  return recordTable(layout, titles, findings, { ...said, ...(qualifying && { component: 'qpp' }) });
}

/** The relative values and the indicators in two tables, as the R package northstar keeps them. */
const AMOUNTS = pfsColumns('hcpcscode', 'mod', {
  workRvu: 'rvuwork',
  nonFacilityPeRvu: 'rvunonpe',
  facilityPeRvu: 'rvufacpe',
  mpRvu: 'rvump',
  nonFacilityTotal: 'rvunonsum',
  facilityTotal: 'rvufacsum',
  oppsNonFacilityPe: 'rvuoppsnonpe',
  oppsFacilityPe: 'rvuoppsfacpe',
  oppsMp: 'rvuoppsmp',
  conversionFactor: 'cf',
});
const INDICATORS = pfsColumns('hcpcscode', 'mod', {
  status: 'status',
  pcTc: 'pctc',
  globalDays: 'glob',
  preOperative: 'preop',
  intraOperative: 'intraop',
  postOperative: 'postop',
  multipleProcedure: 'multproc',
  bilateralSurgery: 'bilatsurg',
  assistantSurgery: 'asstsurg',
  coSurgery: 'cosurg',
  teamSurgery: 'teamsurg',
  endoscopicBase: 'endobase',
  diagnosticSupervision: 'physdiagpro',
  imagingFamily: 'diagimgfam',
  nonFacilityNaIndicator: 'nonna',
  facilityNaIndicator: 'facna',
  notUsedForMedicarePayment: 'notusedmcr',
});

export const isPfsAmountsHeader = (cells: readonly string[]): boolean => hasColumns(AMOUNTS, cells);
export const isPfsIndicatorsHeader = (cells: readonly string[]): boolean => hasColumns(INDICATORS, cells);

export const pfsAmountsTable = (header: readonly string[], findings: FileFindings): TableReader =>
  recordTable({ kind: 'pfs', unique: true, columns: AMOUNTS, key: pfsKey }, header, findings, { component: 'amounts' });

export const pfsIndicatorsTable = (header: readonly string[], findings: FileFindings): TableReader =>
  recordTable({ kind: 'pfs', unique: true, columns: INDICATORS, key: pfsKey }, header, findings, {
    component: 'indicators',
  });

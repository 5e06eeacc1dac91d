import type { TableReader } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import { codeKey } from './kept-descriptor.ts';
import { hasColumns, recordTable } from './record-columns.ts';

const DATE = /^(\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{4})$/;

/**
 * CMS's Restructured BETOS Classification System, one row a code and the time it was classified so. Titles of CMS's
 * csv (`RBCS_Cat_Desc`) and of the R package northstar's table (`rbcs_category`).
 */
const COLUMNS = {
  code: { titles: ['hcpcscd', 'hcpcscode'], filled: true },
  rbcsId: { titles: ['rbcsid'], optional: true },
  category: { titles: ['rbcscat'], optional: true },
  categoryDescription: { titles: ['rbcscatdesc', 'rbcscategory'], filled: true },
  subcategory: { titles: ['rbcscatsubcat'], optional: true },
  subcategoryDescription: { titles: ['rbcssubcatdesc', 'rbcssubcategory'] },
  familyNumber: { titles: ['rbcsfamnumb'], optional: true },
  familyDescription: { titles: ['rbcsfamilydesc', 'rbcsfamily'] },
  majorIndicator: { titles: ['rbcsmajorind', 'rbcsprocedure'] },
  codeAddedDate: { titles: ['hcpcscdadddt', 'hcpcsdateadded'], holds: DATE },
  codeEndedDate: { titles: ['hcpcscdenddt', 'hcpcsdateended'], holds: DATE },
  latestAssignment: { titles: ['rbcslatestassignment'], optional: true, holds: /^[01]$/ },
  firstReleaseYear: { titles: ['firstrbcsreleaseyear'], optional: true, holds: /^\d{4}$/ },
  analysisStartDate: { titles: ['rbcsanalysisstartdt', 'rbcsdateeffective'], holds: DATE },
  analysisEndDate: { titles: ['rbcsanalysisenddt'], optional: true, holds: DATE },
  alternateAssignmentMethod: { titles: ['altassignmentmethod'], optional: true },
  everReassigned: { titles: ['rbcsideverreassigned'], optional: true },
} as const;

export const isRbcsHeader = (cells: readonly string[]): boolean => hasColumns(COLUMNS, cells);

export const rbcsTable = (header: readonly string[], findings: FileFindings): TableReader =>
  recordTable({ kind: 'rbcs', unique: false, columns: COLUMNS, key: ({ code }) => codeKey(code) }, header, findings);

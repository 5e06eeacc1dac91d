import type { TableReader } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import { localityKey } from './localities.ts';
import { hasColumns, NUMBER, recordTable } from './record-columns.ts';

/**
 * Anesthesia conversion factors by contractor and locality, in dollars. Titles of the published csv (`National Anes CF
 * of 20.3178`; from 2026 on one for participants in a qualifying alternative payment model and one for all others) and
 * of the R package northstar's table (`anes_cf`).
 */
const COLUMNS = {
  mac: { titles: ['contractor', 'mac'], filled: true },
  locality: { titles: ['locality'], filled: true },
  localityName: { titles: ['localityname'], optional: true },
  conversionFactor: {
    titles: /^(?!.*(?<!non)qualifying)(?!.*(?<!non)qpp).*anes.*(cf|conversionfactor)/,
    filled: true,
    holds: NUMBER,
  },
  conversionFactorQualifyingApm: {
    titles: /^(?=.*anes).*(?<!non)(qualifying|qpp)/,
    optional: true,
    holds: NUMBER,
  },
} as const;

export const isAnesthesiaHeader = (cells: readonly string[]): boolean => hasColumns(COLUMNS, cells);

export const anesthesiaTable = (header: readonly string[], findings: FileFindings): TableReader =>
  recordTable(
    { kind: 'pfs-anesthesia', unique: true, columns: COLUMNS, key: ({ mac, locality }) => localityKey(mac, locality) },
    header,
    findings,
  );

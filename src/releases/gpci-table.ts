import type { TableReader } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import { localityKey } from './localities.ts';
import { hasColumns, NUMBER, recordTable } from './record-columns.ts';

/**
 * Geographic practice cost indices by contractor and locality. Titles of the published csv (`2025 PW GPCI (with 1.0
 * Floor)`) and of the R package northstar's table (`gpci_work`). Where a file gives the work index twice, the one
 * without the floor has a column of its own.
 */
const COLUMNS = {
  mac: { titles: /^(medicareadmi[a-z]*contractormac|mac)$/, filled: true },
  state: { titles: ['state'], filled: true, holds: /^[A-Z]{2}$/ },
  locality: { titles: /^locality(number)?$/, filled: true },
  localityName: { titles: ['localityname'], filled: true },
  workGpci: { titles: /^(20\d\d)?pwgpci(?!.*without)|^gpciwork$/, filled: true, holds: NUMBER },
  peGpci: { titles: /^(20\d\d)?pegpci|^gpcipe$/, filled: true, holds: NUMBER },
  mpGpci: { titles: /^(20\d\d)?mpgpci|^gpcimp$/, filled: true, holds: NUMBER },
  gaf: { titles: ['gpcigaf'], optional: true, holds: NUMBER },
  workGpciWithoutFloor: { titles: /^(20\d\d)?pwgpci.*without/, optional: true, holds: NUMBER },
} as const;

export const isGpciHeader = (cells: readonly string[]): boolean => hasColumns(COLUMNS, cells);

export const gpciTable = (header: readonly string[], findings: FileFindings): TableReader =>
  recordTable(
    { kind: 'pfs-gpci', unique: true, columns: COLUMNS, key: ({ mac, locality }) => localityKey(mac, locality) },
    header,
    findings,
  );

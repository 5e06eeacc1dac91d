import type { TableReader } from './content.ts';
import { DMEPOS_FEES } from './dmepos-states.ts';
import type { FileFindings } from './findings-in-file.ts';
import { codeKey, keptDescriptor } from './kept-descriptor.ts';
import { hasColumns, NUMBER, type RecordColumn, recordTable } from './record-columns.ts';
import { headerKey } from './text.ts';

/** CMS's fees for equipment, prostheses, orthoses and supplies, one column a place and kind of area. */
const COLUMNS: Readonly<Record<string, RecordColumn>> = {
  code: { titles: ['hcpcs'], filled: true },
  modifier: { titles: ['mod'] },
  modifier2: { titles: ['mod2'] },
  jurisdiction: { titles: ['juris'], filled: true, holds: /^[A-Z]$/ },
  category: { titles: ['catg'], filled: true, holds: /^[A-Z]{2}$/ },
  ceiling: { titles: ['ceiling'], holds: NUMBER },
  floor: { titles: ['floor'], holds: NUMBER },
  ...Object.fromEntries(DMEPOS_FEES.map((fee) => [fee, { titles: [headerKey(fee)], holds: NUMBER }])),
  description: { titles: ['description'] },
};

export const isDmeposHeader = (cells: readonly string[]): boolean => hasColumns(COLUMNS, cells);

export const dmeposTable = (header: readonly string[], findings: FileFindings): TableReader =>
  recordTable(
    {
      kind: 'dmepos',
      unique: true,
      columns: COLUMNS,
      key: ({ code, modifier, modifier2 }) => codeKey(code, modifier, modifier2),
      fields: (cells) => ({ ...cells, description: keptDescriptor(cells.code, cells.description) }),
    },
    header,
    findings,
  );

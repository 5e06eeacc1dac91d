import { addOnTable, isAddOnHeader } from './aoc-table.ts';
import { isAddOnLine } from './aoc-text.ts';
import type { TableReader } from './content.ts';
import { type Delimiter, firstCsvRows } from './csv.ts';
import type { FileFindings } from './findings-in-file.ts';
import { hcpcsTable, isHcpcsHeader } from './hcpcs-table.ts';
import { isMueHeader, mueTable } from './mue-table.ts';
import { otherBinary, otherText } from './not-known.ts';
import { isPtpHeader, ptpTable } from './ptp-table.ts';
import { singleByteText, tableText } from './text.ts';

/** A header within the first rows of a table: which release it heads, and how the rows below it are read. */
export interface TableLayout {
  readonly isHeader: (cells: readonly string[]) => boolean;
  readonly reader: (header: readonly string[], findings: FileFindings) => TableReader;
}

const LAYOUTS: readonly TableLayout[] = [
  { isHeader: isHcpcsHeader, reader: hcpcsTable },
  { isHeader: isPtpHeader, reader: ptpTable },
  { isHeader: isMueHeader, reader: mueTable },
  { isHeader: isAddOnHeader, reader: addOnTable },
];

/** CMS puts up to ten rows of notes above a header. */
export const HEADER_WITHIN = 40;

/** The layout a row is the header of; null for any other row. */
export const layoutOf = (cells: readonly string[]): TableLayout | null =>
  LAYOUTS.find(({ isHeader }) => isHeader(cells)) ?? null;

/** What the first bytes of a file show it to be. */
export type Detected =
  | { readonly form: 'hcpcs-text' | 'ptp-text' | 'aoc-text' }
  | { readonly form: 'table'; readonly delimiter: Delimiter }
  | { readonly form: 'medicaid' }
  /** Known to be something else; `reason` says what. */
  | { readonly form: 'other'; readonly reason: string }
  | { readonly form: 'unknown' };

/** How many bytes `detect` wants to see. */
export const HEAD_BYTES = 2 ** 16;
const LINES_SEEN = 60;
/** The UTF-8 byte-order mark, read as three single bytes. */
const UTF_8_MARK = /^\u00ef\u00bb\u00bf/;

/** A first or further record of a Level II code or modifier: code, sequence number, record identification. */
const HCPCS_RECORD = /^(?:[A-V]\d{4}| {3}[A-Z0-9]{2})\d{5}[3478]/;
const PTP_TITLE = /^"?Column\s?1\/Column\s?2 Edits|^Column 1\tColumn 2/im;
const PTP_ROW = /^[0-9A-Z]{5}\t[0-9A-Z]{5}\t\*?\t\d{8}\t(?:\d{8}|\*)\t[019]\t/m;
const MEDICAID = /\bMedicaid\b.*\b(?:NCCI|MUE|PTP|edit)/i;

/** Tells the kind of a text file from its first bytes, whatever its name. */
export function detect(head: Uint8Array): Detected {
  const binary = otherBinary(head);
  if (binary !== null) return { form: 'other', reason: binary };
  const text = singleByteText(head.subarray(0, HEAD_BYTES)).replace(UTF_8_MARK, '');
  const lines = text.split('\n', LINES_SEEN);
  if (lines.some((line) => HCPCS_RECORD.test(line))) return { form: 'hcpcs-text' };
  const start = lines.join('\n');
  const table = delimiterOf(head);
  if ((PTP_TITLE.test(start) || PTP_ROW.test(start)) && table !== ',') return known(start, { form: 'ptp-text' });
  if (table !== null) return known(start, { form: 'table', delimiter: table });
  if (lines.some(isAddOnLine)) return known(start, { form: 'aoc-text' });
  const reason = otherText(start.slice(0, 4096));
  return reason === null ? { form: 'unknown' } : { form: 'other', reason };
}

const known = (text: string, detected: Detected): Detected => (MEDICAID.test(text) ? { form: 'medicaid' } : detected);

/** A header without one of these is of no known table; most files are told apart by this alone. */
const HEADER_WORDS = /recid|column\s*1|mue\s*value|add.?on|\baoc/i;

/** The delimiter by which one of the first rows is the header of a known table. */
function delimiterOf(head: Uint8Array): Delimiter | null {
  const text = tableText(head.subarray(0, 2 ** 14));
  if (!HEADER_WORDS.test(text)) return null;
  for (const delimiter of [',', '\t'] as const) {
    if (text.includes(delimiter) && firstCsvRows(text, delimiter, HEADER_WITHIN).some(({ cells }) => layoutOf(cells))) {
      return delimiter;
    }
  }
  return null;
}

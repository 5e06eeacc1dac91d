import { anesthesiaTable, isAnesthesiaHeader } from './anesthesia-table.ts';
import { isAnesthesiaLine } from './anesthesia-text.ts';
import { addOnTable, isAddOnHeader } from './aoc-table.ts';
import { isAddOnLine } from './aoc-text.ts';
import { aspNocTable, aspTable, isAspHeader, isAspNocHeader } from './asp-table.ts';
import { categoryThreeTable, isCategoryThreeHeader } from './category-three-table.ts';
import type { TableReader } from './content.ts';
import { correctionsTable, isCorrectionsHeader } from './corrections-table.ts';
import { isCorrectionsLine } from './corrections-text.ts';
import { type Delimiter, firstCsvRows } from './csv.ts';
import { dmeposTable, isDmeposHeader } from './dmepos-table.ts';
import type { FileFindings } from './findings-in-file.ts';
import { gpciTable, isGpciHeader } from './gpci-table.ts';
import { isGpciLine } from './gpci-text.ts';
import { hcpcsTable, isHcpcsHeader } from './hcpcs-table.ts';
import { isIcd10cmAddendaLine } from './icd10cm-addenda-text.ts';
import { isIcd10cmLine } from './icd10cm-text.ts';
import { isLicensedCpt, LICENSED_CPT } from './licensed-cpt-file.ts';
import { isMueHeader, mueTable } from './mue-table.ts';
import { isNdcHeader, isNdcNocHeader, ndcNocTable, ndcTable } from './ndc-table.ts';
import { isNocHeader, isNocLine, nocTable } from './noc-table.ts';
import { otherBinary, otherText } from './not-known.ts';
import { areNotes } from './notes-text.ts';
import {
  isPfsAmountsHeader,
  isPfsHeader,
  isPfsIndicatorsHeader,
  pfsAmountsTable,
  pfsIndicatorsTable,
  pfsTable,
} from './pfs-table.ts';
import { isPfsLine } from './pfs-text.ts';
import { isPtpHeader, ptpTable } from './ptp-table.ts';
import { type ReadmeDate, readmeDate } from './published-readme.ts';
import { isRbcsHeader, rbcsTable } from './rbcs-table.ts';
import { singleByteText, tableText } from './text.ts';
import { isTransactionsHeader, transactionsTable } from './transactions-table.ts';
import { isTransactionsLine } from './transactions-text.ts';

/** A header within the first rows of a table: which release it heads, and how the rows below it are read. */
export interface TableLayout {
  readonly isHeader: (cells: readonly string[]) => boolean;
  /** `above`: the rows before the header, as text; `rowsAbove`: the same as cells. */
  readonly reader: (
    header: readonly string[],
    findings: FileFindings,
    above: readonly string[],
    rowsAbove: readonly (readonly string[])[],
  ) => TableReader;
  /** Titles always stand above the header: nothing to note. */
  readonly titled?: true;
}

const LAYOUTS: readonly TableLayout[] = [
  { isHeader: isHcpcsHeader, reader: hcpcsTable },
  { isHeader: isPtpHeader, reader: ptpTable },
  { isHeader: isMueHeader, reader: mueTable },
  { isHeader: isAddOnHeader, reader: addOnTable },
  { isHeader: isTransactionsHeader, reader: transactionsTable },
  { isHeader: isCorrectionsHeader, reader: correctionsTable, titled: true },
  { isHeader: isNocHeader, reader: nocTable, titled: true },
  { isHeader: isPfsHeader, reader: pfsTable, titled: true },
  { isHeader: isPfsAmountsHeader, reader: pfsAmountsTable },
  { isHeader: isPfsIndicatorsHeader, reader: pfsIndicatorsTable },
  { isHeader: isGpciHeader, reader: gpciTable, titled: true },
  { isHeader: isAnesthesiaHeader, reader: anesthesiaTable, titled: true },
  { isHeader: isRbcsHeader, reader: rbcsTable },
  { isHeader: isAspHeader, reader: aspTable, titled: true },
  { isHeader: isAspNocHeader, reader: aspNocTable, titled: true },
  { isHeader: isNdcHeader, reader: ndcTable, titled: true },
  { isHeader: isNdcNocHeader, reader: ndcNocTable, titled: true },
  { isHeader: isDmeposHeader, reader: dmeposTable, titled: true },
  { isHeader: isCategoryThreeHeader, reader: categoryThreeTable },
];

/** CMS puts up to ten rows of notes above a header. */
export const HEADER_WITHIN = 40;

/** The layout a row is the header of; null for any other row. */
export const layoutOf = (cells: readonly string[]): TableLayout | null =>
  LAYOUTS.find(({ isHeader }) => isHeader(cells)) ?? null;

/** What the first bytes of a file show it to be. */
export type Detected =
  | { readonly form: 'hcpcs-text' | 'ptp-text' | 'aoc-text' | 'notes-text' }
  /** Columns of fixed width below a header. */
  | { readonly form: 'transactions-text' | 'corrections-text' | 'noc-text' }
  | { readonly form: 'pfs-text' | 'gpci-text' | 'anesthesia-text' | 'icd10cm-text' | 'icd10cm-addenda-text' }
  | { readonly form: 'table'; readonly delimiter: Delimiter }
  | { readonly form: 'medicaid' }
  | { readonly form: 'readme'; readonly says: ReadmeDate }
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

/** Texts of columns of fixed width without a header. */
const TEXTS = [
  [isPfsLine, 'pfs-text'],
  [isGpciLine, 'gpci-text'],
  [isAnesthesiaLine, 'anesthesia-text'],
  [isIcd10cmLine, 'icd10cm-text'],
  [isIcd10cmAddendaLine, 'icd10cm-addenda-text'],
] as const;

/** Tells the kind of a text file from its first bytes, whatever its name. */
export function detect(head: Uint8Array): Detected {
  const binary = otherBinary(head);
  if (binary !== null) return { form: 'other', reason: binary };
  const text = singleByteText(head.subarray(0, HEAD_BYTES)).replace(UTF_8_MARK, '');
  const allLines = text.split('\n');
  if (isLicensedCpt(allLines)) return { form: 'other', reason: LICENSED_CPT };
  const lines = allLines.slice(0, LINES_SEEN);
  if (lines.some((line) => HCPCS_RECORD.test(line))) return { form: 'hcpcs-text' };
  const start = lines.join('\n');
  const table = delimiterOf(head);
  if ((PTP_TITLE.test(start) || PTP_ROW.test(start)) && table !== ',') return known(start, { form: 'ptp-text' });
  if (table !== null) return known(start, { form: 'table', delimiter: table });
  if (lines.some(isAddOnLine)) return known(start, { form: 'aoc-text' });
  if (lines.some(isTransactionsLine)) return { form: 'transactions-text' };
  if (lines.some(isCorrectionsLine)) return { form: 'corrections-text' };
  if (lines.some(isNocLine)) return { form: 'noc-text' };
  if (areNotes(lines)) return { form: 'notes-text' };
  const form = TEXTS.find(([isLine]) => lines.some(isLine))?.[1];
  if (form !== undefined) return { form };
  const says = readmeDate(start);
  if (says !== null) return { form: 'readme', says };
  const reason = otherText(start.slice(0, 4096));
  return reason === null ? { form: 'unknown' } : { form: 'other', reason };
}

const known = (text: string, detected: Detected): Detected => (MEDICAID.test(text) ? { form: 'medicaid' } : detected);

/** A header without one of these is of no known table; most files are told apart by this alone. */
const HEADER_WORDS =
  /recid|column\s*1|mue\s*value|add.?on|\baoc|type of change|action|add\s*date|rvu|gpci|anes|rbcs|payment\s*limit|bill\s*units|pctc|juris|sunset/i;

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

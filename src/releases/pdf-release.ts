import { dayOf, NOT_A_DAY } from '../codes/day.ts';
import { ProblemError } from '../problems.ts';
import type { RecordContent } from './content.ts';
import { drugRecords, isDrugTable } from './drugs-pdf.ts';
import type { FileFindings } from './findings-in-file.ts';
import { indexRecords } from './index-pdf.ts';
import { lineText, type PdfLine } from './pdf-lines.ts';
import { yearPeriod } from './period.ts';
import { readPdfLines } from './read-pdf-lines.ts';

/** The published ones are below 1 MB; a larger PDF is some other document and is not opened. */
const MOST_BYTES = 2 ** 25;

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const UPDATED = /^Last updated (\w+) (\d{1,2}), (20\d\d)$/i;
const NAMED = /hcpcs.*index|alpha.*index|table.?of.?drugs/i;

export const isPdf = (head: Uint8Array): boolean =>
  head[0] === 0x25 && head[1] === 0x50 && head[2] === 0x44 && head[3] === 0x46;

/** CMS's Alpha-Numeric Index or Table of Drugs; null for any other PDF. Throws `pdf-broken` for one named like them. */
export async function readPdfRelease(
  bytes: Uint8Array,
  name: string,
  findings: FileFindings,
): Promise<RecordContent | null> {
  const lines = await linesOrNull(bytes, name, findings.file);
  if (lines === null) return null;
  const isOfDrugs = isDrugTable(lines);
  const records = isOfDrugs ? drugRecords(lines, findings) : indexRecords(lines, findings);
  const kind = isOfDrugs ? 'hcpcs-drugs' : 'hcpcs-index';
  return { kind, records, rowCount: records.length, latest: NOT_A_DAY, ...yearOf(lines), ...publicationOf(lines) };
}

async function linesOrNull(bytes: Uint8Array, name: string, file: string): Promise<readonly PdfLine[] | null> {
  if (bytes.length > MOST_BYTES) return null;
  try {
    return await readPdfLines(bytes, file);
  } catch (error) {
    if (error instanceof ProblemError && !NAMED.test(name)) return null;
    throw error;
  }
}

/** `HCPCS 2018 Index`, `2018 Table of Drugs`: the first year on the first page. */
function yearOf(lines: readonly PdfLine[]): Pick<RecordContent, 'period'> {
  const year = lines.map((line) => /\b(20\d\d)\b/.exec(lineText(line))?.[1]).find((found) => found !== undefined);
  return year === undefined ? {} : { period: yearPeriod(Number(year)) };
}

function publicationOf(lines: readonly PdfLine[]): Pick<RecordContent, 'published'> {
  for (const line of lines.slice(-5)) {
    const [, month, day, year] = UPDATED.exec(lineText(line)) ?? [];
    if (month === undefined) continue;
    const published = dayOf(Number(year), MONTHS.indexOf(month.toLowerCase()) + 1, Number(day));
    if (published !== NOT_A_DAY) return { published };
  }
  return {};
}

import type { RecordContent } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import { KeyedRows } from './keyed-rows.ts';
import { localityKey } from './localities.ts';
import { yearPeriod } from './period.ts';
import { type Chunks, eachLine } from './streams.ts';
import { singleByteText } from './text.ts';

/** Contractor, state, locality, its name, then the indices of work, practice expense and malpractice. */
const LINE = /^(\d{5})\s+([A-Z]{2})\s+(\d\d)\s+(\S.*?)\s+(\d\.\d+)\s+(\d\.\d+)\s+(\d\.\d+)\s*$/;
const TITLE = /CY (20\d\d) GEOGRAPHIC PRACTICE COST/i;

/** Whether a line is a row of CMS's GPCI file as text. */
export const isGpciLine = (line: string): boolean => LINE.test(line);

/** Reads it; lines that do not begin with a contractor's number are titles and footnotes. */
export async function readGpciText(chunks: Chunks, findings: FileFindings): Promise<RecordContent> {
  const rows = new KeyedRows('pfs-gpci', findings, true);
  let year: string | undefined;
  await eachLine(chunks, findings.file, (bytes, start, end, line) => {
    const text = singleByteText(bytes, start, end);
    const match = LINE.exec(text);
    if (match !== null) {
      const [, mac, state, locality, name, work, practice, malpractice] = match;
      const key = localityKey(mac, locality) as string;
      rows.add({ key, fields: [state, name, work, practice, malpractice, '', ''], line });
    } else if (/^\s*\d/.test(text)) findings.problem('record-columns', 'the line is no row of the GPCI file', line);
    else year ??= TITLE.exec(text)?.[1];
  });
  return rows.end(year === undefined ? {} : { period: yearPeriod(Number(year)) });
}

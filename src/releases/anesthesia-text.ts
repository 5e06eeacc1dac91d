import type { RecordContent } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import { KeyedRows } from './keyed-rows.ts';
import { localityKey } from './localities.ts';
import { type Chunks, eachLine } from './streams.ts';
import { singleByteText } from './text.ts';

/** Contractor, locality, its name, then the factor without its decimal point: `1931` is 19.31. */
const LINE = /^(\d{5}) {2,}(\d\d)\s+([A-Z].*?)\s+(\d{2,3})(\d\d)\s*$/;

/** Whether a line is a row of CMS's anesthesia file as text. */
export const isAnesthesiaLine = (line: string): boolean => LINE.test(line);

/** Reads it; factors are given in dollars, as the csv file prints them. */
export async function readAnesthesiaText(chunks: Chunks, findings: FileFindings): Promise<RecordContent> {
  const rows = new KeyedRows('pfs-anesthesia', findings, true);
  await eachLine(chunks, findings.file, (bytes, start, end, line) => {
    const text = singleByteText(bytes, start, end);
    const match = LINE.exec(text);
    if (match !== null) {
      const [, mac, locality, name, dollars, cents] = match;
      rows.add({ key: localityKey(mac, locality) as string, fields: [name, `${dollars}.${cents}`, ''], line });
    } else if (/^\s*\d/.test(text)) {
      findings.problem('record-columns', 'the line is no row of the anesthesia conversion factors', line);
    }
  });
  return rows.end();
}

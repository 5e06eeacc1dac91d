import type { RecordContent } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import { KeyedRows } from './keyed-rows.ts';
import { type Chunks, eachLine } from './streams.ts';
import { singleByteText, withoutControl } from './text.ts';

/**
 * A line of CMS's order file: order number at positions 1 to 5, code without its dot at 7 to 13, 1 for a code and 0 for
 * a header at 15, short description at 17 to 76, long description from 78 on (icd10OrderFiles.pdf).
 */
const LINE = /^(\d{5}) ([A-Z][0-9A-Z]{2}[0-9A-Z ]{4}) ([01]) (.{60}) (\S.*)$/;
const CODE = /^[A-Z][0-9A-Z]{2,6} *$/;

/** Whether a line is one of the order file. */
export const isIcd10cmLine = (line: string): boolean => LINE.test(line.trimEnd());

/** Reads ICD-10-CM codes and headers in tabular order. */
export async function readIcd10cmText(chunks: Chunks, findings: FileFindings): Promise<RecordContent> {
  const rows = new KeyedRows('icd10cm', findings, true);
  let before = 0;
  await eachLine(chunks, findings.file, (bytes, start, end, line) => {
    const text = withoutControl(singleByteText(bytes, start, end)).trimEnd();
    if (text === '') return;
    const [, order, code, billable, short, long] = LINE.exec(text) ?? [];
    if (order === undefined) findings.problem('icd-line', 'the line is none of the order file', line);
    else if (!CODE.test(code)) findings.problem('record-key', 'positions 7 to 13 hold no ICD-10-CM code', line);
    else {
      if (Number(order) !== before + 1) {
        findings.oddity('order-numbers', `order numbers that do not count up by one, first ${order}`, line);
      }
      before = Number(order);
      rows.add({ key: code.trim(), fields: [order, billable, short.trim(), long], line });
    }
  });
  return rows.end();
}

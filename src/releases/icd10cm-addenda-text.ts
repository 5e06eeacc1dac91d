import { NOT_A_DAY } from '../codes/day.ts';
import type { RecordContent } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import type { TableRecord } from './record-tables.ts';
import { type Chunks, eachLine } from './streams.ts';
import { singleByteText, withoutControl } from './text.ts';

/**
 * A line of the order addenda: Add, Delete, Revise from or Revise to at positions 1 to 12, 1 for a code and 0 for a
 * header at 14, code without its dot at 16 to 22, short description at 24 to 83, long description from 85 on.
 */
const LINE = /^(Add|Delete|Revise from|Revise to): *([01]) ([A-Z][0-9A-Z]{2}[0-9A-Z ]{4}) +(\S.*)$/i;
const ACTION = /^(Add|Delete|Revise from|Revise to):/i;
const SHORT_BEGIN = 24;
const LONG_BEGIN = 85;

/** Lines of numbers above the changes (`12 additions`), or all there is where nothing was changed. */
const COUNT = /^\s*\d+ (headers|codes) in icd10cm/i;

/** Whether a line is one of the addenda to the order file. */
export const isIcd10cmAddendaLine = (line: string): boolean => LINE.test(line.trimEnd()) || COUNT.test(line);

/** Reads what the order file of a year changes in that of the year before, in the order of the file. */
export async function readIcd10cmAddenda(chunks: Chunks, findings: FileFindings): Promise<RecordContent> {
  const records: TableRecord[] = [];
  await eachLine(chunks, findings.file, (bytes, start, end, line) => {
    const text = withoutControl(singleByteText(bytes, start, end)).trimEnd();
    const [, action, billable, code] = LINE.exec(text) ?? [];
    const long = text.slice(LONG_BEGIN - 1).trim();
    if (action !== undefined && long !== '') {
      const short = text.slice(SHORT_BEGIN - 1, LONG_BEGIN - 1).trim();
      records.push({ key: code.trim(), fields: [action.toLowerCase(), billable, short, long], line });
    } else if (ACTION.test(text)) findings.problem('icd-line', 'the line is none of the order addenda', line);
    else if (text !== '') findings.oddity('count-lines', 'lines that count the changes', line);
  });
  if (records.length === 0) findings.oddity('no-changes', 'it changes nothing');
  return { kind: 'icd10cm-addenda', records, rowCount: records.length, latest: NOT_A_DAY };
}

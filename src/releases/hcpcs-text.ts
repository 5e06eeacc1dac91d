import type { HcpcsContent } from './content.ts';
import { type FileFindings, quoted } from './findings-in-file.ts';
import { DESCRIPTION_END, HCPCS_LAYOUT, LAST_FIELD_END, RECORD_WIDTH } from './hcpcs-layout.ts';
import { HcpcsRecords, isFirstRecord } from './hcpcs-records.ts';
import { type Chunks, eachLine } from './streams.ts';
import { hasControl, singleByteText, withoutControl } from './text.ts';

/** Code or modifier, sequence number, record identification code: positions 1–5, 6–10, 11. */
const RECORD_START = /^(.{5})(\d{5})(.)/s;
const BLANK = 32;
const LONG_BEGIN = 12;

/**
 * Reads a HCPCS Level II release in CMS's text layout: records of 320 characters, long descriptions continued in
 * further records. Lines before the first record are disclaimers.
 */
export async function readHcpcsText(chunks: Chunks, findings: FileFindings): Promise<HcpcsContent> {
  const records = new HcpcsRecords(findings);
  let begun = false;
  await eachLine(chunks, findings.file, (bytes, start, end, line) => {
    if (isBlank(bytes, start, end)) return;
    const parts = RECORD_START.exec(singleByteText(bytes, start, Math.min(end, start + 11)));
    if (parts === null) {
      if (!begun && end - start !== RECORD_WIDTH)
        findings.oddity('disclaimer-lines', 'lines before the first record', line);
      else findings.problem('hcpcs-record', 'positions 6 to 10 hold no sequence number', line);
      return;
    }
    begun = true;
    const [, code, sequence, recordId] = parts;
    const first = isFirstRecord(recordId);
    if (first === null) {
      findings.problem('hcpcs-record-id', `position 11 holds ${quoted(recordId)}`, line);
      records.skip();
    } else if (!widthIsRight(bytes, start, end, first, findings)) {
      findings.problem('hcpcs-width', `the record is ${end - start} characters wide`, line);
      records.skip();
    } else {
      const text = singleByteText(bytes, start, end);
      const fieldText = (from: number, to: number): string => cut(text, from, to, findings, line);
      const record = { code: code.trim(), sequence, recordId, line };
      if (first)
        records.first(
          record,
          HCPCS_LAYOUT.map((field) => fieldText(field.begin, field.end)),
        );
      else records.more(record, fieldText(LONG_BEGIN, DESCRIPTION_END));
    }
  });
  return records.end();
}

/** Positions `from`–`to` of the record, trimmed; '' where blank or beyond the line. */
function cut(record: string, from: number, to: number, findings: FileFindings, line: number): string {
  const text = record.slice(from - 1, to).trim();
  if (text === '' || !hasControl(text)) return text;
  findings.oddity('control-characters', 'a tab or other control character in a field, read as a space', line);
  return withoutControl(text).trim();
}

/**
 * A record is 320 wide. Editors cut trailing spaces, and a continuation holds nothing after its description (those of
 * 2017 end there, one of 2019 is 316 wide): both are read and noted. Any other width means that characters were lost
 * and fields moved.
 */
function widthIsRight(bytes: Uint8Array, start: number, end: number, first: boolean, findings: FileFindings): boolean {
  const width = end - start;
  if (width === RECORD_WIDTH || (!first && width === DESCRIPTION_END)) return true;
  const harmless = first
    ? width === LAST_FIELD_END && bytes[end - 1] !== BLANK
    : width < RECORD_WIDTH && isBlank(bytes, start + DESCRIPTION_END, end);
  if (harmless) findings.oddity('short-records', 'records without (all of) their trailing spaces');
  return harmless;
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    if (bytes[i] !== BLANK && bytes[i] !== 9 && bytes[i] !== 0xa0) return false;
  }
  return true;
}

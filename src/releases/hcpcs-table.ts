import { ProblemError } from '../problems.ts';
import type { TableReader } from './content.ts';
import { type FileFindings, quoted } from './findings-in-file.ts';
import { HCPCS_LAYOUT, LONG_DESCRIPTION } from './hcpcs-layout.ts';
import { HcpcsRecords, isFirstRecord } from './hcpcs-records.ts';
import { hasControl, headerKey, withoutControl } from './text.ts';

const KEYS: readonly string[] = HCPCS_LAYOUT.map(({ column }) => headerKey(column));

/** Whether a row is the header of CMS's HCPCS spreadsheet. */
export function isHcpcsHeader(cells: readonly string[]): boolean {
  const keys = cells.map(headerKey);
  return keys.includes('hcpc') && keys.includes('recid') && keys.includes('longdescription');
}

/** Reads the rows below such a header: the same fields as the text layout, one row a code, long descriptions whole. */
export function hcpcsTable(header: readonly string[], findings: FileFindings): TableReader {
  const keys = header.map(headerKey);
  const [code, sequence, recordId, ...fields] = ['hcpc', 'seqnum', 'recid', ...KEYS].map((key) => keys.indexOf(key));
  const missing = HCPCS_LAYOUT.filter((_, i) => fields[i] < 0).map(({ column }) => column);
  if (sequence < 0) missing.unshift('SEQNUM');
  if (missing.length > 0) {
    throw new ProblemError('table-columns', `the header lacks ${missing.join(', ')}`, { file: findings.file });
  }
  const records = new HcpcsRecords(findings);
  return {
    row(line, cells) {
      const text = (column: number): string => cleaned(cells[column] ?? '', findings, line);
      const record = {
        code: text(code),
        sequence: asInText(text(sequence)),
        recordId: text(recordId),
        line,
      };
      const first = isFirstRecord(record.recordId);
      if (first === null) {
        findings.problem('hcpcs-record-id', `RECID is ${quoted(record.recordId)}`, line);
        records.skip();
      } else if (first) records.first(record, fields.map(text));
      else records.more(record, text(fields[LONG_DESCRIPTION]));
    },
    end: () => records.end(),
  };
}

/** Spreadsheets print `0010` where the text prints `00100`. */
const asInText = (sequence: string): string =>
  /^\d{1,4}$/.test(sequence) ? `${sequence.padStart(4, '0')}0` : sequence;

function cleaned(cell: string, findings: FileFindings, line: number): string {
  const text = cell.trim();
  if (!hasControl(text)) return text;
  findings.oddity('control-characters', 'a line break or other control character in a cell, read as a space', line);
  return withoutControl(text).trim();
}

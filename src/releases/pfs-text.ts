import type { RecordContent } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import { KeyedRows } from './keyed-rows.ts';
import { isForQualifyingApm, PFS_VALUES, pfsKey, saidInTitle } from './pfs-fields.ts';
import { shown } from './record-columns.ts';
import { RECORD_TABLES, type RecordField } from './record-tables.ts';
import { type Chunks, eachLine } from './streams.ts';
import { singleByteText, withoutControl } from './text.ts';

/**
 * CMS's PPRRVU file as text: titles, marked HDR, then records of 171 characters without separators. First and
 * last position of each field as the records of the 2025 file show them; the gap before each field is blank, so a
 * field's positions may reach into it.
 */
const POSITIONS: readonly (readonly [field: RecordField<'pfs'>, from: number, to: number])[] = [
  ['status', 58, 58],
  ['notUsedForMedicarePayment', 59, 59],
  ['workRvu', 60, 65],
  ['nonFacilityPeRvu', 66, 72],
  ['nonFacilityNaIndicator', 73, 75],
  ['facilityPeRvu', 76, 81],
  ['facilityNaIndicator', 82, 83],
  ['mpRvu', 84, 89],
  ['nonFacilityTotal', 90, 96],
  ['facilityTotal', 97, 102],
  ['pcTc', 103, 103],
  ['globalDays', 104, 106],
  ['preOperative', 107, 109],
  ['intraOperative', 110, 112],
  ['postOperative', 113, 115],
  ['multipleProcedure', 116, 116],
  ['bilateralSurgery', 117, 117],
  ['assistantSurgery', 118, 118],
  ['coSurgery', 119, 119],
  ['teamSurgery', 120, 120],
  ['endoscopicBase', 121, 131],
  ['conversionFactor', 132, 140],
  ['diagnosticSupervision', 141, 143],
  ['calculationFlag', 144, 144],
  ['imagingFamily', 145, 147],
  ['oppsNonFacilityPe', 148, 157],
  ['oppsFacilityPe', 158, 164],
  ['oppsMp', 165, 171],
];

/** A record: code, modifier, then at its place the status with the work value after it. */
const RECORD = /^[0-9A-Z]{5}(?: {2}|[0-9A-Z]{2}).{50}[A-Z][ +] *\d*\.\d\d /;
const TITLE_MARK = /^HDR/;

/** Whether a line is a record of this file. */
export const isPfsLine = (line: string): boolean => RECORD.test(line);

/** Reads the text. The descriptor (positions 8 to 57) is not kept. */
export async function readPfsText(chunks: Chunks, findings: FileFindings): Promise<RecordContent> {
  const rows = new KeyedRows('pfs', findings, true);
  const qualifying = isForQualifyingApm(findings.file);
  let titles = '';
  let begun = false;
  await eachLine(chunks, findings.file, (bytes, start, end, line) => {
    const text = withoutControl(singleByteText(bytes, start, end));
    if (text.trim() === '') return;
    const isRecord = RECORD.test(text);
    if (!isRecord && !begun) titles += `${text.replace(TITLE_MARK, '')}\n`;
    else if (!isRecord) findings.problem('record-columns', 'the line is no record of the PPRRVU file', line);
    else {
      begun = true;
      const key = pfsKey({ code: text.slice(0, 5), modifier: text.slice(5, 7).trim() });
      const fields = key === null ? null : fieldsOf(text, key, findings, line);
      if (key === null) findings.problem('record-key', 'the record has no proper code', line);
      else if (fields !== null) rows.add({ key, fields: arranged(fields, qualifying), line });
    }
  });
  return rows.end({ ...saidInTitle(titles), ...(qualifying && { component: 'qpp' }) });
}

type Fields = Partial<Record<RecordField<'pfs'>, string>>;

function fieldsOf(text: string, key: string, findings: FileFindings, line: number): Fields | null {
  const fields: Fields = {};
  for (const [field, from, to] of POSITIONS) {
    // The csv file prints 0.10 where the text has .10.
    const value = text
      .slice(from - 1, to)
      .trim()
      .replace(/^\./, '0.');
    if (value !== '' && !PFS_VALUES[field as keyof typeof PFS_VALUES].test(value)) {
      findings.problem('record-value', `${field} of ${key} is ${shown(value)}`, line);
      return null;
    }
    fields[field] = value;
  }
  return fields;
}

function arranged(fields: Fields, qualifying: boolean): readonly string[] {
  const all: Fields = qualifying
    ? { ...fields, conversionFactor: '', conversionFactorQualifyingApm: fields.conversionFactor ?? '' }
    : fields;
  return RECORD_TABLES.pfs.map((name) => all[name] ?? '');
}

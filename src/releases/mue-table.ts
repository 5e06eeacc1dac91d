import { NOT_A_DAY } from '../codes/day.ts';
import { packCodeText } from '../codes/packed.ts';
import { SHAPE_MALFORMED, shapeOf } from '../codes/packed-shape.ts';
import type { Setting } from '../codes/setting.ts';
import { squeezed } from '../text.ts';
import type { TableReader } from './content.ts';
import { type FileFindings, quoted } from './findings-in-file.ts';
import type { MueRow } from './release.ts';

/** The setting by the title of the value column: "Practitioner Services MUE Values" and the like. */
const SETTINGS: readonly (readonly [RegExp, Setting])[] = [
  [/practitioner/i, 'professional'],
  [/outpatient|hospital|facility/i, 'outpatient'],
  [/dme|supplier|durable/i, 'dme'],
];
const CODE = /hcpcs|cpt/i;
const VALUE = /mue\s*value/i;
const INDICATOR = /adjudication indicator|\bmai\b/i;
const RATIONALE = /rationale/i;

/** The rationales CMS prints; another one is noted. From the three tables of 2024 Q3. */
const KNOWN_RATIONALES = new Set([
  'Anatomic Consideration',
  'CMS Policy',
  'Clinical: CMS Workgroup',
  'Clinical: Data',
  'Clinical: Society Comment',
  'Code Descriptor / CPT Instruction',
  'Compounded Drug Policy',
  'Drug discontinued',
  'Nature of Analyte',
  'Nature of Equipment',
  'Nature of Service/Procedure',
  'Oral Medication; Not Payable',
  'Prescribing Information',
  'Published Contractor Policy',
]);

const settingOf = (title: string): Setting | null => SETTINGS.find(([words]) => words.test(title))?.[1] ?? null;

/** Whether a row is the header of CMS's MUE table. */
export const isMueHeader = (cells: readonly string[]): boolean =>
  cells.some((cell) => CODE.test(cell) && /code/i.test(cell)) &&
  cells.some((cell) => VALUE.test(cell) && settingOf(cell) !== null);

/** Reads the rows below such a header. Without an indicator column (Medicaid, before 2014) `mai` is null. */
export function mueTable(header: readonly string[], findings: FileFindings): TableReader {
  const titles = header.map(squeezed);
  const valueColumn = titles.findIndex((title) => VALUE.test(title));
  const codeColumn = titles.findIndex((title, i) => i !== valueColumn && CODE.test(title));
  const indicatorColumn = titles.findIndex((title) => INDICATOR.test(title));
  const rationaleColumn = titles.findIndex((title) => RATIONALE.test(title));
  const setting = settingOf(titles[valueColumn]) as Setting;
  if (indicatorColumn < 0) findings.oddity('no-mai', 'the table has no column of adjudication indicators');
  const byCode = new Map<string, MueRow>();
  let last = '';
  return {
    row(line, cells) {
      const text = (column: number): string => squeezed(cells[column] ?? '');
      const indicator = indicatorColumn < 0 ? null : text(indicatorColumn);
      const row = mueRow(text(codeColumn), text(valueColumn), indicator, line, findings);
      if (row === null) return;
      const rationale = text(rationaleColumn);
      if (rationaleColumn >= 0 && !KNOWN_RATIONALES.has(rationale)) {
        findings.oddity('unknown-rationale', `a rationale not met before: ${quoted(rationale)}`, line);
      }
      const code = text(codeColumn).toUpperCase();
      if (code < last) findings.oddity('not-in-order', 'rows are not in the order of their codes', line);
      last = code;
      keep(byCode, code, { ...row, rationale }, findings);
    },
    end() {
      if (byCode.size === 0 && findings.problems().length === 0) {
        findings.problem('release-without-rows', 'it holds no MUE row');
      }
      return { kind: 'ncci-mue', setting, rows: [...byCode.values()], rowCount: byCode.size, latest: NOT_A_DAY };
    },
  };
}

function mueRow(
  codeText: string,
  valueText: string,
  /** null where the table has no such column. */
  indicatorText: string | null,
  line: number,
  findings: FileFindings,
): Omit<MueRow, 'rationale'> | null {
  const code = packCodeText(codeText);
  if (shapeOf(code) === SHAPE_MALFORMED) {
    findings.problem('mue-code', `${quoted(codeText)} is no code`, line);
    return null;
  }
  if (!/^\d{1,8}$/.test(valueText)) {
    findings.problem('mue-value', `the value of ${codeText} is ${quoted(valueText)}`, line);
    return null;
  }
  // "2 Date of Service Edit: Policy": the digit decides.
  const digit = indicatorText === null ? undefined : /^([123])(?!\d)/.exec(indicatorText)?.[1];
  if (indicatorText !== null && digit === undefined) {
    findings.problem('mue-indicator', `the indicator of ${codeText} is ${quoted(indicatorText)}`, line);
    return null;
  }
  return { code, value: Number(valueText), mai: digit === undefined ? null : (Number(digit) as 1 | 2 | 3), line };
}

function keep(byCode: Map<string, MueRow>, code: string, row: MueRow, findings: FileFindings): void {
  const before = byCode.get(code);
  if (before === undefined) byCode.set(code, row);
  else if (before.value === row.value && before.mai === row.mai) {
    findings.oddity('duplicate-row', `the same row twice, first ${code}; read once`, row.line);
  } else {
    findings.problem(
      'mue-duplicate',
      `${code} is here a second time, with other values than in line ${before.line}`,
      row.line,
    );
  }
}

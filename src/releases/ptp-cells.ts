import { type Day, dayOf, NOT_A_DAY, OPEN_DAY, parseDay } from '../codes/day.ts';
import { type PackedCode, packCodeText } from '../codes/packed.ts';
import { SHAPE_MALFORMED, shapeOf } from '../codes/packed-shape.ts';
import { type FileFindings, quoted } from './findings-in-file.ts';
import type { GrowingPtpRows } from './ptp-rows.ts';

/** The seven columns of a PTP row, trimmed, in CMS's order. */
export interface PtpCells {
  readonly columnOne: string;
  readonly columnTwo: string;
  readonly prior1996: string;
  readonly effective: string;
  readonly deletion: string;
  readonly modifierIndicator: string;
  readonly rationale: string;
}

/**
 * Adds a row given as texts, or says what is wrong with it and gives false. Header of CMS's files: column 3
 * "*=in existence prior to 1996", deletion "*=no data", modifier "0=not allowed 1=allowed 9=not applicable".
 */
export function addPtpCells(rows: GrowingPtpRows, cells: PtpCells, findings: FileFindings, line: number): boolean {
  const one = code(cells.columnOne);
  const two = code(cells.columnTwo);
  const effective = day(cells.effective);
  const deletion = cells.deletion === '*' ? OPEN_DAY : day(cells.deletion);
  if (one < 0 || two < 0) {
    const text = one < 0 ? cells.columnOne : cells.columnTwo;
    findings.problem('ptp-code', `column ${one < 0 ? 'one' : 'two'} is ${quoted(text)}, no code`, line);
  } else if (!isPtpDay(effective)) {
    findings.problem('ptp-date', `the effective date is ${quoted(cells.effective)}`, line);
  } else if (!isPtpDay(deletion) && deletion !== OPEN_DAY) {
    findings.problem('ptp-date', `the deletion date is ${quoted(cells.deletion)}`, line);
  } else if (deletion < 0 && cells.modifierIndicator !== '9') {
    findings.problem('ptp-date', `the row ends on ${cells.deletion}, before NCCI began`, line);
  } else if (!/^[019]$/.test(cells.modifierIndicator)) {
    findings.problem('ptp-modifier-indicator', `the indicator is ${quoted(cells.modifierIndicator)}`, line);
  } else {
    if (cells.prior1996 !== '' && cells.prior1996 !== '*') {
      const message = `the column "in existence prior to 1996" holds ${quoted(cells.prior1996)}, neither * nor blank`;
      findings.oddity('prior-1996-mark', message, line);
    }
    const rationale = rows.rationaleId(cells.rationale, line);
    const prior = cells.prior1996 === '*' ? 1 : 0;
    if (effective < 0) {
      findings.oddity('before-1996', 'rows with a date before NCCI began, read as 1996-01-01', line);
    }
    rows.add(
      one,
      two,
      Math.max(0, effective),
      Math.max(0, deletion),
      Number(cells.modifierIndicator),
      prior,
      rationale,
      line,
    );
    return true;
  }
  return false;
}

/** The header goes on in lines that have neither codes nor a date ("prior to 1996", "0=not allowed"). */
export const isMoreOfPtpHeader = (columnOne: string, columnTwo: string, effective: string): boolean =>
  columnOne === '' && columnTwo === '' && !/\d{4}/.test(effective);

function code(text: string): PackedCode {
  const packed = packCodeText(text);
  return shapeOf(packed) === SHAPE_MALFORMED ? -1 : packed;
}

const day = (text: string): Day => (/^\d{8}$/.test(text) ? parseDay(text) : NOT_A_DAY);

/** Some rows that never applied (indicator 9) are printed with the last day of 1995. */
const EARLIEST = dayOf(1995, 1, 1);

const isPtpDay = (value: Day): boolean => value >= EARLIEST && value < OPEN_DAY;

import type { AddOnTable } from '../../codebook/codebook.ts';
import { NOT_A_DAY } from '../../codes/day.ts';
import { packCodeText } from '../../codes/packed.ts';
import { SHAPE_MALFORMED, shapeOf } from '../../codes/packed-shape.ts';
import type { CheckInput } from '../define-edit.ts';

/**
 * Critical care, each additional 30 minutes: physicians of one group and specialty report it beside another
 * member's 99291 (Medicare Claims Processing Manual, chapter 12, section 30.6.12), which may be on a claim that
 * is not at hand. The one exception among the add-on codes of type 1.
 */
const GROUP_MEMBERS = packCodeText('99292');

/** What stands beside an add-on code. */
const NOT_AN_ADD_ON = 0;
export const PRIMARY_STANDS = 1;
/** Type 3: no listed primary, another service. */
export const OTHER_SERVICE_OF_LISTED = 2;
/** Type 2: another service. */
export const OTHER_SERVICE = 3;
/** 99292 without 99291. */
export const GROUP_MEMBER_MAY = 4;
/** Type 1: no listed primary. */
export const NO_PRIMARY = 5;
/** Type 2 or 3: no other service. */
export const NOTHING_ELSE = 6;

/** Whether an add-on code with this beside it falls. */
export const falls = (beside: number): boolean => beside >= NO_PRIMARY;

/** Which lines are out: own lines whose weight is at least `from`; nothing where `weights` is null. */
export interface Denied {
  readonly weights: Uint8Array | null;
  readonly from: number;
}
export const NOTHING_DENIED: Denied = { weights: null, from: 0 };

/** What stands beside the add-on code of a run, among the lines not denied. */
export function besideAddOn(input: CheckInput, table: AddOnTable, service: number, run: number, out: Denied): number {
  const { claim, lines } = input;
  const code = lines.runCode(run);
  const day = lines.serviceDay(service);
  const first = firstRow(input, table, code, day);
  if (first < 0) return NOT_AN_ADD_ON;
  const isOfGroup = claim.code[lines.order[lines.runStart[run]]] === GROUP_MEMBERS;
  for (let row = first; row < table.end(code); row++) {
    if (table.primary(row) < 0 || !counts(input, table, row, day)) continue;
    if (
      isOfGroup ? standsThatDay(input, day, table.primary(row), out) : stands(input, service, table.primary(row), out)
    )
      return PRIMARY_STANDS;
  }
  if (table.type(first) === 1) return isOfGroup ? GROUP_MEMBER_MAY : NO_PRIMARY;
  if (!otherServiceStands(input, table, service, run, out)) return NOTHING_ELSE;
  return table.type(first) === 2 ? OTHER_SERVICE : OTHER_SERVICE_OF_LISTED;
}

/** First row of the code in force on the day, -1 where it is no add-on code then. */
export function firstRow(input: CheckInput, table: AddOnTable, code: number, day: number): number {
  if (code < 0) return -1;
  for (let row = table.start(code); row < table.end(code); row++) if (counts(input, table, row, day)) return row;
  return -1;
}

/** Whether the code has a row without dates and the day is before the first release, of which such a row says nothing. */
export function isBeforeUndated({ known }: CheckInput, table: AddOnTable, code: number, day: number): boolean {
  if (day >= known.addOnFrom) return false;
  for (let row = table.start(code); row < table.end(code); row++) if (isUndated(table, row)) return true;
  return false;
}

const counts = ({ known }: CheckInput, table: AddOnTable, row: number, day: number): boolean =>
  table.inForce(row, day) && (day >= known.addOnFrom || !isUndated(table, row));

/** A row without dates is in force on every day, on none as well. */
const isUndated = (table: AddOnTable, row: number): boolean => table.inForce(row, NOT_A_DAY);

function stands(input: CheckInput, service: number, code: number, out: Denied): boolean {
  const run = input.lines.runOf(service, code);
  return run >= 0 && hasLine(input, run, out);
}

function standsThatDay(input: CheckInput, day: number, code: number, out: Denied): boolean {
  const { lines } = input;
  for (let service = 0; service < lines.serviceCount; service++) {
    if (lines.serviceDay(service) === day && stands(input, service, code, out)) return true;
  }
  return false;
}

/** A service that is no add-on code itself, of any code, listed or not. */
function otherServiceStands(input: CheckInput, table: AddOnTable, service: number, run: number, out: Denied): boolean {
  const { lines } = input;
  const day = lines.serviceDay(service);
  for (let other = lines.serviceStart[service]; other < lines.serviceStart[service + 1]; other++) {
    if (other === run || firstRow(input, table, lines.runCode(other), day) >= 0) continue;
    if (hasLine(input, other, out)) return true;
  }
  return false;
}

/** Whether a line of the run has a code at all and is not denied. */
function hasLine({ claim, lines }: CheckInput, run: number, { weights, from }: Denied): boolean {
  for (let i = lines.runStart[run]; i < lines.runStart[run + 1]; i++) {
    const line = lines.order[i];
    const isOut = weights !== null && line < claim.ownLines && weights[line] >= from;
    if (!isOut && (lines.codeId[line] >= 0 || shapeOf(claim.code[line]) !== SHAPE_MALFORMED)) return true;
  }
  return false;
}

/** The denied line with which an add-on code falls: its primary, else another service; -1 where none is denied. */
export function deniedBeside(input: CheckInput, table: AddOnTable, service: number, run: number, out: Denied): number {
  const { lines } = input;
  const code = lines.runCode(run);
  for (let row = table.start(code); row < table.end(code); row++) {
    const primary = table.primary(row) < 0 ? -1 : lines.runOf(service, table.primary(row));
    const line = primary < 0 ? -1 : deniedLine(input, primary, out);
    if (line >= 0) return line;
  }
  for (let other = lines.serviceStart[service]; other < lines.serviceStart[service + 1]; other++) {
    const line = other === run ? -1 : deniedLine(input, other, out);
    if (line >= 0) return line;
  }
  return -1;
}

function deniedLine({ claim, lines }: CheckInput, run: number, { weights, from }: Denied): number {
  for (let i = lines.runStart[run]; i < lines.runStart[run + 1]; i++) {
    const line = lines.order[i];
    if (weights !== null && line < claim.ownLines && weights[line] >= from) return line;
  }
  return -1;
}

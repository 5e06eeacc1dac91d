import { dayFromDigits, OPEN_DAY } from '../codes/day.ts';
import { type PackedCode, packCode } from '../codes/packed.ts';
import { SHAPE_MALFORMED, shapeOf } from '../codes/packed-shape.ts';
import type { PtpContent } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import { addPtpCells, isMoreOfPtpHeader } from './ptp-cells.ts';
import { GrowingPtpRows } from './ptp-rows.ts';
import { type Chunks, eachLine } from './streams.ts';
import { singleByteText } from './text.ts';

const TAB = 9;
const STAR = 42;
const ZERO = 48;
const COLUMNS = 7;

/**
 * Reads NCCI PTP edits in CMS's text layout: a preamble of six lines or so, then seven tab-separated columns.
 * Rows in exactly CMS's form are read from the bytes (millions of them); any other row is cut into texts, so that
 * padding is forgiven and what is wrong is named.
 */
export async function readPtpText(chunks: Chunks, findings: FileFindings): Promise<PtpContent> {
  const rows = new GrowingPtpRows(findings);
  const rationales = new RationaleBytes(rows);
  let begun = false;
  let headed = false;
  /** Rows are sorted: a column one equal to the last good one needs no second look. NaN equals nothing. */
  let lastOne: PackedCode = Number.NaN;

  const begin = (line: number): void => {
    begun = true;
    if (!headed) findings.oddity('no-preamble', "the rows begin without CMS's preamble", line);
  };

  const exactRow = (bytes: Uint8Array, start: number, end: number, line: number): boolean => {
    // AAAAA⇥BBBBB⇥[*]⇥YYYYMMDD⇥(YYYYMMDD|*)⇥n⇥rationale
    if (bytes[start + 5] !== TAB || bytes[start + 11] !== TAB) return false;
    const one = packCode(bytes, start, start + 5);
    const two = packCode(bytes, start + 6, start + 11);
    if (one !== lastOne && shapeOf(one) === SHAPE_MALFORMED) return false;
    if (shapeOf(two) === SHAPE_MALFORMED) return false;
    const prior = bytes[start + 12] === STAR ? 1 : 0;
    let at = start + 12 + prior;
    if (bytes[at] !== TAB || bytes[at + 9] !== TAB) return false;
    const effective = dayFromDigits(bytes, at + 1);
    const open = bytes[at + 10] === STAR;
    const deletion = open ? OPEN_DAY : dayFromDigits(bytes, at + 10);
    if (effective < 0 || effective >= OPEN_DAY || deletion < 0 || (!open && deletion >= OPEN_DAY)) return false;
    at += open ? 11 : 18;
    const indicator = bytes[at + 1] - ZERO;
    if (bytes[at] !== TAB || bytes[at + 2] !== TAB || at + 3 >= end) return false;
    if (indicator !== 0 && indicator !== 1 && indicator !== 9) return false;
    const rationale = rationales.find(bytes, at + 3, end, line);
    if (rationale < 0) return false;
    if (!begun) begin(line);
    rows.add(one, two, effective, deletion, indicator, prior, rationale, line);
    lastOne = one;
    return true;
  };

  const looseRow = (bytes: Uint8Array, start: number, end: number, line: number): void => {
    if (start === end) return;
    const raw = singleByteText(bytes, start, end).split('\t');
    const cells = raw.map((cell) => cell.trim());
    if (cells.every((cell) => cell === '')) return;
    if (!begun) {
      const isHeader = /^column ?1$/i.test(cells[0]);
      if (isHeader || (headed ? isMoreOfPtpHeader(cells[0], cells[1] ?? '', cells[3] ?? '') : !isRowLike(cells))) {
        headed ||= isHeader;
        return;
      }
      begin(line);
    }
    if (cells.length !== COLUMNS) {
      findings.problem('ptp-columns', `the row has ${cells.length} columns, not ${COLUMNS}`, line);
      return;
    }
    const [columnOne, columnTwo, prior1996, effective, deletion, modifierIndicator, rationale] = cells;
    const texts = { columnOne, columnTwo, prior1996, effective, deletion, modifierIndicator, rationale };
    if (addPtpCells(rows, texts, findings, line) && raw.some((cell, i) => cell !== cells[i])) {
      findings.oddity('padding', 'rows with padded columns', line);
    }
  };

  await eachLine(chunks, findings.file, (bytes, start, end, line) => {
    if (!exactRow(bytes, start, end, line)) looseRow(bytes, start, end, line);
  });
  return rows.end();
}

/** Without a header, the rows begin with the first line that begins with two codes. */
const isRowLike = (cells: readonly string[]): boolean =>
  /^[0-9A-Z]{5}$/i.test(cells[0]) && /\d/.test(cells[0]) && /^[0-9A-Z]{5}$/i.test(cells[1] ?? '');

/** Finds a rationale's number by its bytes; a text is made only the first time it is met. */
class RationaleBytes {
  readonly #rows: GrowingPtpRows;
  /** By length, those met so far. */
  readonly #known: { readonly bytes: Uint8Array; readonly id: number }[][] = [];

  constructor(rows: GrowingPtpRows) {
    this.#rows = rows;
  }

  /** Its number; -1 where it is padded or holds a further tab, so that the row is not exactly CMS's. */
  find(bytes: Uint8Array, start: number, end: number, line: number): number {
    const length = end - start;
    const candidates = this.#known[length];
    if (candidates !== undefined) {
      for (const candidate of candidates) {
        if (sameBytes(candidate.bytes, bytes, start, length)) return candidate.id;
      }
    }
    return this.#learn(bytes, start, end, line);
  }

  #learn(bytes: Uint8Array, start: number, end: number, line: number): number {
    const text = singleByteText(bytes, start, end);
    if (text.includes('\t') || text !== text.trim()) return -1;
    const id = this.#rows.rationaleId(text, line);
    this.#known[end - start] ??= [];
    this.#known[end - start].push({ bytes: new Uint8Array(bytes.subarray(start, end)), id });
    return id;
  }
}

function sameBytes(known: Uint8Array, bytes: Uint8Array, start: number, length: number): boolean {
  for (let i = 0; i < length; i++) {
    if (known[i] !== bytes[start + i]) return false;
  }
  return true;
}

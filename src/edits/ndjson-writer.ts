import { grown } from '../arrays.ts';
import type { CodedClaim } from '../claims/coded-claim.ts';
import { bytesOf } from '../claims/text.ts';
import { SETTINGS } from '../codes/setting.ts';
import type { Checker } from './checker.ts';
import { EDITS } from './edits.ts';
import { claimIdOf, findingOf, withOf } from './finding-texts.ts';
import { type FindingWords, HOLE_LINE, HOLE_OTHER_LINE, HOLE_WITH, KeptWords } from './finding-words.ts';
import { asciiJson, END, moneyText, tailOf } from './ndjson.ts';

const FIRST_SIZE = 1 << 19;
const MOST_SPARE = 8;
/** Room for numbers, punctuation and a `with` of five characters. */
const SMALL = 128;
const REASONS = 64;

/** Line numbers that no claim has, put where the words name lines, to be replaced each time. */
const LINE = 2_147_480_001;
const OTHER_LINE = 2_147_480_002;
const PLACEHOLDERS = { lineNumber: LINE, otherLineNumber: OTHER_LINE };
const WITH = '"with":null';
const HOLES = new RegExp(`${WITH}|${LINE}|${OTHER_LINE}`, 'g');
/** Where no line is named, such a number is some other one, of units perhaps. */
const HOLE_FOR_WITH = new RegExp(WITH, 'g');

const START = bytesOf('{"claim":"');
const AFTER_ID = bytesOf('","line":');
const NULL = bytesOf('null');
const WITH_LINE = bytesOf('{"line":');
const WITH_CODE = bytesOf(',"code":"');
const WITH_END = bytesOf('"}');

/**
 * Writes the findings of the checker's current claim as newline-delimited JSON, one finding a line, as ASCII
 * bytes (other characters escaped): the same text as `findingLine` of each finding. The words of a finding are
 * made once for equal facts and kept; only line numbers, the claim's id and the other line differ.
 *
 * @example
 * checker.check(claim)
 * writer.add(claim)
 * process.stdout.write(writer.take())
 */
export class NdjsonWriter {
  /** Bytes written since the last `take`. */
  length = 0;
  private bytes: Uint8Array = new Uint8Array(FIRST_SIZE);
  private readonly spare: Uint8Array[] = [];
  private readonly kept = new KeptWords();
  private readonly checker: Checker;

  constructor(checker: Checker) {
    this.checker = checker;
  }

  /** Appends the findings of the claim that was checked last. */
  add(claim: CodedClaim): void {
    const { rows } = this.checker;
    if (rows.count === 0) return;
    const start = this.length;
    this.claimStart(claim);
    const startLength = this.length - start;
    for (let i = 0; i < rows.count; i++) {
      this.reserve(startLength + SMALL);
      if (i > 0) {
        this.bytes.copyWithin(this.length, start, start + startLength);
        this.length += startLength;
      }
      const line = rows.line[i];
      if (line < 0) this.copy(NULL);
      else this.number(claim.number[line]);
      this.fill(claim, i, this.words(claim, i));
      if (this.checker.hasMoney) this.money(i);
    }
  }

  /** What was written since the last time; the bytes are the caller's until they are given back. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.length);
    this.bytes = this.spare.pop() ?? new Uint8Array(FIRST_SIZE);
    this.length = 0;
    return taken;
  }

  /** Lets bytes that were taken be written over, if the caller is done with them: new memory costs more than filling it. */
  giveBack(taken: Uint8Array): void {
    if (this.spare.length < MOST_SPARE) this.spare.push(new Uint8Array(taken.buffer));
  }

  private claimStart(claim: CodedClaim): void {
    const { bytes, idStart, idEnd } = claim;
    this.reserve(idEnd - idStart + SMALL);
    this.copy(START);
    if (isPlain(bytes, idStart, idEnd)) {
      for (let i = idStart; i < idEnd; i++) this.bytes[this.length++] = bytes[i];
    } else this.copy(bytesOf(asciiJson(claimIdOf(claim)).slice(1, -1)));
    this.reserve(SMALL);
    this.copy(AFTER_ID);
  }

  /** Puts what hangs on the finding in money before the end of its line. */
  private money(i: number): void {
    this.length -= END.length;
    this.copy(bytesOf(moneyText(this.checker.money(i)) + END));
  }

  private fill(claim: CodedClaim, i: number, { parts, holes }: FindingWords): void {
    const { rows } = this.checker;
    for (let part = 0; part < parts.length; part++) {
      this.copy(parts[part]);
      if (part === holes.length) break;
      this.reserve(SMALL);
      if (holes[part] === HOLE_WITH) this.with(claim, rows.other[i]);
      else this.number(claim.number[holes[part] === HOLE_LINE ? rows.line[i] : rows.other[i]]);
    }
  }

  private with(claim: CodedClaim, other: number): void {
    if (other < 0) this.copy(NULL);
    else if (other >= claim.ownLines || claim.code[other] < 0) this.copy(bytesOf(asciiJson(withOf(claim, other))));
    else {
      this.copy(WITH_LINE);
      this.number(claim.number[other]);
      this.copy(WITH_CODE);
      this.code(claim.code[other]);
      this.copy(WITH_END);
    }
  }

  private words(claim: CodedClaim, i: number): FindingWords {
    const { rows, setting } = this.checker;
    const line = rows.line[i];
    // What is no code may be any text of any length: not kept.
    if (line >= 0 && claim.code[line] < 0) return this.make(claim, i);
    const edit = EDITS[rows.edit[i]];
    const kind = (SETTINGS.indexOf(setting) * REASONS + rows.edit[i]) * REASONS + rows.reason[i];
    const code = line < 0 ? -1 : claim.code[line];
    const day = line >= 0 && edit.needsDay[rows.reason[i]] ? claim.from[line] : 0;
    let words = this.kept.find(kind, rows.row[i], code, day, rows.detail[i]);
    if (words === undefined) {
      words = this.make(claim, i);
      this.kept.keep(words, kind, rows.row[i], code, day, rows.detail[i]);
    }
    return words;
  }

  private make(claim: CodedClaim, i: number): FindingWords {
    const { context, rows, setting } = this.checker;
    const edit = EDITS[rows.edit[i]];
    const numbers = edit.messages[edit.reasons[rows.reason[i]]].needsLines ? PLACEHOLDERS : undefined;
    return cut(
      tailOf({ ...findingOf(context, claim, setting, rows, i, numbers), with: null }),
      numbers ? HOLES : HOLE_FOR_WITH,
    );
  }

  private copy(piece: Uint8Array): void {
    this.reserve(piece.length);
    this.bytes.set(piece, this.length);
    this.length += piece.length;
  }

  private number(value: number): void {
    if (value < 0 || value > 9_999) {
      this.copy(bytesOf(String(value)));
      return;
    }
    const { bytes } = this;
    if (value > 999) bytes[this.length++] = 48 + ((value / 1000) | 0);
    if (value > 99) bytes[this.length++] = 48 + (((value / 100) | 0) % 10);
    if (value > 9) bytes[this.length++] = 48 + (((value / 10) | 0) % 10);
    bytes[this.length++] = 48 + (value % 10);
  }

  /** A packed code's five characters. */
  private code(packed: number): void {
    let rest = packed;
    for (let at = this.length + 4; at >= this.length; at--) {
      const digit = rest % 36;
      this.bytes[at] = digit < 10 ? 48 + digit : 55 + digit;
      rest = (rest - digit) / 36;
    }
    this.length += 5;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    this.bytes = grown(this.bytes, Math.max(this.bytes.length * 2, this.length + more));
  }
}

/** Cuts the words where something differs each time. */
function cut(tail: string, differing: RegExp): FindingWords {
  const found = [...tail.matchAll(differing)];
  // In a message or a row the quotes would be escaped, so the text stands for the key alone.
  const parts: string[] = [];
  const holes: number[] = [];
  let from = 0;
  for (const { 0: text, index } of found) {
    const isWith = text === WITH;
    parts.push(tail.slice(from, isWith ? index + WITH.length - NULL.length : index));
    holes.push(isWith ? HOLE_WITH : text === String(LINE) ? HOLE_LINE : HOLE_OTHER_LINE);
    from = index + text.length;
  }
  return { parts: [...parts, tail.slice(from)].map(bytesOf), holes };
}

/** Whether the bytes stand in JSON as they are. */
function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const c = bytes[i];
    if (c < 0x20 || c > 0x7e || c === 0x22 || c === 0x5c) return false;
  }
  return true;
}

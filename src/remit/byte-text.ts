import { grown } from '../arrays.ts';
import { bytesOf } from '../claims/text.ts';
import { trimmedEnd, trimmedStart } from '../claims/x12/elements.ts';
import { USUAL_DELIMITERS, type WrittenDelimiters } from '../claims/x12/write-segments.ts';
import { type Day, isoDay } from '../codes/day.ts';

const FIRST_SIZE = 1 << 16;
/** The longest number, amount or date. */
const SHORT = 32;
const BLANK = 32;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/**
 * Segments as bytes, for the one part of an answer of which there is one a claim. Delimiters and control characters
 * within values become blanks, as `InterchangeWriter` has it.
 */
export class ByteText {
  bytes = new Uint8Array(FIRST_SIZE);
  length = 0;
  /** Segments ended. */
  segments = 0;
  private readonly ending: Uint8Array;
  private readonly element: number;
  private readonly component: number;
  private readonly plain = new Uint8Array(256);
  private readonly days = new Map<Day, Uint8Array>();

  constructor({ element, component, repetition, terminator, lineEnd }: WrittenDelimiters = USUAL_DELIMITERS) {
    this.ending = asciiBytes(terminator + lineEnd);
    this.element = element.charCodeAt(0);
    this.component = component.charCodeAt(0);
    const reserved = new Set([element, component, repetition, terminator].map((delimiter) => delimiter.charCodeAt(0)));
    for (let c = 0; c < 256; c++) this.plain[c] = c < BLANK || c === 127 || reserved.has(c) ? BLANK : c;
  }

  /** What is written as it stands, delimiters and all. */
  put(piece: Uint8Array): void {
    this.reserve(piece.length);
    // Pieces are short: a loop is quicker than `set`.
    for (let i = 0; i < piece.length; i++) this.bytes[this.length++] = piece[i];
  }

  /** ASCII that is written as it stands. */
  ascii(text: string): void {
    this.reserve(text.length);
    for (let i = 0; i < text.length; i++) this.bytes[this.length++] = text.charCodeAt(i);
  }

  /** A text as a value. */
  text(value: string): void {
    this.reserve(value.length);
    for (let i = 0; i < value.length; i++) {
      const c = value.charCodeAt(i);
      if (c > 127) {
        const rest = bytesOf(value.slice(i));
        this.value(rest, 0, rest.length, rest.length);
        return;
      }
      this.bytes[this.length++] = this.plain[c];
    }
  }

  separate(): void {
    this.reserve(1);
    this.bytes[this.length++] = this.element;
  }

  /** A value, trimmed and cut to `most` bytes. */
  value(from: Uint8Array, start: number, end: number, most: number): void {
    let at = trimmedStart(from, start, end);
    let last = trimmedEnd(from, at, end);
    if (last - at > most) last = trimmedEnd(from, at, withoutHalf(from, at + most));
    this.reserve(last - at);
    for (; at < last; at++) this.bytes[this.length++] = this.plain[from[at]];
  }

  number(value: number): void {
    this.reserve(SHORT);
    this.length = this.digits(value);
  }

  /** Cents as dollars, without zeros at the end, as X12 has decimals. */
  amount(cents: number): void {
    this.reserve(SHORT);
    if (cents < 0) this.bytes[this.length++] = MINUS;
    const size = Math.abs(cents);
    const whole = Math.floor(size / 100);
    const rest = size - whole * 100;
    this.length = this.digits(whole);
    if (rest === 0) return;
    this.bytes[this.length++] = POINT;
    this.bytes[this.length++] = ZERO + Math.floor(rest / 10);
    if (rest % 10 !== 0) this.bytes[this.length++] = ZERO + (rest % 10);
  }

  /** `YYYYMMDD`. */
  day(day: Day): void {
    let text = this.days.get(day);
    if (text === undefined) {
      if (this.days.size > MOST_DAYS) this.days.clear();
      text = asciiBytes(isoDay(day).replaceAll('-', ''));
      this.days.set(day, text);
    }
    this.put(text);
  }

  /** Takes empty components and elements off the end. */
  trimEmpty(): void {
    const { bytes, element, component } = this;
    for (let last = bytes[this.length - 1]; last === element || last === component; last = bytes[this.length - 1]) {
      this.length--;
    }
  }

  /** Takes empty elements off the end of the segment and ends it. */
  end(): void {
    const { bytes, element, component } = this;
    while (this.length > 0 && (bytes[this.length - 1] === element || bytes[this.length - 1] === component))
      this.length--;
    this.put(this.ending);
    this.segments++;
  }

  /** Whether the bytes of `other` and of this are the same. */
  equals(other: Uint8Array): boolean {
    if (other.length !== this.length) return false;
    for (let i = 0; i < other.length; i++) if (other[i] !== this.bytes[i]) return false;
    return true;
  }

  /** A copy of what was written since `clear`. */
  copy(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  clear(): void {
    this.length = 0;
  }

  private digits(value: number): number {
    const { bytes } = this;
    if (value > 999_999_999) {
      const text = asciiBytes(String(value));
      bytes.set(text, this.length);
      return this.length + text.length;
    }
    let width = 1;
    for (let rest = value; rest >= 10; rest = (rest / 10) | 0) width++;
    let rest = value;
    for (let at = this.length + width - 1; at >= this.length; at--) {
      bytes[at] = ZERO + (rest % 10);
      rest = (rest / 10) | 0;
    }
    return this.length + width;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    this.bytes = grown(this.bytes, Math.max(this.bytes.length * 2, this.length + more));
  }
}

const MOST_DAYS = 10_000;

/** Not within a character of UTF-8: bytes that go on with one are left off with it. */
function withoutHalf(bytes: Uint8Array, end: number): number {
  let at = end;
  while (at > 0 && (bytes[at] & 0xc0) === 0x80) at--;
  return at;
}

export const asciiBytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0x7f);

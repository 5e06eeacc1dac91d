import { grown } from '../../arrays.ts';

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const NEWLINE = 10;

/** Depth of lists and objects inside one claim at most; a claim needs five. */
const MOST_DEPTH = 64;
const WRAPPER_KEY = [...'claims'].map((letter) => letter.charCodeAt(0));

export interface ValueSplitterOptions {
  /** Bytes of one value at most. */
  readonly limit: number;
  /** Takes the bytes of one value; they are valid until it returns. */
  readonly onValue: (bytes: Uint8Array, line: number, offset: number) => void;
  readonly onBroken: (what: 'too-large' | 'too-deep' | 'stray' | 'unfinished', line: number, offset: number) => void;
}

/**
 * Cuts JSON into claims without holding more than one: the values of the top level, the elements of a list, or
 * those of the list `claims` in an object. It minds brackets and strings alone; whether a value is JSON is for
 * its reader to say.
 */
export class ValueSplitter {
  private readonly options: ValueSplitterOptions;
  /** Open brackets around the claims: 0, 1 in a list, 2 in an object's `claims`. */
  private base = 0;
  /** In the rest of an object after its list of claims. */
  private inRest = false;
  private depth = 0;
  private inString = false;
  private escaped = false;
  private inValue = false;
  private tooDeep = false;
  private strayReported = false;
  private bytes = new Uint8Array(1 << 16);
  private fill = 0;
  private stringStart = 0;
  private keyMatches = false;
  private afterColon = false;
  private line = 1;
  private offset = 0;
  private valueLine = 0;
  private valueOffset = 0;

  constructor(options: ValueSplitterOptions) {
    this.options = options;
  }

  write(chunk: Uint8Array): void {
    for (let i = 0; i < chunk.length; i++) {
      const c = chunk[i];
      if (this.inString) this.inStringByte(c);
      else if (this.inValue || this.inRest) this.structural(c);
      else this.between(c);
      if (c === NEWLINE) this.line++;
      this.offset++;
    }
  }

  end(): void {
    if (this.inValue && this.depth === this.base && !this.inString) this.finish();
    if (this.inValue || this.base > 0 || this.inRest) {
      const place = this.inValue ? ([this.valueLine, this.valueOffset] as const) : ([this.line, this.offset] as const);
      this.options.onBroken('unfinished', ...place);
    }
  }

  private inStringByte(c: number): void {
    this.keep(c);
    if (this.escaped) this.escaped = false;
    else if (c === BACKSLASH) this.escaped = true;
    else if (c === QUOTE) {
      this.inString = false;
      if (this.depth === 1 && this.base === 0) this.keyMatches = this.isWrapperKey();
      if (this.depth === this.base && this.inValue) this.finish();
    }
  }

  /** A byte of a value, outside of its strings. */
  private structural(c: number): void {
    const opens = c === OPEN_OBJECT || c === OPEN_LIST;
    const closes = c === CLOSE_OBJECT || c === CLOSE_LIST;
    if (this.inValue && this.depth === this.base && (c === COMMA || closes || c <= 32)) {
      // A bare word or number ends where something else begins.
      this.finish();
      this.between(c);
      return;
    }
    if (c === OPEN_LIST && this.depth === 1 && this.afterColon && this.base === 0 && !this.inRest) {
      this.enterWrapper();
      return;
    }
    this.keep(c);
    if (c === QUOTE) {
      this.inString = true;
      this.stringStart = this.fill;
    } else if (opens) this.depth++;
    else if (closes) this.depth--;
    if (this.depth > MOST_DEPTH) this.tooDeep = true;
    if (c > 32) this.afterColon = c === COLON && this.keyMatches;
    if (c === COLON || c === COMMA) this.keyMatches = false;
    if (!closes) return;
    if (this.inRest) this.inRest = this.depth > 0;
    else if (this.depth === this.base) this.finish();
  }

  /** A byte between values. */
  private between(c: number): void {
    if (c <= 32 || (c === COMMA && this.base > 0)) return;
    const closes = c === CLOSE_OBJECT || c === CLOSE_LIST;
    if (closes) this.close(c);
    else if (c === OPEN_LIST && this.base === 0) this.base = this.depth = 1;
    else this.begin(c);
  }

  private close(c: number): void {
    if (c === CLOSE_LIST && this.base > 0) {
      this.inRest = this.base === 2;
      this.base = 0;
      this.depth = this.inRest ? 1 : 0;
      return;
    }
    if (!this.strayReported) this.options.onBroken('stray', this.line, this.offset);
    this.strayReported = true;
  }

  private begin(c: number): void {
    this.inValue = true;
    this.tooDeep = false;
    this.fill = 0;
    this.keyMatches = this.afterColon = false;
    this.valueLine = this.line;
    this.valueOffset = this.offset;
    this.keep(c);
    if (c === QUOTE) this.inString = true;
    else if (c === OPEN_OBJECT || c === OPEN_LIST) this.depth++;
  }

  private finish(): void {
    const { options, fill } = this;
    this.inValue = false;
    if (this.tooDeep) options.onBroken('too-deep', this.valueLine, this.valueOffset);
    else if (fill > options.limit) options.onBroken('too-large', this.valueLine, this.valueOffset);
    else options.onValue(this.bytes.subarray(0, fill), this.valueLine, this.valueOffset);
  }

  private enterWrapper(): void {
    this.inValue = false;
    this.base = this.depth = 2;
  }

  private isWrapperKey(): boolean {
    const length = this.fill - 1 - this.stringStart;
    return length === WRAPPER_KEY.length && WRAPPER_KEY.every((c, i) => this.bytes[this.stringStart + i] === c);
  }

  private keep(c: number): void {
    if (this.fill > this.options.limit || this.tooDeep || this.inRest) return;
    if (this.fill === this.bytes.length) this.bytes = grown(this.bytes, this.bytes.length * 2);
    this.bytes[this.fill++] = c;
  }
}

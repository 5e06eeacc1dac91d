import { grown } from '../arrays.ts';

const NEWLINE = 10;
const QUOTE = 34;
const COMMA = 44;
const SEMICOLON = 59;
const TAB = 9;
const BAR = 124;
/** Bytes taken in before they are scanned. */
const PIECE = 1 << 18;

export interface RecordSplitterOptions {
  /** Whether a line break in a quoted cell is part of a record, as in CSV. */
  readonly quoted: boolean;
  /** Bytes of one record at most. */
  readonly limit: number;
  /** Takes a record, without its line break; the bytes are valid until it returns. */
  readonly onRecord: (bytes: Uint8Array, line: number, offset: number) => void;
  /** Told of a record that is too long or whose quotes stay open; its first line was dropped. */
  readonly onBroken: (line: number, offset: number) => void;
}

/** Cuts a stream of bytes into records, whatever the chunks. */
export class RecordSplitter {
  private readonly options: RecordSplitterOptions;
  private bytes = new Uint8Array(PIECE);
  private fill = 0;
  private scanned = 0;
  /** Where the record being scanned begins. */
  private start = 0;
  private inQuotes = false;
  /** Where a quote has closed last. */
  private closedAt = -1;
  /** In a line whose beginning was dropped. */
  private skipping = false;
  private line = 1;
  private offset = 0;

  constructor(options: RecordSplitterOptions) {
    this.options = options;
  }

  write(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; at += PIECE) {
      this.append(chunk.subarray(at, at + PIECE));
      this.scanOn();
    }
  }

  end(): void {
    while (this.inQuotes) {
      this.dropLine();
      this.scanOn();
    }
    if (!this.skipping && this.fill > 0) this.emit(this.fill);
  }

  private append(piece: Uint8Array): void {
    if (this.fill + piece.length > this.bytes.length) {
      this.bytes = grown(this.bytes, Math.max(this.bytes.length * 2, this.fill + piece.length));
    }
    this.bytes.set(piece, this.fill);
    this.fill += piece.length;
  }

  /** Hands on what is complete and drops what is too long, until more bytes are needed. */
  private scanOn(): void {
    do {
      if (this.skipping && !this.skipLine()) return;
      const tooLong = this.scan();
      this.dropTo(this.start);
      if (tooLong) this.dropLine();
    } while (this.scanned < this.fill);
  }

  /** Scans on to the last byte, or to where a record becomes too long, which it tells. */
  private scan(): boolean {
    const { bytes, fill } = this;
    const { quoted, limit } = this.options;
    for (; this.scanned < fill; this.scanned++) {
      if (this.scanned - this.start >= limit) return true;
      const c = bytes[this.scanned];
      if (c === QUOTE && quoted) this.quote();
      else if (c === NEWLINE && !this.inQuotes) {
        this.emit(this.scanned);
        this.start = this.scanned + 1;
      }
    }
    return false;
  }

  /** A quote opens a cell at its start alone, or goes on with one that it seemed to close. */
  private quote(): void {
    const { bytes, scanned, start } = this;
    const before = scanned === start ? COMMA : bytes[scanned - 1];
    const opens =
      before === COMMA || before === SEMICOLON || before === TAB || before === BAR || this.closedAt === scanned - 1;
    if (this.inQuotes) this.closedAt = scanned;
    this.inQuotes = !this.inQuotes && opens;
  }

  private emit(end: number): void {
    const record = this.bytes.subarray(this.start, end);
    this.options.onRecord(record, this.line, this.offset + this.start);
    this.line++;
    for (let at = record.indexOf(NEWLINE); at >= 0; at = record.indexOf(NEWLINE, at + 1)) this.line++;
  }

  /** Drops the rest of a line; whether its end was there. */
  private skipLine(): boolean {
    const end = this.bytes.subarray(0, this.fill).indexOf(NEWLINE) + 1;
    this.skipping = end === 0;
    if (end > 0) this.line++;
    this.dropTo(end === 0 ? this.fill : end);
    return !this.skipping;
  }

  /** Gives up the record held: reports it, drops its first line and lets the rest be scanned again. */
  private dropLine(): void {
    this.options.onBroken(this.line, this.offset);
    this.inQuotes = false;
    this.skipLine();
    this.scanned = 0;
  }

  private dropTo(count: number): void {
    this.bytes.copyWithin(0, count, this.fill);
    this.fill -= count;
    this.scanned = Math.max(0, this.scanned - count);
    this.closedAt -= count;
    this.start = 0;
    this.offset += count;
  }
}

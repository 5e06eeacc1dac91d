const NEWLINE = 10;
const QUOTE = 34;
/** Bytes scanned before what is complete is handed on. */
const PIECE = 1 << 18;

export interface RecordSplitterOptions {
  /** Whether a line break between double quotes is part of a record, as in CSV. */
  readonly quoted: boolean;
  /** Bytes of one record at most. */
  readonly limit: number;
  /** Takes whole records, line breaks included; the bytes are valid until it returns. */
  readonly onRecords: (bytes: Uint8Array, line: number, offset: number) => void;
  /** Told of a record that is too long or whose quotes stay open; its first line was dropped. */
  readonly onBroken: (line: number, offset: number) => void;
}

/** Cuts a stream of bytes into runs of whole records, whatever the chunks. */
export class RecordSplitter {
  private readonly options: RecordSplitterOptions;
  private bytes = new Uint8Array(PIECE);
  private fill = 0;
  private scanned = 0;
  private complete = 0;
  private inQuotes = false;
  private skipping = false;
  private line = 1;
  private offset = 0;

  constructor(options: RecordSplitterOptions) {
    this.options = options;
  }

  write(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; at += PIECE) {
      this.append(chunk.subarray(at, at + PIECE));
      this.scan();
      this.handOn();
      while (this.fill > this.options.limit) this.dropLine();
    }
  }

  end(): void {
    while (this.inQuotes) this.dropLine();
    this.complete = this.skipping ? 0 : this.fill;
    this.handOn();
  }

  private append(piece: Uint8Array): void {
    if (this.fill + piece.length > this.bytes.length) {
      const wider = new Uint8Array(Math.max(this.bytes.length * 2, this.fill + piece.length));
      wider.set(this.bytes.subarray(0, this.fill));
      this.bytes = wider;
    }
    this.bytes.set(piece, this.fill);
    this.fill += piece.length;
  }

  private scan(): void {
    const { bytes, fill } = this;
    const { quoted } = this.options;
    for (; this.scanned < fill; this.scanned++) {
      const c = bytes[this.scanned];
      if (c === QUOTE && quoted) this.inQuotes = !this.inQuotes;
      else if (c === NEWLINE && !this.inQuotes) this.complete = this.scanned + 1;
    }
  }

  private handOn(): void {
    const { complete } = this;
    if (complete === 0) return;
    if (this.skipping) this.skipLine();
    else {
      this.options.onRecords(this.bytes.subarray(0, complete), this.line, this.offset);
      this.shift(complete);
    }
  }

  /** The end of a line whose beginning was dropped for its length. */
  private skipLine(): void {
    this.skipping = false;
    this.shift(this.bytes.indexOf(NEWLINE) + 1);
    this.rescan();
  }

  /** Gives up the record held: reports it, drops its first line and reads the rest as new records. */
  private dropLine(): void {
    if (!this.skipping) this.options.onBroken(this.line, this.offset);
    const end = this.bytes.subarray(0, this.fill).indexOf(NEWLINE) + 1;
    this.skipping = end === 0;
    this.shift(end === 0 ? this.fill : end);
    this.rescan();
  }

  private rescan(): void {
    this.scanned = 0;
    this.inQuotes = false;
    this.scan();
    this.handOn();
  }

  private shift(count: number): void {
    for (let i = 0; i < count; i++) if (this.bytes[i] === NEWLINE) this.line++;
    this.bytes.copyWithin(0, count, this.fill);
    this.fill -= count;
    this.scanned = Math.max(0, this.scanned - count);
    this.complete = 0;
    this.offset += count;
  }
}

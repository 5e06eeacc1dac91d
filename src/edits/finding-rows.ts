import { grown } from '../arrays.ts';

/** From here on findings are sorted by a list of indexes instead of by insertion. */
const MANY = 64;

/**
 * The findings of one claim as numbers; reused from claim to claim. `add` takes them as they come; after
 * `arrange` they stand in the order of line, edit, other line and finding.
 */
export class FindingRows {
  count = 0;
  /** Place of the edit in EDIT_ORDER. */
  edit = new Uint8Array(64);
  /** Index into the edit's reasons. */
  reason = new Uint8Array(64);
  /** Line index, -1 for the claim. */
  line = new Int32Array(64);
  /** Row reference in the edit's table, -1 for none. */
  row = new Int32Array(64);
  /** Index of the other line, -1 for none. */
  other = new Int32Array(64);
  /** A number that the message speaks of. */
  detail = new Float64Array(64);

  clear(): void {
    this.count = 0;
  }

  add(edit: number, reason: number, line: number, row: number, other: number, detail: number): void {
    const at = this.count++;
    if (at === this.edit.length) this.grow();
    this.set(at, edit, reason, line, row, other, detail);
  }

  /** Lets go of the findings that are not to be kept. */
  keep(isKept: (i: number) => boolean): void {
    let to = 0;
    for (let i = 0; i < this.count; i++) {
      if (!isKept(i)) continue;
      this.set(to++, this.edit[i], this.reason[i], this.line[i], this.row[i], this.other[i], this.detail[i]);
    }
    this.count = to;
  }

  arrange(): void {
    if (this.count > MANY) this.arrangeMany();
    else for (let i = 1; i < this.count; i++) this.sink(i);
  }

  /** Moves finding `i` down to its place among those before it. */
  private sink(i: number): void {
    let at = i;
    while (at > 0 && this.isBefore(i, at - 1)) at--;
    if (at === i) return;
    const edit = this.edit[i];
    const reason = this.reason[i];
    const line = this.line[i];
    const row = this.row[i];
    const other = this.other[i];
    const detail = this.detail[i];
    for (let to = i; to > at; to--) {
      this.set(
        to,
        this.edit[to - 1],
        this.reason[to - 1],
        this.line[to - 1],
        this.row[to - 1],
        this.other[to - 1],
        this.detail[to - 1],
      );
    }
    this.set(at, edit, reason, line, row, other, detail);
  }

  /** Whether finding `a`, which came later, belongs before finding `b`. */
  private isBefore(a: number, b: number): boolean {
    if (this.line[a] !== this.line[b]) return this.line[a] < this.line[b];
    if (this.edit[a] !== this.edit[b]) return this.edit[a] < this.edit[b];
    return this.other[a] < this.other[b];
  }

  private arrangeMany(): void {
    const order = Uint32Array.from({ length: this.count }, (_, i) => i);
    order.sort((a, b) => (this.isBefore(a, b) ? -1 : this.isBefore(b, a) ? 1 : a - b));
    for (const column of [this.edit, this.reason, this.line, this.row, this.other, this.detail]) {
      const old = column.slice(0, this.count);
      for (let i = 0; i < this.count; i++) column[i] = old[order[i]];
    }
  }

  private set(
    at: number,
    edit: number,
    reason: number,
    line: number,
    row: number,
    other: number,
    detail: number,
  ): void {
    this.edit[at] = edit;
    this.reason[at] = reason;
    this.line[at] = line;
    this.row[at] = row;
    this.other[at] = other;
    this.detail[at] = detail;
  }

  private grow(): void {
    const size = this.edit.length * 2;
    this.edit = grown(this.edit, size);
    this.reason = grown(this.reason, size);
    this.line = grown(this.line, size);
    this.row = grown(this.row, size);
    this.other = grown(this.other, size);
    this.detail = grown(this.detail, size);
  }
}

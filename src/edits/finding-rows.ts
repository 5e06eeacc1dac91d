/** The findings of one claim as numbers, in the order of claim, line and edit; reused from claim to claim. */
export class FindingRows {
  count = 0;
  /** Place of the edit in EDIT_ORDER. */
  edit = new Uint8Array(64);
  /** Index into the edit's reasons. */
  reason = new Uint8Array(64);
  /** Line index, -1 for the claim. */
  line = new Int32Array(64);
  row = new Int32Array(64);
  other = new Int32Array(64);
  detail = new Float64Array(64);

  clear(): void {
    this.count = 0;
  }

  /** Adds a finding at its place: by line, then edit, then the order in which an edit found them. */
  add(edit: number, reason: number, line: number, row: number, other: number, detail: number): void {
    if (this.count === this.edit.length) this.grow();
    let at = this.count++;
    while (at > 0 && (this.line[at - 1] > line || (this.line[at - 1] === line && this.edit[at - 1] > edit))) {
      this.copy(at - 1, at);
      at--;
    }
    this.edit[at] = edit;
    this.reason[at] = reason;
    this.line[at] = line;
    this.row[at] = row;
    this.other[at] = other;
    this.detail[at] = detail;
  }

  private copy(from: number, to: number): void {
    this.edit[to] = this.edit[from];
    this.reason[to] = this.reason[from];
    this.line[to] = this.line[from];
    this.row[to] = this.row[from];
    this.other[to] = this.other[from];
    this.detail[to] = this.detail[from];
  }

  private grow(): void {
    const size = this.edit.length * 2;
    const wider = <T extends Uint8Array | Int32Array | Float64Array>(old: T): T => {
      const next = new (old.constructor as new (length: number) => T)(size);
      next.set(old as never);
      return next;
    };
    this.edit = wider(this.edit);
    this.reason = wider(this.reason);
    this.line = wider(this.line);
    this.row = wider(this.row);
    this.other = wider(this.other);
    this.detail = wider(this.detail);
  }
}

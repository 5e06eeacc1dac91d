/** Findings whose words are kept for the next time they occur; all are let go when there are more. */
const MOST_KEPT = 1 << 15;
const SLOTS = MOST_KEPT * 2;

/** What stands between the parts of a finding's words, different each time. */
export const HOLE_WITH = 0;
export const HOLE_LINE = 1;
export const HOLE_OTHER_LINE = 2;

/** A finding's line of ndjson from `,"code"` on, as bytes: `parts` with `holes` between them. */
export interface FindingWords {
  readonly parts: readonly Uint8Array[];
  readonly holes: readonly number[];
}

/**
 * The words of findings by what they depend on, five numbers: a hash table without a key object or text for a
 * look-up.
 */
export class KeptWords {
  private readonly slots = new Int32Array(SLOTS);
  private readonly kinds = new Int32Array(MOST_KEPT);
  private readonly rows = new Int32Array(MOST_KEPT);
  private readonly codes = new Int32Array(MOST_KEPT);
  private readonly days = new Int32Array(MOST_KEPT);
  private readonly details = new Float64Array(MOST_KEPT);
  private words: FindingWords[] = [];
  private slot = 0;

  /** The words kept for these facts; undefined where `keep` is to be called with the same facts next. */
  find(kind: number, row: number, code: number, day: number, detail: number): FindingWords | undefined {
    const { slots } = this;
    for (let slot = hash(kind, row, code, day, detail); ; slot = (slot + 1) & (SLOTS - 1)) {
      this.slot = slot;
      const at = slots[slot] - 1;
      if (at < 0) return undefined;
      const isSame = this.kinds[at] === kind && this.rows[at] === row && this.codes[at] === code;
      // Object.is: a detail may be NaN.
      if (isSame && this.days[at] === day && Object.is(this.details[at], detail)) return this.words[at];
    }
  }

  /** Keeps words for the facts that `find` was just asked for in vain. */
  keep(words: FindingWords, kind: number, row: number, code: number, day: number, detail: number): void {
    if (this.words.length === MOST_KEPT) {
      this.words = [];
      this.slots.fill(0);
      this.slot = hash(kind, row, code, day, detail);
    }
    const at = this.words.push(words) - 1;
    this.slots[this.slot] = at + 1;
    this.kinds[at] = kind;
    this.rows[at] = row;
    this.codes[at] = code;
    this.days[at] = day;
    this.details[at] = detail;
  }
}

function hash(kind: number, row: number, code: number, day: number, detail: number): number {
  let h = Math.imul(kind ^ 0x9e3779b9, 0x85ebca6b) ^ row;
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35) ^ code;
  h = Math.imul(h ^ (h >>> 13), 0x27d4eb2f) ^ day;
  h = Math.imul(h ^ (h >>> 16), 0x165667b1) ^ (detail * 64);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 14)) & (SLOTS - 1);
}

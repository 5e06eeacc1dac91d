import { type PackedCode, UNPACKABLE } from '../codes/packed.ts';

/** Packed codes are below 36^5. */
export const PACKED_LIMIT = 36 ** 5;
const PAGE = 36 * 36;
const PAGES = 36 ** 3;

/** A process that looks a code or two up makes no index for it: that takes longer than so many searches. */
const SEARCHES = 32;

/**
 * Dense id by packed code in three array reads: the first three characters choose a page, the last two a slot in
 * it. A page reaches from the first to the last code it has, so that what is touched stays small; what falls
 * outside lands on another code's slot and is told by comparing the codes.
 */
export class CodeIndex {
  private readonly packed: Uint32Array;
  /** By three first characters: what to add to the place in the page to come to the code's slot. */
  private readonly shifts = new Int32Array(PAGES);
  /** Ids; slots of no code are 0, whose code differs. Pages without codes all use the first slots. */
  private slots: Uint16Array | null = null;
  private searches = 0;

  /** @param packed ascending packed codes; the place in it is the id */
  constructor(packed: Uint32Array) {
    this.packed = packed;
  }

  /** Dense id of a code, -1 where it has none or is unpackable. */
  id(code: PackedCode): number {
    if (code <= UNPACKABLE || code >= PACKED_LIMIT) return -1;
    if (this.slots === null && this.searches++ < SEARCHES) return this.search(code);
    this.slots ??= this.makeSlots();
    const id = this.slots[this.slot(code)];
    return this.packed[id] === code ? id : -1;
  }

  private search(code: PackedCode): number {
    let low = 0;
    let high = this.packed.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.packed[middle] < code) low = middle + 1;
      else high = middle;
    }
    return this.packed[low] === code ? low : -1;
  }

  private makeSlots(): Uint16Array {
    const { packed, shifts } = this;
    let end = PAGE;
    for (let id = 0, page = -1; id < packed.length; id++) {
      const next = (packed[id] / PAGE) | 0;
      if (next !== page) shifts[next] = end - (packed[id] - next * PAGE);
      page = next;
      end = this.slot(packed[id]) + 1;
    }
    const slots = new Uint16Array(end + PAGE);
    for (let id = 0; id < packed.length; id++) slots[this.slot(packed[id])] = id;
    return slots;
  }

  private slot(code: PackedCode): number {
    const page = (code / PAGE) | 0;
    return this.shifts[page] + code - page * PAGE;
  }
}

import { type PackedCode, UNPACKABLE } from '../codes/packed.ts';

/** Packed codes are below 36^5. */
export const PACKED_LIMIT = 36 ** 5;
const PAGE = 36 * 36;
const PAGES = 36 ** 3;

/**
 * Dense id by packed code, in two array reads: the first three characters choose a page, the last two a slot
 * in it. Ids are kept plus one, so that fresh zeroed memory means "none".
 */
export class CodeIndex {
  /** Where the page of three first characters starts in `slots`; page 0 is the empty one. */
  private readonly pages = new Int32Array(PAGES);
  private readonly slots: Uint16Array;

  /** @param packed ascending packed codes; the place in it is the id */
  constructor(packed: Uint32Array) {
    let end = PAGE;
    for (let id = 0; id < packed.length; id++) {
      const page = (packed[id] / PAGE) | 0;
      if (this.pages[page] === 0) {
        this.pages[page] = end;
        end += PAGE;
      }
    }
    this.slots = new Uint16Array(end);
    for (let id = 0; id < packed.length; id++) {
      const page = (packed[id] / PAGE) | 0;
      this.slots[this.pages[page] + packed[id] - page * PAGE] = id + 1;
    }
  }

  /** Dense id of a code, -1 where it has none or is unpackable. */
  id(code: PackedCode): number {
    if (code <= UNPACKABLE || code >= PACKED_LIMIT) return -1;
    const page = (code / PAGE) | 0;
    return this.slots[this.pages[page] + code - page * PAGE] - 1;
  }
}

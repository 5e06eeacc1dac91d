import { hash52 } from '../hash52.ts';
import { bytesOf } from '../text.ts';

const FEWEST_SLOTS = 1 << 10;
/** With half of them filled: 64 MB for four million ids. */
const MOST_SLOTS = 1 << 23;

/**
 * Which claim ids have been met, as hashes of 52 bits: among four million ids two are mistaken for one with a
 * chance of one in five hundred. When so many are held, all are let go and it begins anew.
 */
export class IdsSeen {
  private slots = new Float64Array(FEWEST_SLOTS);
  private count = 0;

  /** Takes note of an id; whether it was met before. */
  add(id: string): boolean {
    const bytes = bytesOf(id);
    const hash = hash52(bytes, 0, bytes.length);
    const slot = this.slotOf(hash);
    if (this.slots[slot] === hash) return true;
    this.slots[slot] = hash;
    this.count++;
    if (this.count * 2 > this.slots.length) this.makeRoom();
    return false;
  }

  /** Where the hash stands or is to stand; 0 marks a free slot. */
  private slotOf(hash: number): number {
    const { slots } = this;
    let slot = hash % slots.length;
    while (slots[slot] !== 0 && slots[slot] !== hash) slot = (slot + 1) % slots.length;
    return slot;
  }

  private makeRoom(): void {
    const old = this.slots;
    if (old.length === MOST_SLOTS) {
      old.fill(0);
      this.count = 0;
      return;
    }
    this.slots = new Float64Array(old.length * 2);
    for (const hash of old) if (hash !== 0) this.slots[this.slotOf(hash)] = hash;
  }
}

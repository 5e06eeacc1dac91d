const SLOTS = 256;

/** Segment ids of a guide with the position of the element that qualifies each, found without making anything. */
export class SegmentIds {
  private readonly ids = new Int32Array(SLOTS);
  private readonly positions = new Int32Array(SLOTS);

  constructor(qualifiers: ReadonlyMap<number, number>) {
    for (const [id, position] of qualifiers) {
      const slot = this.slotOf(id);
      this.ids[slot] = id;
      this.positions[slot] = position;
    }
  }

  /** Position of the element that qualifies segments with this number of an id; 0 where none does. */
  qualifier(id: number): number {
    return this.positions[this.slotOf(id)];
  }

  has(id: number): boolean {
    // An empty slot has no id, as has what is no segment.
    return id !== 0 && this.ids[this.slotOf(id)] === id;
  }

  /** The slot of an id, or the empty one where it would stand. */
  private slotOf(id: number): number {
    const { ids } = this;
    let slot = (id ^ (id >>> 7) ^ (id >>> 13)) & (SLOTS - 1);
    while (ids[slot] !== id && ids[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    return slot;
  }
}

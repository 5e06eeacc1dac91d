import { type Guide, type LoopSpec, type Node, packText, type SegmentSpec } from './guide.ts';

/** A required segment or loop that had not come when its place was passed. */
interface Passed {
  readonly node: Node;
  readonly segmentNumber: number;
  readonly offset: number;
}

export interface PlacingEvents {
  /** IK304 of the segment at hand, in the loop named. */
  misplaced(code: string, loop: string): void;
  /** A required segment or loop that never came; where it was first missed. */
  missing(node: Node, loop: string, segmentNumber: number, offset: number): void;
}

/** Most loops within each other: transaction, 2000A, 2000B, 2000C, 2300, 2400 or 2320, 2420 or 2330. */
const DEEPEST = 12;

/** Segments that tell more of the name before them. */
const OF_A_NAME: ReadonlySet<number> = new Set(['N2', 'N3', 'N4', 'PER', 'PRV', 'REF', 'DMG'].map(packText));

/**
 * Follows the loops of one transaction set: finds where in the guide each segment belongs, counts, and sees
 * what is missing. Holds one open loop of each depth; makes nothing while all is right.
 */
export class Placing {
  /** Loop of the segment placed last. */
  loop: LoopSpec;
  private readonly guide: Guide;
  private readonly events: PlacingEvents;
  private readonly open: LoopSpec[];
  private depth = 0;
  /** By depth: the group reached, and the required nodes seen. */
  private readonly group = new Int32Array(DEEPEST);
  private readonly seen = new Int32Array(DEEPEST);
  private readonly serial = new Int32Array(DEEPEST);
  private lastSerial = 0;
  /** By node: how often within the open loop, and which opening of it that counts for. */
  private readonly counts: Int32Array;
  private readonly countedFor: Int32Array;
  private readonly passed: Passed[][];
  /** Set after a name that has no place: what tells more of it is passed over too. */
  private skipping = false;

  constructor(guide: Guide, events: PlacingEvents) {
    this.guide = guide;
    this.events = events;
    this.loop = guide.loop;
    this.open = Array.from({ length: DEEPEST }, () => guide.loop);
    this.counts = new Int32Array(guide.nodes);
    this.countedFor = new Int32Array(guide.nodes);
    this.passed = Array.from({ length: DEEPEST }, () => []);
  }

  begin(): void {
    this.depth = 0;
    this.enter(this.guide.loop);
    this.group[0] = 0;
    this.seen[0] = 0;
    this.skipping = false;
  }

  /** All open loops end before the segment at hand. */
  end(segmentNumber: number, offset: number): void {
    this.closeTo(-1, segmentNumber, offset);
  }

  /**
   * The spec of the segment with this id and qualifier (see `SegmentIds`); null where it has no place
   * and its elements are not checked.
   */
  place(id: number, qualifier: number, segmentNumber: number, offset: number): SegmentSpec | null {
    if (this.skipping) {
      if (OF_A_NAME.has(id)) return null;
      this.skipping = false;
    }
    for (let depth = this.depth; depth >= 0; depth--) {
      const node = this.open[depth].table.find(id, qualifier);
      if (node !== null && node.group >= this.group[depth]) return this.take(node, depth, segmentNumber, offset);
    }
    return this.unplaced(id, qualifier, segmentNumber, offset);
  }

  private take(node: Node, depth: number, segmentNumber: number, offset: number): SegmentSpec {
    const { index, group, bit, most, loop } = node;
    if (depth < this.depth) this.closeTo(depth, segmentNumber, offset);
    if (group > this.group[depth]) this.advance(group, depth, segmentNumber, offset);
    if (bit !== 0) this.seen[depth] |= bit;
    if (most > 0 && this.countOf(index, depth) > most) {
      this.events.misplaced(loop === null ? '5' : '4', loop === null ? this.open[depth].id : loop.id);
    }
    if (loop === null) this.loop = this.open[depth];
    else {
      this.depth = depth + 1;
      this.enter(loop);
      this.loop = loop;
    }
    return node.segment;
  }

  /** How often a node has come in the open loop, this time included. */
  private countOf(index: number, depth: number): number {
    const serial = this.serial[depth];
    if (this.countedFor[index] !== serial) {
      this.countedFor[index] = serial;
      this.counts[index] = 0;
    }
    return ++this.counts[index];
  }

  /** A loop begins with the segment at hand, its first node. */
  private enter(loop: LoopSpec): void {
    const { depth } = this;
    this.open[depth] = loop;
    this.group[depth] = 0;
    this.seen[depth] = loop.nodes[0].bit;
    this.serial[depth] = ++this.lastSerial;
  }

  /** On to a later group; what should have come before is remembered with where it was missed. */
  private advance(group: number, depth: number, segmentNumber: number, offset: number): void {
    const due = this.open[depth].due[group] & ~this.seen[depth];
    this.group[depth] = group;
    if (due !== 0) this.remember(due, depth, segmentNumber, offset);
  }

  private remember(due: number, depth: number, segmentNumber: number, offset: number): void {
    const passed = this.passed[depth];
    for (const node of this.open[depth].nodes) {
      if ((node.bit & due) !== 0 && !passed.some((earlier) => earlier.node === node)) {
        passed.push({ node, segmentNumber, offset });
      }
    }
  }

  /** Closes the loops below `depth`. */
  private closeTo(depth: number, segmentNumber: number, offset: number): void {
    for (; this.depth > depth; this.depth--) this.close(this.depth, segmentNumber, offset);
  }

  private close(depth: number, segmentNumber: number, offset: number): void {
    const loop = this.open[depth];
    const due = loop.dueAtEnd & ~this.seen[depth];
    if (due !== 0) this.remember(due, depth, segmentNumber, offset);
    const passed = this.passed[depth];
    if (passed.length === 0) return;
    for (const { node, ...at } of passed) {
      if ((node.bit & this.seen[depth]) !== 0) continue;
      this.events.missing(node, node.loop?.id ?? loop.id, at.segmentNumber, at.offset);
    }
    passed.length = 0;
  }

  /** A segment that no open loop waits for. */
  private unplaced(id: number, qualifier: number, segmentNumber: number, offset: number): SegmentSpec | null {
    for (let depth = this.depth; depth >= 0; depth--) {
      const late = this.open[depth].table.find(id, qualifier);
      if (late !== null) return this.again(late, depth, segmentNumber, offset) ?? this.late(late, depth);
      const other = this.otherQualifier(id, depth, segmentNumber, offset);
      if (other !== null) return other;
    }
    return this.withoutStart(id, qualifier, segmentNumber, offset) ?? this.nowhere(id);
  }

  /** Its place was before this one. It counts as seen; what tells more of a name is passed over with it. */
  private late(node: Node, depth: number): SegmentSpec {
    this.seen[depth] |= node.bit;
    this.loop = node.loop ?? this.open[depth];
    this.events.misplaced('7', this.loop.id);
    this.skipping = node.loop !== null;
    return node.segment;
  }

  /** A loop begins again without its first segment: the second comes a second time, as SV1 where LX is lost. */
  private again(node: Node, depth: number, segmentNumber: number, offset: number): SegmentSpec | null {
    const loop = this.open[depth];
    const isSecond = node === loop.nodes[1] && node.bit !== 0 && (this.seen[depth] & node.bit) !== 0;
    const begun = isSecond ? this.open[depth - 1]?.nodes.find((above) => above.loop === loop) : undefined;
    if (begun === undefined || begun.most === 1) return null;
    return this.beginWith(begun, depth - 1, node, segmentNumber, offset);
  }

  /** A segment of a loop that has not begun: the one that begins it is lost. */
  private withoutStart(id: number, qualifier: number, segmentNumber: number, offset: number): SegmentSpec | null {
    for (let depth = this.depth; depth >= 0; depth--) {
      for (const node of this.open[depth].nodes) {
        const inner = node.group < this.group[depth] ? null : (node.loop?.table.find(id, qualifier) ?? null);
        // What neither must be there nor belongs to what must be is rather a stray.
        if (inner === null || (inner.bit === 0 && node.bit === 0) || this.isFull(node, depth)) continue;
        return this.beginWith(node, depth, inner, segmentNumber, offset);
      }
    }
    return null;
  }

  /** Whether the open loop at a depth has the node as often as it may. */
  private isFull({ index, most }: Node, depth: number): boolean {
    return most > 0 && this.countedFor[index] === this.serial[depth] && this.counts[index] >= most;
  }

  /** Begins a loop with a segment that is not its first, which is told to be missing. */
  private beginWith(node: Node, depth: number, inner: Node, segmentNumber: number, offset: number): SegmentSpec {
    this.take(node, depth, segmentNumber, offset);
    this.events.missing(node, this.loop.id, segmentNumber, offset);
    return this.take(inner, this.depth, segmentNumber, offset);
  }

  /**
   * The segment has its place here, with another qualifier: it is taken for the required one that has not
   * come, else for any; its qualifier is then found wrong.
   */
  private otherQualifier(id: number, depth: number, segmentNumber: number, offset: number): SegmentSpec | null {
    const nodes = this.open[depth].table.withId(id).filter(({ group }) => group >= this.group[depth]);
    const due = nodes.find(({ bit }) => bit !== 0 && (this.seen[depth] & bit) === 0);
    if (due !== undefined) return this.standIn(due, depth, segmentNumber, offset);
    if (nodes.length === 0) return null;
    this.loop = nodes[0].loop ?? this.open[depth];
    this.skipping = nodes[0].loop !== null;
    return nodes[0].segment;
  }

  /** Taken for a required segment; should that come after all, it is not one too many. */
  private standIn(node: Node, depth: number, segmentNumber: number, offset: number): SegmentSpec {
    const segment = this.take(node, depth, segmentNumber, offset);
    this.counts[node.index] = 0;
    return segment;
  }

  private nowhere(id: number): null {
    this.loop = this.open[this.depth];
    this.events.misplaced(this.guide.segmentIds.has(id) ? '2' : '', this.loop.id);
    return null;
  }
}

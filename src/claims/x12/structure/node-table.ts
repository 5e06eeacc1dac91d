import { type Node, packText } from './guide.ts';

/** Nodes of a loop, found by the number of a segment id and its packed qualifier without making anything. */
export class NodeTable {
  private readonly mask: number;
  private readonly ids: Int32Array;
  private readonly qualifiers: Int32Array;
  private readonly found: (Node | null)[];
  private readonly nodes: readonly Node[];

  constructor(nodes: readonly Node[]) {
    this.nodes = nodes;
    const keys = nodes.reduce((sum, { segment }) => sum + Math.max(1, segment.qualifiers.length), 0);
    const size = 1 << (34 - Math.clz32(keys));
    this.mask = size - 1;
    this.ids = new Int32Array(size);
    this.qualifiers = new Int32Array(size);
    this.found = Array.from({ length: size }, () => null);
    for (const node of nodes) {
      const { id, qualifiers } = node.segment;
      for (const qualifier of qualifiers.length === 0 ? [ANY] : qualifiers) this.add(packText(id), qualifier, node);
    }
  }

  /** `ANY` for a segment that nothing qualifies. */
  find(id: number, qualifier: number): Node | null {
    const { ids, qualifiers, mask } = this;
    for (let slot = slotOf(id, qualifier) & mask; ids[slot] !== 0; slot = (slot + 1) & mask) {
      if (ids[slot] === id && qualifiers[slot] === qualifier) return this.found[slot];
    }
    return null;
  }

  /** All nodes whose segments have this id, whatever their qualifiers. */
  withId(id: number): Node[] {
    return this.nodes.filter(({ segment }) => packText(segment.id) === id);
  }

  private add(id: number, qualifier: number, node: Node): void {
    if (this.find(id, qualifier) !== null) throw new Error(`A loop has ${node.segment.id} twice with one qualifier`);
    let slot = slotOf(id, qualifier) & this.mask;
    while (this.ids[slot] !== 0) slot = (slot + 1) & this.mask;
    this.ids[slot] = id;
    this.qualifiers[slot] = qualifier;
    this.found[slot] = node;
  }
}

/** Stands for the qualifier of segments that have none. */
export const ANY = 0;

function slotOf(id: number, qualifier: number): number {
  const mixed = Math.imul(id ^ Math.imul(qualifier, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

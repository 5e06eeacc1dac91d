/**
 * Sets of releases, numbered as they come up: a row that several releases print alike carries one number. Sets
 * grow by releases in ascending order, so each is made from a smaller one by one step, which is remembered.
 */
export class ReleaseSets {
  /** The set of no release. */
  static readonly EMPTY = 0;
  private readonly members: (readonly number[])[] = [[]];
  private readonly steps = new Map<number, number>();

  /** The set with `release`, a greater number than any in it, added; adding its last member again changes nothing. */
  with(set: number, release: number): number {
    const step = set * 0x10000 + release;
    const known = this.steps.get(step);
    if (known !== undefined) return known;
    const members = this.members[set];
    if (members.at(-1) === release) return set;
    const grown = this.members.push([...members, release]) - 1;
    this.steps.set(step, grown);
    return grown;
  }

  get count(): number {
    return this.members.length;
  }

  columns(): { offsets: Int32Array; members: Uint16Array } {
    const offsets = new Int32Array(this.members.length + 1);
    for (let set = 0; set < this.members.length; set++) offsets[set + 1] = offsets[set] + this.members[set].length;
    return { offsets, members: Uint16Array.from(this.members.flat()) };
  }
}

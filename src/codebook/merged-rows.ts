import { ReleaseSets } from './release-sets.ts';

/** A row with the group it belongs to and the releases that print it. */
export interface Merged<Row> {
  readonly group: number;
  readonly row: Row;
  set: number;
}

/**
 * Rows of several releases, equal ones stored once with the set of their releases. For the small tables; PTP
 * rows are merged as numbers in compile-ptp.ts. Releases must be added in ascending order.
 */
export class MergedRows<Row> {
  private readonly byKey = new Map<string, Merged<Row>>();
  private readonly sets: ReleaseSets;

  constructor(sets: ReleaseSets) {
    this.sets = sets;
  }

  /** @param key equal exactly where the rows are equal */
  add(release: number, group: number, key: string, row: Row): void {
    const known = this.byKey.get(key);
    if (known) known.set = this.sets.with(known.set, release);
    else this.byKey.set(key, { group, row, set: this.sets.with(ReleaseSets.EMPTY, release) });
  }

  /** The rows by group, in a group in the order of their coming, and where each of the groups starts. */
  grouped(groups: number): { rows: readonly Merged<Row>[]; offsets: Int32Array } {
    const rows = [...this.byKey.values()].sort((a, b) => a.group - b.group);
    const offsets = new Int32Array(groups + 1);
    for (const { group } of rows) offsets[group + 1]++;
    for (let group = 0; group < groups; group++) offsets[group + 1] += offsets[group];
    return { rows, offsets };
  }
}

import { ProblemError } from '../problems.ts';
import type { AsOf } from './as-of.ts';
import type { MueColumns } from './format.ts';
import { groupOfRow } from './groups.ts';

/** Far more than all quarters since 2007 come to; a file made to harm could ask for billions. */
const MOST_RUNS = 1 << 22;

/**
 * Over which quarters each code's values hold, worked out when a code is first asked for. Rows that differ in their
 * rationale alone show the same value, so they make one run.
 */
export class MueRuns {
  /** Of a run its first and last quarter, by their places from 0, and the row of the last one. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly rows: Int32Array;
  private readonly columns: MueColumns;
  private readonly stretches: readonly (readonly Stretch[])[];
  /** By code id, room for as many runs as its rows have stretches; it may need fewer. */
  private readonly offsets: Int32Array;
  private readonly ends: Int32Array;
  private readonly known: Uint8Array;

  /** @throws ProblemError `codebook-content` for more runs than there can be */
  constructor(columns: MueColumns, asOf: AsOf, quarters: readonly number[]) {
    const places = asOf.places(quarters);
    const codes = columns.offsets.length - 1;
    this.columns = columns;
    this.stretches = Array.from({ length: asOf.setCount }, (_, set) => stretchesOf(asOf.members(set), places));
    this.offsets = roomOf(columns, this.stretches);
    this.ends = new Int32Array(codes);
    this.known = new Uint8Array(codes);
    this.first = new Int32Array(this.offsets[codes]);
    this.last = new Int32Array(this.offsets[codes]);
    this.rows = new Int32Array(this.offsets[codes]);
  }

  /** A code's runs by time: `[start, end)`. */
  start(code: number): number {
    return this.offsets[code];
  }

  end(code: number): number {
    if (this.known[code] === 0) this.workOut(code);
    return this.ends[code];
  }

  /** Whether a number is that of a run. */
  has(run: number): boolean {
    return run in this.rows && run < this.end(groupOfRow(this.offsets, run));
  }

  private workOut(code: number): void {
    const runs: Run[] = [];
    for (let row = this.columns.offsets[code]; row < this.columns.offsets[code + 1]; row++) {
      for (const { first, last } of this.stretches[this.columns.set[row]]) runs.push({ row, first, last });
    }
    const joined = this.joined(runs.sort((a, b) => a.first - b.first));
    for (const [i, { row, first, last }] of joined.entries()) {
      const run = this.offsets[code] + i;
      this.rows[run] = row;
      this.first[run] = first;
      this.last[run] = last;
    }
    this.ends[code] = this.offsets[code] + joined.length;
    this.known[code] = 1;
  }

  /** Adjacent runs of one value made one, with the row of the last. */
  private joined(runs: readonly Run[]): readonly Run[] {
    const { value, mai } = this.columns;
    const joined: Run[] = [];
    for (const run of runs) {
      const before = joined.at(-1);
      const isSame = before !== undefined && value[before.row] === value[run.row] && mai[before.row] === mai[run.row];
      if (isSame && before.last === run.first - 1) joined[joined.length - 1] = { ...run, first: before.first };
      else joined.push(run);
    }
    return joined;
  }
}

/** By code id, one more than there are codes. */
function roomOf(columns: MueColumns, stretches: readonly (readonly Stretch[])[]): Int32Array {
  const counts = Int32Array.from(stretches, ({ length }) => length);
  const offsets = new Int32Array(columns.offsets.length);
  let runs = 0;
  for (let code = 0; code + 1 < offsets.length; code++) {
    for (let row = columns.offsets[code]; row < columns.offsets[code + 1]; row++) runs += counts[columns.set[row]];
    if (runs > MOST_RUNS)
      throw new ProblemError('codebook-content', `The MUE tables have more than ${MOST_RUNS} changes of value.`);
    offsets[code + 1] = runs;
  }
  return offsets;
}

/** Adjacent quarters, by their places from 0, both inclusive. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** A stretch with one value: the row that shows it. */
interface Run extends Stretch {
  readonly row: number;
}

/** The stretches of adjacent quarters in a set of releases; `places` counts from 1. */
function stretchesOf(members: Uint16Array, places: Int32Array): readonly Stretch[] {
  const stretches: { first: number; last: number }[] = [];
  for (const member of members) {
    const place = places[member] - 1;
    if (place < 0) continue;
    const current = stretches.at(-1);
    if (current?.last === place - 1) current.last = place;
    else stretches.push({ first: place, last: place });
  }
  return stretches;
}

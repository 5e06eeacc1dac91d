import { ProblemError } from '../problems.ts';
import type { AsOf } from './as-of.ts';
import type { MueColumns } from './format.ts';

/** Far more than all quarters since 2007 come to; a file made to harm could ask for billions. */
const MOST_RUNS = 1 << 22;

/**
 * Over which quarters each code's values hold, by code, in each code by time. A run names its first and last
 * quarter by their places and the row of its last quarter. Rows that differ in their rationale alone show the same
 * value, so they make one run.
 */
export class MueRuns {
  readonly offsets: Int32Array;
  first: Int32Array;
  last: Int32Array;
  rows: Int32Array;
  private readonly columns: MueColumns;
  private count = 0;

  constructor(columns: MueColumns, asOf: AsOf, quarters: readonly number[]) {
    this.columns = columns;
    this.offsets = new Int32Array(columns.offsets.length);
    const places = asOf.places(quarters);
    const stretches = Array.from({ length: asOf.setCount }, (_, set) => stretchesOf(asOf.members(set), places));
    const most = this.mostRuns(stretches);
    this.first = new Int32Array(most);
    this.last = new Int32Array(most);
    this.rows = new Int32Array(most);
    for (let code = 0; code + 1 < columns.offsets.length; code++) {
      const start = this.count;
      for (let row = columns.offsets[code]; row < columns.offsets[code + 1]; row++) {
        for (const { first, last } of stretches[columns.set[row]]) this.push(row, first, last);
      }
      if (this.count - start > 1) this.join(start);
      this.offsets[code + 1] = this.count;
    }
    this.first = this.first.subarray(0, this.count);
    this.last = this.last.subarray(0, this.count);
    this.rows = this.rows.subarray(0, this.count);
  }

  private mostRuns(stretches: readonly (readonly Stretch[])[]): number {
    let runs = 0;
    for (let row = 0; row < this.columns.set.length; row++) runs += stretches[this.columns.set[row]].length;
    if (runs <= MOST_RUNS) return runs;
    throw new ProblemError('codebook-content', `The MUE tables have more than ${MOST_RUNS} changes of value.`);
  }

  private push(row: number, first: number, last: number): void {
    this.rows[this.count] = row;
    this.first[this.count] = first;
    this.last[this.count++] = last;
  }

  /** Puts the runs from `start` on in order of time and makes one of adjacent ones with the same value. */
  private join(start: number): void {
    const { value, mai } = this.columns;
    const runs = Array.from({ length: this.count - start }, (_, i) => ({
      row: this.rows[start + i],
      first: this.first[start + i],
      last: this.last[start + i],
    })).sort((a, b) => a.first - b.first);
    this.count = start;
    for (const { row, first, last } of runs) {
      const before = this.count - 1;
      const beforeRow = this.rows[before];
      const adjacent = before >= start && this.last[before] === first - 1;
      if (adjacent && value[beforeRow] === value[row] && mai[beforeRow] === mai[row]) {
        this.count--;
        this.push(row, this.first[before], last);
      } else this.push(row, first, last);
    }
  }
}

/** Adjacent quarters, by their places from 0, both inclusive. */
interface Stretch {
  readonly first: number;
  readonly last: number;
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

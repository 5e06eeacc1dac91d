import { ProblemError } from '../problems.ts';
import type { AsOf } from './as-of.ts';
import type { MueColumns } from './format.ts';

/** Far more than all quarters since 2007 come to; a file made to harm could ask for billions. */
const MOST_RUNS = 1 << 22;

/** Runs of one value: first and last quarter by their places, and the row of the last quarter. */
export interface MueRuns {
  /** By code id, in each code by time. */
  readonly offsets: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly rows: Int32Array;
}

/**
 * Over which quarters each code's values hold. Rows that differ in their rationale alone show the same value, so
 * they make one run.
 */
export function mueRuns(columns: MueColumns, asOf: AsOf, quarters: readonly number[]): MueRuns {
  const places = asOf.places(quarters);
  const stretches = Array.from({ length: asOf.setCount }, (_, set) => stretchesOf(asOf.members(set), places));
  const runs = new GrowingRuns(columns, mostRuns(columns, stretches));
  const offsets = new Int32Array(columns.offsets.length);
  for (let code = 0; code + 1 < offsets.length; code++) {
    for (let row = columns.offsets[code]; row < columns.offsets[code + 1]; row++) {
      for (const { first, last } of stretches[columns.set[row]]) runs.push(row, first, last);
    }
    runs.joinFrom(offsets[code]);
    offsets[code + 1] = runs.count;
  }
  return { offsets, ...runs.columns() };
}

function mostRuns({ set }: MueColumns, stretches: readonly (readonly Stretch[])[]): number {
  let runs = 0;
  for (let row = 0; row < set.length; row++) runs += stretches[set[row]].length;
  if (runs <= MOST_RUNS) return runs;
  throw new ProblemError('codebook-content', `The MUE tables have more than ${MOST_RUNS} changes of value.`);
}

class GrowingRuns {
  count = 0;
  private readonly values: MueColumns;
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private readonly rows: Int32Array;

  constructor(values: MueColumns, most: number) {
    this.values = values;
    this.first = new Int32Array(most);
    this.last = new Int32Array(most);
    this.rows = new Int32Array(most);
  }

  push(row: number, first: number, last: number): void {
    this.rows[this.count] = row;
    this.first[this.count] = first;
    this.last[this.count++] = last;
  }

  /** Puts the runs from `start` on in order of time and makes one of adjacent ones with the same value. */
  joinFrom(start: number): void {
    if (this.count - start < 2) return;
    const { value, mai } = this.values;
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

  columns(): Omit<MueRuns, 'offsets'> {
    const { count } = this;
    return {
      first: this.first.subarray(0, count),
      last: this.last.subarray(0, count),
      rows: this.rows.subarray(0, count),
    };
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

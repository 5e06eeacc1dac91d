import type { Day } from '../codes/day.ts';
import { ProblemError } from '../problems.ts';
import type { Setting } from '../releases/release.ts';
import type { AsOf } from './as-of.ts';
import type { MueTable } from './codebook.ts';
import type { MueColumns } from './format.ts';

/** Where a run of one value comes from: the newest quarter that shows it, and that quarter's row. */
export interface MueRun {
  readonly from: Day;
  readonly to: Day;
  readonly value: number;
  readonly mai: number;
  readonly row: number;
  readonly release: number;
}

/** Far more than all quarters since 2007 come to; a file made to harm could ask for billions. */
const MOST_RUNS = 1 << 22;

/**
 * One setting's MUE values as of a day. MUE files carry no dates: a value runs from the first day of the first
 * quarter that shows it to the day before the quarter that changes or drops it; across quarters that are not
 * loaded the earlier value holds. Of two prints for one quarter the newer counts.
 */
export class MueRunTable implements MueTable {
  readonly knownFrom: Day;
  readonly knownTo: Day;
  /** The quarters' releases, oldest first. */
  private readonly quarters: readonly number[];
  private readonly asOf: AsOf;
  private readonly offsets: Int32Array;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly values: Uint32Array;
  private readonly mais: Uint8Array;
  private readonly runRows: Int32Array;
  private readonly runReleases: Uint16Array;

  constructor(columns: MueColumns, asOf: AsOf, quarters: readonly number[]) {
    this.asOf = asOf;
    this.quarters = quarters;
    this.knownFrom = asOf.releases[quarters[0]].period.from;
    this.knownTo = asOf.releases[quarters[quarters.length - 1]].period.to;
    const { runs, offsets } = this.collect(columns);
    this.offsets = offsets;
    this.starts = Int32Array.from(runs, ({ first }) => asOf.releases[quarters[first]].period.from);
    this.ends = Int32Array.from(runs, ({ last }) => this.lastDay(last));
    this.values = Uint32Array.from(runs, ({ row }) => columns.value[row]);
    this.mais = Uint8Array.from(runs, ({ row }) => columns.mai[row]);
    this.runRows = Int32Array.from(runs, ({ row }) => row);
    this.runReleases = Uint16Array.from(runs, ({ last }) => quarters[last]);
  }

  find(codeId: number, day: Day): number {
    if (codeId < 0) return -1;
    const end = this.offsets[codeId + 1];
    for (let run = this.offsets[codeId]; run < end; run++) {
      if (this.starts[run] <= day && day <= this.ends[run]) return run;
    }
    return -1;
  }

  value(row: number): number {
    return this.values[row];
  }

  mai(row: number): number {
    return this.mais[row];
  }

  /** What a row reference of `find` stands for; null where it is none. */
  run(row: number): MueRun | null {
    if (!(row in this.starts)) return null;
    return {
      from: this.starts[row],
      to: this.ends[row],
      value: this.values[row],
      mai: this.mais[row],
      row: this.runRows[row],
      release: this.runReleases[row],
    };
  }

  /** The release that speaks for a day within those known. */
  releaseOn(day: Day): number {
    return this.quarters.findLast((index) => this.asOf.releases[index].period.from <= day) ?? this.quarters[0];
  }

  /** The last day for which the quarter in this place speaks. */
  private lastDay(place: number): Day {
    return place === this.quarters.length - 1 ? this.knownTo : this.asOf.dayBefore(this.quarters[place + 1]);
  }

  private collect(columns: MueColumns): { runs: readonly Quarters[]; offsets: Int32Array } {
    const places = this.asOf.places(this.quarters);
    const runsOfSet = new Map<number, readonly Stretch[]>();
    const offsets = new Int32Array(columns.offsets.length);
    const runs: Quarters[] = [];
    for (let code = 0; code + 1 < offsets.length; code++) {
      const ofCode: Quarters[] = [];
      for (let row = columns.offsets[code]; row < columns.offsets[code + 1]; row++) {
        const set = columns.set[row];
        const stretches = runsOfSet.get(set) ?? stretchesOf(this.asOf.members(set), places);
        runsOfSet.set(set, stretches);
        for (const { first, last } of stretches) ofCode.push({ row, first, last });
        if (runs.length + ofCode.length > MOST_RUNS) throw tooMany();
      }
      for (const run of joined(ofCode, columns)) runs.push(run);
      offsets[code + 1] = runs.length;
    }
    return { runs, offsets };
  }
}

const tooMany = (): ProblemError =>
  new ProblemError('codebook-content', `The MUE tables have more than ${MOST_RUNS} changes of value.`);

/** Adjacent quarters, by their places from 0, both inclusive. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** A row (the newest that shows the value) and the quarters over which its value holds. */
interface Quarters extends Stretch {
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

/** Rows that differ in their rationale alone show the same value: their stretches are one run. */
function joined(runs: Quarters[], { value, mai }: MueColumns): readonly Quarters[] {
  if (runs.length < 2) return runs;
  runs.sort((a, b) => a.first - b.first);
  const result: Quarters[] = [];
  for (const run of runs) {
    const before = result.at(-1);
    const same = before && value[before.row] === value[run.row] && mai[before.row] === mai[run.row];
    if (same && before.last === run.first - 1) result[result.length - 1] = { ...run, first: before.first };
    else result.push(run);
  }
  return result;
}

/** The table as of a day, null where no release speaks. */
export function mueTable(columns: MueColumns, asOf: AsOf, setting: Setting): MueRunTable | null {
  const quarters = asOf.quarters('ncci-mue', setting);
  return quarters.length === 0 ? null : new MueRunTable(columns, asOf, quarters);
}

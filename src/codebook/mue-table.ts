import type { Day } from '../codes/day.ts';
import type { Setting } from '../releases/release.ts';
import type { AsOf } from './as-of.ts';
import type { MueTable } from './codebook.ts';
import type { MueColumns } from './format.ts';
import { MueRuns } from './mue-runs.ts';

/** Where a run of one value comes from: the newest quarter that shows it, and that quarter's row. */
export interface MueRun {
  readonly from: Day;
  readonly to: Day;
  readonly value: number;
  readonly mai: number;
  readonly row: number;
  readonly release: number;
}

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
  private readonly columns: MueColumns;
  /** Runs by code id, in each code by time. */
  private readonly offsets: Int32Array;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly rows: Int32Array;

  constructor(columns: MueColumns, asOf: AsOf, quarters: readonly number[]) {
    this.columns = columns;
    this.asOf = asOf;
    this.quarters = quarters;
    this.knownFrom = asOf.releases[quarters[0]].period.from;
    this.knownTo = asOf.releases[quarters[quarters.length - 1]].period.to;
    const runs = new MueRuns(columns, asOf, quarters);
    this.offsets = runs.offsets;
    this.rows = runs.rows;
    this.starts = runs.first.map((place) => asOf.releases[quarters[place]].period.from);
    this.ends = runs.last.map((place) => this.lastDay(place));
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
    return this.columns.value[this.rows[row]];
  }

  mai(row: number): number {
    return this.columns.mai[this.rows[row]];
  }

  /** What a row reference of `find` stands for; null where it is none. */
  run(row: number): MueRun | null {
    if (!(row in this.starts)) return null;
    return {
      from: this.starts[row],
      to: this.ends[row],
      value: this.value(row),
      mai: this.mai(row),
      row: this.rows[row],
      release: this.releaseOn(this.ends[row]),
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
}

/** The table as of a day, null where no release speaks. */
export function mueTable(columns: MueColumns, asOf: AsOf, setting: Setting): MueRunTable | null {
  const quarters = asOf.quarters('ncci-mue', setting);
  return quarters.length === 0 ? null : new MueRunTable(columns, asOf, quarters);
}

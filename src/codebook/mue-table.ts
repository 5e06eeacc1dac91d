import type { Day } from '../codes/day.ts';
import type { Setting } from '../codes/setting.ts';
import type { AsOf } from './as-of.ts';
import type { MueTable } from './codebook.ts';
import type { MueColumns } from './format.ts';
import { mueRuns } from './mue-runs.ts';

/** Where a run of one value comes from: the newest quarter that shows it, and that quarter's row. */
export interface MueRun {
  readonly from: Day;
  readonly to: Day;
  readonly value: number;
  readonly mai: number;
  readonly row: number;
  readonly release: number;
}

/** Runs by code id, in each code by time. */
interface DatedRuns {
  readonly offsets: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The row in the file of the last quarter's. */
  readonly rows: Int32Array;
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
  private built: DatedRuns | null = null;

  constructor(columns: MueColumns, asOf: AsOf, quarters: readonly number[]) {
    this.columns = columns;
    this.asOf = asOf;
    this.quarters = quarters;
    this.knownFrom = asOf.releases[quarters[0]].period.from;
    this.knownTo = asOf.releases[quarters[quarters.length - 1]].period.to;
  }

  find(codeId: number, day: Day): number {
    if (codeId < 0) return -1;
    const { offsets, starts, ends } = this.runs();
    const end = offsets[codeId + 1];
    for (let run = offsets[codeId]; run < end; run++) {
      if (starts[run] <= day && day <= ends[run]) return run;
    }
    return -1;
  }

  value(row: number): number {
    return this.columns.value[this.runs().rows[row]];
  }

  mai(row: number): number {
    return this.columns.mai[this.runs().rows[row]];
  }

  /** What a row reference of `find` stands for; null where it is none. */
  run(row: number): MueRun | null {
    const { starts, ends, rows } = this.runs();
    if (!(row in starts)) return null;
    return {
      from: starts[row],
      to: ends[row],
      value: this.value(row),
      mai: this.mai(row),
      row: rows[row],
      release: this.releaseOn(ends[row]),
    };
  }

  /** The release that speaks for a day within those known. */
  releaseOn(day: Day): number {
    return this.quarters.findLast((index) => this.asOf.releases[index].period.from <= day) ?? this.quarters[0];
  }

  /** Made when first asked for: most runs of the program look at one setting. */
  private runs(): DatedRuns {
    if (this.built !== null) return this.built;
    const { offsets, first, last, rows } = mueRuns(this.columns, this.asOf, this.quarters);
    this.built = {
      offsets,
      starts: first.map((place) => this.asOf.releases[this.quarters[place]].period.from),
      ends: last.map((place) => this.lastDay(place)),
      rows,
    };
    return this.built;
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

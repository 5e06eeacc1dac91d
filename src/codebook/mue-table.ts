import type { Day } from '../codes/day.ts';
import type { Setting } from '../codes/setting.ts';
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
  /** By the quarters' places: the first and last day for which a quarter speaks. */
  private readonly firstDays: Int32Array;
  private readonly lastDays: Int32Array;
  private built: MueRuns | null = null;

  constructor(columns: MueColumns, asOf: AsOf, quarters: readonly number[]) {
    this.columns = columns;
    this.asOf = asOf;
    this.quarters = quarters;
    this.knownFrom = asOf.releases[quarters[0]].period.from;
    this.knownTo = asOf.releases[quarters[quarters.length - 1]].period.to;
    this.firstDays = Int32Array.from(quarters, (index) => asOf.releases[index].period.from);
    this.lastDays = Int32Array.from(quarters, (_, place) => this.lastDay(place));
  }

  find(codeId: number, day: Day): number {
    if (codeId < 0) return -1;
    const runs = this.runs();
    const end = runs.end(codeId);
    for (let run = runs.start(codeId); run < end; run++) {
      if (this.firstDays[runs.first[run]] <= day && day <= this.lastDays[runs.last[run]]) return run;
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
    const runs = this.runs();
    if (!runs.has(row)) return null;
    const to = this.lastDays[runs.last[row]];
    return {
      from: this.firstDays[runs.first[row]],
      to,
      value: this.value(row),
      mai: this.mai(row),
      row: runs.rows[row],
      release: this.releaseOn(to),
    };
  }

  /** The release that speaks for a day within those known. */
  releaseOn(day: Day): number {
    return this.quarters.findLast((index) => this.asOf.releases[index].period.from <= day) ?? this.quarters[0];
  }

  /** Made when first asked for: most runs of the program look at one setting. */
  private runs(): MueRuns {
    this.built ??= new MueRuns(this.columns, this.asOf, this.quarters);
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

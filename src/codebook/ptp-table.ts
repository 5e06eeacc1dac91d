import { type Day, OPEN_DAY } from '../codes/day.ts';
import type { AsOf } from './as-of.ts';
import type { PtpTable } from './codebook.ts';
import type { IdArray, PtpColumns } from './format.ts';
import { groupOfRow } from './groups.ts';

/** Fields of a window as `find` reads them, side by side so that one cache line serves a row. */
const FIELDS = 4;
const FROM = 0;
const TO = 1;
const INDICATOR = 2;
const RANK = 3;

/** Stricter than no row: any indicator is smaller. */
const NO_ROW = 9;

/**
 * One setting's PTP edits as of a day. The newest whole release governs; a pair that a newer partial release
 * lists is answered by the newest such release alone. So each release has a rank (whole 1, then the partial
 * ones from old to new, 0 for those that do not speak), a row has the highest rank of its releases, and of a
 * pair's rows only those of the highest rank count.
 */
export class RankedPtpTable implements PtpTable {
  private readonly offsets: Int32Array;
  private readonly columnTwo: Uint16Array;
  private readonly window: IdArray;
  private readonly windows: Uint16Array;

  constructor(columns: PtpColumns, ranks: Int32Array) {
    this.offsets = columns.offsets;
    this.columnTwo = columns.columnTwo;
    this.window = columns.window;
    this.windows = rankedWindows(columns, ranks);
  }

  find(columnOne: number, columnTwo: number, day: Day): number {
    if (columnOne < 0 || columnTwo < 0) return -1;
    const end = this.offsets[columnOne + 1];
    let row = this.firstRow(columnOne, columnTwo);
    let found = -1;
    let strictest = NO_ROW;
    let rank = 1;
    for (; row < end && this.columnTwo[row] === columnTwo; row++) {
      const at = this.window[row] * FIELDS;
      const rowRank = this.windows[at + RANK];
      if (rowRank < rank) continue;
      if (rowRank > rank) {
        rank = rowRank;
        strictest = NO_ROW;
        found = -1;
      }
      if (day < this.windows[at + FROM] || day > this.windows[at + TO]) continue;
      if (this.windows[at + INDICATOR] < strictest) {
        strictest = this.windows[at + INDICATOR];
        found = row;
      }
    }
    return found;
  }

  indicator(row: number): number {
    return this.windows[this.window[row] * FIELDS + INDICATOR];
  }

  from(row: number): Day {
    return this.windows[this.window[row] * FIELDS + FROM];
  }

  to(row: number): Day {
    return this.windows[this.window[row] * FIELDS + TO];
  }

  /** The pair's rows that count, whenever in force, oldest first. */
  rows(columnOne: number, columnTwo: number): number[] {
    if (columnOne < 0 || columnTwo < 0) return [];
    const rows: number[] = [];
    const end = this.offsets[columnOne + 1];
    for (let row = this.firstRow(columnOne, columnTwo); row < end && this.columnTwo[row] === columnTwo; row++) {
      rows.push(row);
    }
    const highest = rows.reduce((rank, row) => Math.max(rank, this.rank(row)), 1);
    return rows.filter((row) => this.rank(row) === highest);
  }

  /** 0 where no release that speaks has the row. */
  rank(row: number): number {
    return this.windows[this.window[row] * FIELDS + RANK];
  }

  columnOne(row: number): number {
    return groupOfRow(this.offsets, row);
  }

  /** The first row of the group with this column two or a greater one. */
  private firstRow(columnOne: number, columnTwo: number): number {
    const rows = this.columnTwo;
    let low = this.offsets[columnOne];
    let high = this.offsets[columnOne + 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (rows[middle] < columnTwo) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Days are inclusive; rows with indicator 9 never apply, so that no day lies in their window. */
function rankedWindows(columns: PtpColumns, ranks: Int32Array): Uint16Array {
  const { windowEffective, windowDeletion, windowIndicator, windowSet } = columns;
  const windows = new Uint16Array(windowSet.length * FIELDS);
  for (let window = 0; window < windowSet.length; window++) {
    const never = windowIndicator[window] === 9;
    windows[window * FIELDS + FROM] = never ? OPEN_DAY : windowEffective[window];
    windows[window * FIELDS + TO] = never ? 0 : windowDeletion[window];
    windows[window * FIELDS + INDICATOR] = windowIndicator[window];
    windows[window * FIELDS + RANK] = ranks[windowSet[window]];
  }
  return windows;
}

/** By set of releases, the rank of its rows. */
export function ptpRanks(asOf: AsOf, setting: 'professional' | 'outpatient'): Int32Array | null {
  const speaking = asOf.speaking('ncci-ptp', setting);
  if (speaking.length === 0) return null;
  const whole = speaking.findLastIndex((index) => !asOf.releases[index].partial);
  return asOf.heaviest(asOf.places(speaking.slice(Math.max(0, whole))));
}

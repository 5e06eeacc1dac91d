import { type Day, OPEN_DAY } from '../codes/day.ts';
import type { PtpSetting } from '../releases/release.ts';
import type { AsOf } from './as-of.ts';
import type { PtpTable } from './codebook.ts';
import { type IdArray, PAGE_CODES, type PtpColumns } from './format.ts';
import { groupOfRow } from './groups.ts';

/** Fields of a window as `find` reads them, side by side so that one cache line serves a row. */
const FIELDS = 4;
const FROM = 0;
const TO = 1;
const INDICATOR = 2;
const RANK = 3;

/** PAGE_CODES is 2 to this power. */
const PAGE_BITS = 8;
const PAGE_MASK = PAGE_CODES - 1;

/** Stricter than no row: any indicator is smaller. */
const NO_ROW = 9;

/**
 * One setting's PTP edits as of a day. The newest whole release governs; a pair that a newer partial release
 * lists is answered by the newest such release alone. So each release has a rank (whole 1, then the partial
 * ones from old to new, 0 for those that do not speak), a row has the highest rank of its releases, and of a
 * pair's rows only those of the highest rank count.
 *
 * A row reference is the row's place in its block times the number of pages, plus its page: blocks are shared,
 * pages are not.
 */
export class RankedPtpTable implements PtpTable {
  private readonly offsets: Int32Array;
  private readonly page: Uint8Array;
  private readonly block: IdArray;
  private readonly blockOffsets: Int32Array;
  private readonly columnTwo: Uint8Array;
  private readonly window: IdArray;
  private readonly windows: Uint16Array;
  private readonly effective: Uint16Array;
  private readonly deletion: Uint16Array;

  constructor(columns: PtpColumns, ranks: Int32Array) {
    this.offsets = columns.offsets;
    this.page = columns.page;
    this.block = columns.block;
    this.blockOffsets = columns.blockOffsets;
    this.columnTwo = columns.columnTwo;
    this.window = columns.window;
    this.windows = rankedWindows(columns, ranks);
    this.effective = columns.windowEffective;
    this.deletion = columns.windowDeletion;
  }

  find(columnOne: number, columnTwo: number, day: Day): number {
    if (columnOne < 0 || columnTwo < 0) return -1;
    const page = this.pageOf(columnOne, columnTwo >> PAGE_BITS);
    if (page < 0) return -1;
    const block = this.block[page];
    const start = this.blockOffsets[block];
    const end = this.blockOffsets[block + 1];
    const low = columnTwo & PAGE_MASK;
    let found = -1;
    let strictest = NO_ROW;
    let rank = 1;
    for (let row = this.firstRow(start, end, low); row < end && this.columnTwo[row] === low; row++) {
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
    return found < 0 ? -1 : (found - start) * this.page.length + page;
  }

  indicator(row: number): number {
    return this.windows[this.window[this.storedRow(row)] * FIELDS + INDICATOR];
  }

  from(row: number): Day {
    return this.effective[this.window[this.storedRow(row)]];
  }

  to(row: number): Day {
    return this.deletion[this.window[this.storedRow(row)]];
  }

  /** References of the pair's rows that count, whenever in force, oldest first. */
  rows(columnOne: number, columnTwo: number): number[] {
    const page = columnOne < 0 || columnTwo < 0 ? -1 : this.pageOf(columnOne, columnTwo >> PAGE_BITS);
    if (page < 0) return [];
    const start = this.blockOffsets[this.block[page]];
    const end = this.blockOffsets[this.block[page] + 1];
    const low = columnTwo & PAGE_MASK;
    const rows: number[] = [];
    for (let row = this.firstRow(start, end, low); row < end && this.columnTwo[row] === low; row++) rows.push(row);
    const highest = rows.reduce((rank, row) => Math.max(rank, this.rank(row)), 1);
    return rows.filter((row) => this.rank(row) === highest).map((row) => (row - start) * this.page.length + page);
  }

  /** Whether a number is the reference of a row that counts or could (its release speaks). */
  has(row: number): boolean {
    if (!(Number.isInteger(row) && row >= 0) || this.page.length === 0) return false;
    const stored = this.storedRow(row);
    return stored < this.blockOffsets[this.block[row % this.page.length] + 1] && this.rank(stored) > 0;
  }

  /** Code ids of a row's pair. */
  pair(row: number): { columnOne: number; columnTwo: number } {
    const page = row % this.page.length;
    return {
      columnOne: groupOfRow(this.offsets, page),
      columnTwo: (this.page[page] << PAGE_BITS) + this.columnTwo[this.storedRow(row)],
    };
  }

  /** The row as it is stored, of a reference. */
  storedRow(row: number): number {
    const place = Math.floor(row / this.page.length);
    return this.blockOffsets[this.block[row % this.page.length]] + place;
  }

  /** 0 where no release that speaks has the row. */
  private rank(stored: number): number {
    return this.windows[this.window[stored] * FIELDS + RANK];
  }

  /** The page of a column one with this number, -1 where there is none. */
  private pageOf(columnOne: number, number: number): number {
    const pages = this.page;
    const end = this.offsets[columnOne + 1];
    let low = this.offsets[columnOne];
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (pages[middle] < number) low = middle + 1;
      else high = middle;
    }
    return low < end && pages[low] === number ? low : -1;
  }

  /** The first of a block's rows with this column two or a greater one. */
  private firstRow(start: number, end: number, columnTwo: number): number {
    const rows = this.columnTwo;
    let low = start;
    let high = end;
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
export function ptpRanks(asOf: AsOf, setting: PtpSetting): Int32Array | null {
  const speaking = asOf.speaking('ncci-ptp', setting);
  if (speaking.length === 0) return null;
  const whole = speaking.findLastIndex((index) => !asOf.releases[index].partial);
  return asOf.heaviest(asOf.places(speaking.slice(Math.max(0, whole))));
}

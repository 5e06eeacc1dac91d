import { type Day, NOT_A_DAY, OPEN_DAY } from '../codes/day.ts';
import type { AsOf } from './as-of.ts';
import type { AddOnTable } from './codebook.ts';
import { CONTRACTOR_DECIDES, type Sections } from './format.ts';
import { groupOfRow } from './groups.ts';

/**
 * Add-on code edits as of a day. Of an add-on code and a primary the newest release that lists both answers,
 * with its rows' dates; a row without dates is in force on every day. Where a later release no longer lists
 * them, they end the day before that release's first day.
 */
export class DatedAddOnTable implements AddOnTable {
  private readonly offsets: Int32Array;
  private readonly primaries: Int32Array;
  private readonly types: Uint8Array;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  /** The row in the file, and the release that says so. */
  private readonly fileRows: Int32Array;
  private readonly rowReleases: Int32Array;

  constructor(columns: Sections['aoc'], asOf: AsOf, quarters: readonly number[]) {
    const places = asOf.heaviest(asOf.places(quarters));
    const placeOf = (row: number): number => places[columns.set[row]];
    const { rows, offsets } = governing(columns, placeOf);
    this.offsets = offsets;
    this.fileRows = rows;
    this.primaries = new Int32Array(rows.length);
    this.types = new Uint8Array(rows.length);
    this.starts = new Int32Array(rows.length);
    this.ends = new Int32Array(rows.length);
    this.rowReleases = new Int32Array(rows.length);
    const lastDays = [...quarters, undefined].map((quarter) => asOf.dayBefore(quarter));
    // One loop, not one a column: it runs once, before any of it is compiled.
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i];
      const place = placeOf(row);
      const deletion = columns.deletion[row];
      this.primaries[i] = columns.primary[row] === CONTRACTOR_DECIDES ? -1 : columns.primary[row];
      this.types[i] = columns.type[row];
      this.starts[i] = columns.effective[row];
      this.ends[i] = Math.min(deletion === NOT_A_DAY ? OPEN_DAY : deletion, lastDays[place]);
      this.rowReleases[i] = quarters[place - 1];
    }
  }

  start(codeId: number): number {
    return codeId < 0 ? 0 : this.offsets[codeId];
  }

  end(codeId: number): number {
    return codeId < 0 ? 0 : this.offsets[codeId + 1];
  }

  primary(row: number): number {
    return this.primaries[row];
  }

  type(row: number): number {
    return this.types[row];
  }

  /** NOT_A_DAY, the start of a row without dates, is before every day. */
  inForce(row: number, day: Day): boolean {
    return this.starts[row] <= day && day <= this.ends[row];
  }

  /** The add-on code's id of a row, -1 where there is no such row. */
  addOn(row: number): number {
    return row in this.fileRows ? groupOfRow(this.offsets, row) : -1;
  }

  fileRow(row: number): number {
    return this.fileRows[row];
  }

  release(row: number): number {
    return this.rowReleases[row];
  }
}

/** Of each add-on code and primary the rows of the newest release that lists both. */
function governing(
  { offsets, primary }: Sections['aoc'],
  placeOf: (row: number) => number,
): { rows: Int32Array; offsets: Int32Array } {
  const kept: number[] = [];
  const starts = new Int32Array(offsets.length);
  for (let code = 0; code + 1 < offsets.length; code++) {
    for (let row = offsets[code], next = row; row < offsets[code + 1]; row = next) {
      let newest = 1;
      for (next = row; next < offsets[code + 1] && primary[next] === primary[row]; next++) {
        newest = Math.max(newest, placeOf(next));
      }
      for (let one = row; one < next; one++) if (placeOf(one) === newest) kept.push(one);
    }
    starts[code + 1] = kept.length;
  }
  return { rows: Int32Array.from(kept), offsets: starts };
}

/** The table as of a day, null where no release speaks. */
export function addOnTable(columns: Sections['aoc'], asOf: AsOf): DatedAddOnTable | null {
  const quarters = asOf.quarters('ncci-aoc');
  return quarters.length === 0 ? null : new DatedAddOnTable(columns, asOf, quarters);
}

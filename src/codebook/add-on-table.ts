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
  private readonly columns: Sections['aoc'];
  private readonly asOf: AsOf;
  private readonly quarters: readonly number[];
  private built: GoverningRows | null = null;

  constructor(columns: Sections['aoc'], asOf: AsOf, quarters: readonly number[]) {
    this.columns = columns;
    this.asOf = asOf;
    this.quarters = quarters;
  }

  start(codeId: number): number {
    return this.isNamed(codeId) ? this.rows().offsets[codeId] : 0;
  }

  end(codeId: number): number {
    return this.isNamed(codeId) ? this.rows().offsets[codeId + 1] : 0;
  }

  primary(row: number): number {
    return this.rows().primaries[row];
  }

  type(row: number): number {
    return this.rows().types[row];
  }

  /** NOT_A_DAY, the start of a row without dates, is before every day. */
  inForce(row: number, day: Day): boolean {
    const { starts, ends } = this.rows();
    return starts[row] <= day && day <= ends[row];
  }

  /** The add-on code's id of a row, -1 where there is no such row. */
  addOn(row: number): number {
    const { fileRows, offsets } = this.rows();
    return row in fileRows ? groupOfRow(offsets, row) : -1;
  }

  fileRow(row: number): number {
    return this.rows().fileRows[row];
  }

  release(row: number): number {
    return this.rows().releases[row];
  }

  /** Whether any release has the code as an add-on code: most codes are none. */
  private isNamed(codeId: number): boolean {
    return codeId >= 0 && this.columns.offsets[codeId] < this.columns.offsets[codeId + 1];
  }

  /** Made when first asked for. */
  private rows(): GoverningRows {
    this.built ??= governingRows(this.columns, this.asOf, this.quarters);
    return this.built;
  }
}

/** The rows that count, by add-on code id. */
interface GoverningRows {
  readonly offsets: Int32Array;
  readonly primaries: Int32Array;
  readonly types: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The row in the file, and the release that says so. */
  readonly fileRows: Int32Array;
  readonly releases: Int32Array;
}

function governingRows(columns: Sections['aoc'], asOf: AsOf, quarters: readonly number[]): GoverningRows {
  const places = asOf.heaviest(asOf.places(quarters));
  const placeOf = (row: number): number => places[columns.set[row]];
  const { rows: fileRows, offsets } = governing(columns, placeOf);
  const primaries = new Int32Array(fileRows.length);
  const types = new Uint8Array(fileRows.length);
  const starts = new Int32Array(fileRows.length);
  const ends = new Int32Array(fileRows.length);
  const releases = new Int32Array(fileRows.length);
  const lastDays = [...quarters, undefined].map((quarter) => asOf.dayBefore(quarter));
  // One loop, not one a column: it runs once, before any of it is compiled.
  for (let i = 0; i < fileRows.length; i++) {
    const row = fileRows[i];
    const place = placeOf(row);
    const deletion = columns.deletion[row];
    primaries[i] = columns.primary[row] === CONTRACTOR_DECIDES ? -1 : columns.primary[row];
    types[i] = columns.type[row];
    starts[i] = columns.effective[row];
    ends[i] = Math.min(deletion === NOT_A_DAY ? OPEN_DAY : deletion, lastDays[place]);
    releases[i] = quarters[place - 1];
  }
  return { offsets, primaries, types, starts, ends, fileRows, releases };
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

import { type Day, NOT_A_DAY } from '../codes/day.ts';
import { RECORD_TABLES, type RecordField, type RecordKind } from '../releases/record-tables.ts';
import type { CodebookRelease } from './codebook.ts';
import { type RecordContext, spokenReleases } from './record-answer.ts';
import type { OpenShelf } from './shelves.ts';

/**
 * One release's records of a kind as columns, for tables that answer in numbers. Each text that the shelf has is read
 * once, however many rows have it.
 */
export class RecordSheet<K extends RecordKind> {
  readonly release: CodebookRelease;
  readonly count: number;
  private readonly kind: K;
  private readonly shelf: OpenShelf;
  /** Row of the shelf, and place of its key, by row here. */
  private readonly rows: Int32Array;
  private readonly places: Int32Array;

  constructor(kind: K, release: CodebookRelease, shelf: OpenShelf, { asOf }: RecordContext) {
    this.kind = kind;
    this.release = release;
    this.shelf = shelf;
    const isIn = Uint8Array.from({ length: asOf.setCount }, (_, set) =>
      asOf.members(set).includes(release.index) ? 1 : 0,
    );
    const { offsets, set, key } = shelf.columns;
    const rows = new Int32Array(set.length);
    const places = new Int32Array(set.length);
    let count = 0;
    for (let place = 0; place < key.length; place++) {
      for (let row = offsets[place]; row < offsets[place + 1]; row++) {
        if (isIn[set[row]] === 0) continue;
        rows[count] = row;
        places[count++] = place;
      }
    }
    this.count = count;
    this.rows = rows.subarray(0, count);
    this.places = places.subarray(0, count);
  }

  /** Key of a row; keys ascend. */
  key(row: number): string {
    return this.shelf.strings.text(this.shelf.columns.key[this.places[row]]);
  }

  /** A field of a row, '' where it is blank. */
  text(field: RecordField<K>, row: number): string {
    const { fieldOffsets, field: fields, text } = this.shelf.columns;
    const wanted = (RECORD_TABLES[this.kind] as readonly string[]).indexOf(field);
    const end = fieldOffsets[this.rows[row] + 1];
    for (let at = fieldOffsets[this.rows[row]]; at < end; at++) {
      if (fields[at] === wanted) return this.shelf.strings.text(text[at]);
    }
    return '';
  }

  /** A field of every row in the caller's numbers; `blank` where it is blank. */
  fill(
    field: RecordField<K>,
    read: (text: string) => number,
    blank: number,
    into: Uint8Array | Int32Array | Float64Array,
  ): void {
    const { fieldOffsets, field: fields, text } = this.shelf.columns;
    const wanted = (RECORD_TABLES[this.kind] as readonly string[]).indexOf(field);
    const known = new Map<number, number>();
    into.fill(blank);
    for (let i = 0; i < this.count; i++) {
      const end = fieldOffsets[this.rows[i] + 1];
      for (let at = fieldOffsets[this.rows[i]]; at < end; at++) {
        if (fields[at] !== wanted) continue;
        into[i] = readOnce(text[at], known, (id) => read(this.shelf.strings.text(id)));
        break;
      }
    }
  }
}

function readOnce(id: number, known: Map<number, number>, read: (id: number) => number): number {
  const value = known.get(id) ?? read(id);
  known.set(id, value);
  return value;
}

/** Rows of one release in a row reference. */
const ROWS = 1 << 20;

/** The row within its release that a reference names. */
export const placeOf = (reference: number): number => reference % ROWS;

/**
 * A kind's releases as tables of numbers, each made when first asked for: of a day the newest that has begun.
 */
export class DatedSheets<K extends RecordKind, T> {
  /** First day of the first release, last day of the last one; NOT_A_DAY where none is loaded. */
  readonly knownFrom: Day;
  readonly knownTo: Day;
  private readonly kind: K;
  private readonly context: RecordContext;
  private readonly make: (sheet: RecordSheet<K>) => T;
  private readonly releases: readonly CodebookRelease[];
  private readonly made: (T | undefined)[] = [];

  constructor(kind: K, context: RecordContext, make: (sheet: RecordSheet<K>) => T) {
    this.kind = kind;
    this.context = context;
    this.make = make;
    this.releases = spokenReleases(kind, context);
    this.knownFrom = this.releases[0]?.period.from ?? NOT_A_DAY;
    this.knownTo = this.releases.at(-1)?.period.to ?? NOT_A_DAY;
  }

  get count(): number {
    return this.releases.length;
  }

  /** Number of the release of a day, -1 where none had begun. */
  on(day: Day): number {
    let at = this.releases.length - 1;
    while (at >= 0 && this.releases[at].period.from > day) at--;
    return at;
  }

  /** Number of the release of a day that also reaches to it, -1 where there is none: between releases some may be missing. */
  reaching(day: Day): number {
    const number = this.on(day);
    return number >= 0 && day <= this.releases[number].period.to ? number : -1;
  }

  /** Whether the day lies between the first day of the first release and the last one of the last. */
  isWithin(day: Day): boolean {
    return day >= this.knownFrom && day <= this.knownTo;
  }

  /** One number for a row of a release; -1 where the row is none. */
  reference(number: number, place: number): number {
    return place < 0 ? -1 : number * ROWS + place;
  }

  sheetOf(reference: number): T {
    return this.at(Math.floor(reference / ROWS));
  }

  releaseOf(reference: number): CodebookRelease {
    return this.release(Math.floor(reference / ROWS));
  }

  /** The table of a release by its number. */
  at(number: number): T {
    const made = this.made[number];
    if (made !== undefined) return made;
    const shelf = this.context.shelves.open(this.kind);
    if (shelf === null) throw new RangeError('no shelf of a kind that has releases');
    const table = this.make(new RecordSheet(this.kind, this.releases[number], shelf, this.context));
    this.made[number] = table;
    return table;
  }

  release(number: number): CodebookRelease {
    return this.releases[number];
  }
}

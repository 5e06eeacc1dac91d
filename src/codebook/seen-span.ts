import { type Day, OPEN_DAY } from '../codes/day.ts';
import { SETTINGS, type Setting } from '../codes/setting.ts';
import type { ReleaseKind } from '../releases/release.ts';
import type { AsOf } from './as-of.ts';
import type { Sections } from './format.ts';

const KINDS: readonly ReleaseKind[] = ['ncci-ptp', 'ncci-mue', 'ncci-aoc'];
/** Each kind in each setting is a table. */
const TABLES = KINDS.flatMap((kind) => [...SETTINGS, null].map((setting) => ({ kind, setting })));

/**
 * First and last day on which NCCI tables name a code; `from > to` where none does. The span starts with the
 * earliest row of any release. It ends with the latest row by each table's newest release that names the code: an
 * older release may call a row open that a newer one has ended. Partial PTP releases only add to that. MUE and
 * add-on code releases that no longer name the code end what earlier ones say the day before their first day.
 *
 * Worked out when a code is first asked for.
 */
export class SeenSpans {
  private readonly seen: Sections['seen'];
  private readonly asOf: AsOf;
  private tables: readonly TableSets[] | null = null;
  private readonly known: Uint8Array;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;

  constructor(seen: Sections['seen'], asOf: AsOf) {
    const codes = seen.offsets.length - 1;
    this.seen = seen;
    this.asOf = asOf;
    this.known = new Uint8Array(codes);
    this.starts = new Int32Array(codes);
    this.ends = new Int32Array(codes);
  }

  from(codeId: number): Day {
    if (codeId < 0) return NEVER_FROM;
    if (this.known[codeId] === 0) this.workOut(codeId);
    return this.starts[codeId];
  }

  to(codeId: number): Day {
    if (codeId < 0) return NEVER_TO;
    if (this.known[codeId] === 0) this.workOut(codeId);
    return this.ends[codeId];
  }

  private workOut(code: number): void {
    const span = { from: OPEN_DAY, to: -OPEN_DAY };
    this.tables ??= tablesOf(this.asOf);
    const applies = hasRowThatApplies(this.seen, code, this.tables);
    for (const table of this.tables) addTable(span, this.seen, code, table, applies);
    this.starts[code] = span.from <= span.to ? span.from : NEVER_FROM;
    this.ends[code] = span.from <= span.to ? span.to : NEVER_TO;
    this.known[code] = 1;
  }
}

const NEVER_FROM = 1;
const NEVER_TO = 0;

interface Span {
  from: Day;
  to: Day;
}

/** What a table's releases say, by set: places from 1 of the newest release, of all and of the whole ones. */
interface TableSets {
  readonly newest: Int32Array;
  readonly newestWhole: Int32Array;
  /** The last day of what the release in a place shows and the next does not. */
  readonly lastDays: readonly Day[];
}

const tablesOf = (asOf: AsOf): readonly TableSets[] =>
  TABLES.map(({ kind, setting }) => tableSets(asOf, kind, setting)).filter((table) => table !== null);

function tableSets(asOf: AsOf, kind: ReleaseKind, setting: Setting | null): TableSets | null {
  const dated = kind === 'ncci-ptp';
  const indexes = dated ? asOf.speaking(kind, setting) : asOf.quarters(kind, setting);
  if (indexes.length === 0) return null;
  const places = asOf.places(indexes);
  const whole = places.map((place, index) => (asOf.releases[index].partial ? 0 : place));
  return {
    newest: asOf.heaviest(places),
    newestWhole: asOf.heaviest(whole),
    lastDays: [OPEN_DAY, ...indexes.map((_, i) => (dated ? OPEN_DAY : asOf.dayBefore(indexes[i + 1])))],
  };
}

function hasRowThatApplies(seen: Sections['seen'], code: number, tables: readonly TableSets[]): boolean {
  for (let row = seen.offsets[code]; row < seen.offsets[code + 1]; row++) {
    if (seen.applies[row] === 1 && tables.some(({ newest }) => newest[seen.set[row]] > 0)) return true;
  }
  return false;
}

function addTable(span: Span, seen: Sections['seen'], code: number, table: TableSets, applies: boolean): void {
  let whole = 0;
  for (let row = seen.offsets[code]; row < seen.offsets[code + 1]; row++) {
    if (!applies || seen.applies[row] === 1) whole = Math.max(whole, table.newestWhole[seen.set[row]]);
  }
  for (let row = seen.offsets[code]; row < seen.offsets[code + 1]; row++) {
    const place = table.newest[seen.set[row]];
    if (place === 0 || (applies && seen.applies[row] === 0)) continue;
    span.from = Math.min(span.from, seen.from[row]);
    // Older whole releases are replaced by the newest one; what is newer than it, is partial and adds to it.
    if (place >= whole) span.to = Math.max(span.to, Math.min(seen.to[row], table.lastDays[place]));
  }
}

import { type Day, NOT_A_DAY, OPEN_DAY } from '../codes/day.ts';
import type { AsOf } from './as-of.ts';
import type { HcpcsTable } from './codebook.ts';
import { MODIFIERS, type Sections } from './format.ts';
import type { SeenSpans } from './seen-span.ts';
import type { StoredRelease } from './stored-release.ts';

/**
 * HCPCS Level II as of a day. A code is valid from its added date (without one, from the first day of the first
 * release that lists it) to the termination date that the newest release listing it gives. A code without
 * termination date that a later whole release no longer lists ended the day before that release's first day.
 * Where an older release gives a termination date and the newest gives none, the code was re-activated (CMS's
 * action code R), and the newest release governs. Codes and modifiers are judged alike, each by the releases
 * that have any of them; some have no modifiers.
 */
export class WindowedHcpcsTable implements HcpcsTable {
  readonly knownFrom: Day;
  readonly knownTo: Day;
  readonly modifiersKnownFrom: Day;
  readonly modifiersKnownTo: Day;
  private readonly codeWindows: Windows;
  private readonly modifierWindows: Windows;
  private readonly seen: SeenSpans;
  private readonly codePeriods: Periods;
  private readonly modifierPeriods: Periods;

  constructor(hcpcs: Sections['hcpcs'], asOf: AsOf, releases: readonly number[], seen: SeenSpans) {
    const codes = hcpcs.offsets.length - 1 - MODIFIERS;
    const withCodes = releases.filter((index) => asOf.releases[index].codes > 0);
    const withModifiers = releases.filter((index) => asOf.releases[index].modifiers > 0);
    this.codeWindows = new Windows(hcpcs, asOf, withCodes, { first: 0, count: codes });
    this.modifierWindows = new Windows(hcpcs, asOf, withModifiers, { first: codes, count: MODIFIERS });
    this.seen = seen;
    this.codePeriods = periodsOf(withCodes, asOf.releases);
    this.modifierPeriods = periodsOf(withModifiers, asOf.releases);
    this.knownFrom = firstDay(this.codePeriods);
    this.knownTo = lastDay(this.codePeriods);
    this.modifiersKnownFrom = firstDay(this.modifierPeriods);
    this.modifiersKnownTo = lastDay(this.modifierPeriods);
  }

  from(codeId: number): Day {
    return this.codeWindows.from(codeId);
  }

  to(codeId: number): Day {
    return this.codeWindows.to(codeId);
  }

  inForce(codeId: number, day: Day): boolean {
    return this.codeWindows.inForce(codeId, day);
  }

  seenFrom(codeId: number): Day {
    return this.seen.from(codeId);
  }

  seenTo(codeId: number): Day {
    return this.seen.to(codeId);
  }

  covers(day: Day): boolean {
    return isCovered(this.codePeriods, day);
  }

  modifierFrom(modifier: number): Day {
    return this.modifierWindows.from(modifier);
  }

  modifierTo(modifier: number): Day {
    return this.modifierWindows.to(modifier);
  }

  modifierInForce(modifier: number, day: Day): boolean {
    return this.modifierWindows.inForce(modifier, day);
  }

  modifiersCover(day: Day): boolean {
    return isCovered(this.modifierPeriods, day);
  }

  /** The release that gives a code's last day. */
  windowRelease(codeId: number): number {
    return this.codeWindows.release(codeId);
  }

  modifierWindowRelease(modifier: number): number {
    return this.modifierWindows.release(modifier);
  }
}

/** Groups of the HCPCS section, of codes or of modifiers. */
interface Groups {
  readonly first: number;
  readonly count: number;
}

/**
 * First and last day by code id (or packed modifier), each worked out when first asked for. The arrays are by it plus
 * one, so that -1, no code, reads an entry of its own.
 */
class Windows {
  private readonly hcpcs: Sections['hcpcs'];
  private readonly asOf: AsOf;
  private readonly releases: readonly number[];
  private readonly firstGroup: number;
  private readonly newest: Int32Array;
  private readonly oldest: Int32Array;
  private readonly next: readonly number[];
  private readonly known: Uint8Array;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly endReleases: Int32Array;

  /** @param releases those that have codes (or modifiers), oldest first */
  constructor(hcpcs: Sections['hcpcs'], asOf: AsOf, releases: readonly number[], { first, count }: Groups) {
    this.hcpcs = hcpcs;
    this.asOf = asOf;
    this.releases = releases;
    this.firstGroup = first;
    this.newest = asOf.heaviest(asOf.places(releases));
    this.oldest = asOf.heaviest(asOf.places([...releases].reverse()));
    this.next = nextWhole(asOf.releases, releases);
    this.known = new Uint8Array(count + 1);
    this.starts = new Int32Array(count + 1);
    this.ends = new Int32Array(count + 1);
    this.endReleases = new Int32Array(count + 1);
    this.setNone(0);
  }

  from(code: number): Day {
    if (this.known[code + 1] === 0) this.workOut(code);
    return this.starts[code + 1];
  }

  to(code: number): Day {
    if (this.known[code + 1] === 0) this.workOut(code);
    return this.ends[code + 1];
  }

  inForce(code: number, day: Day): boolean {
    if (this.known[code + 1] === 0) this.workOut(code);
    return this.starts[code + 1] <= day && day <= this.ends[code + 1];
  }

  /** The release that gives the last day, -1 where none lists it. */
  release(code: number): number {
    if (this.known[code + 1] === 0) this.workOut(code);
    return this.endReleases[code + 1];
  }

  private setNone(at: number): void {
    this.starts[at] = 1;
    this.ends[at] = 0;
    this.endReleases[at] = -1;
    this.known[at] = 1;
  }

  private workOut(code: number): void {
    const { hcpcs, asOf, releases, newest, oldest } = this;
    const group = this.firstGroup + code;
    let row = -1;
    let last = 0;
    let first = 0;
    for (let r = hcpcs.offsets[group]; r < hcpcs.offsets[group + 1]; r++) {
      first = Math.max(first, oldest[hcpcs.set[r]]);
      if (newest[hcpcs.set[r]] <= last) continue;
      last = newest[hcpcs.set[r]];
      row = r;
    }
    this.setNone(code + 1);
    if (row < 0) return;
    const added = hcpcs.added[row];
    const oldestRelease = releases[releases.length - first];
    this.starts[code + 1] = added === NOT_A_DAY ? asOf.releases[oldestRelease].period.from : added;
    const terminated = hcpcs.terminated[row];
    const dropping = terminated === NOT_A_DAY ? this.next[last - 1] : -1;
    this.ends[code + 1] = terminated === NOT_A_DAY ? OPEN_DAY : terminated;
    if (dropping >= 0) this.ends[code + 1] = asOf.dayBefore(dropping);
    this.endReleases[code + 1] = dropping >= 0 ? dropping : releases[last - 1];
  }
}

/** For each of the releases the next whole one, -1 where none follows. */
function nextWhole(all: readonly StoredRelease[], releases: readonly number[]): readonly number[] {
  const next: number[] = [];
  for (let i = releases.length - 1, whole = -1; i >= 0; i--) {
    next[i] = whole;
    if (!all[releases[i]].partial) whole = releases[i];
  }
  return next;
}

/** First and last days of stretches without a gap, ascending. */
interface Periods {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

function periodsOf(indexes: readonly number[], releases: readonly StoredRelease[]): Periods {
  const from: number[] = [];
  const to: number[] = [];
  const periods = indexes.map((index) => releases[index].period).sort((a, b) => a.from - b.from);
  for (const period of periods) {
    const last = to.length - 1;
    if (last >= 0 && period.from <= to[last] + 1) to[last] = Math.max(to[last], period.to);
    else {
      from.push(period.from);
      to.push(period.to);
    }
  }
  return { from: Int32Array.from(from), to: Int32Array.from(to) };
}

const firstDay = ({ from }: Periods): Day => from[0] ?? 1;
const lastDay = ({ to }: Periods): Day => to[to.length - 1] ?? 0;

function isCovered({ from, to }: Periods, day: Day): boolean {
  for (let i = 0; i < from.length; i++) if (from[i] <= day && day <= to[i]) return true;
  return false;
}

/** The table as of a day, null where no release speaks. */
export function hcpcsTable(hcpcs: Sections['hcpcs'], asOf: AsOf, seen: SeenSpans): WindowedHcpcsTable | null {
  const releases = asOf.speaking('hcpcs');
  return releases.length === 0 ? null : new WindowedHcpcsTable(hcpcs, asOf, releases, seen);
}

import { type Day, OPEN_DAY } from '../codes/day.ts';
import type { Setting } from '../codes/setting.ts';
import type { ReleaseKind } from '../releases/release.ts';
import type { Sections } from './format.ts';
import { newerPrint } from './prints.ts';
import type { StoredRelease } from './stored-release.ts';

/** The releases that speak as of a day, and what that makes of the sets of releases that rows carry. */
export class AsOf {
  readonly releases: readonly StoredRelease[];
  private readonly sets: Sections['sets'];
  private readonly day: Day;
  private readonly spoken = new Map<string, readonly number[]>();

  /** @param day releases published later do not speak */
  constructor(releases: readonly StoredRelease[], sets: Sections['sets'], day: Day) {
    this.releases = releases;
    this.sets = sets;
    this.day = day;
  }

  /**
   * Numbers of the releases of a table that speak, oldest first. Of a HCPCS release that was printed again the newest
   * print alone does, once it is published; rows of NCCI tables carry their own dates, and all of theirs do.
   */
  speaking(kind: ReleaseKind, setting: Setting | null = null): readonly number[] {
    const key = `${kind}/${setting}`;
    const known = this.spoken.get(key);
    if (known !== undefined) return known;
    const speaking = this.releases.flatMap((release, index) =>
      release.kind === kind && release.setting === setting && release.published <= this.day ? [index] : [],
    );
    const heard =
      kind === 'hcpcs' ? speaking.filter((index) => newerPrint(this.releases, index, speaking) === null) : speaking;
    this.spoken.set(key, heard);
    return heard;
  }

  /** As `speaking`, of releases for the same first day the newest print alone: each quarter once. */
  quarters(kind: ReleaseKind, setting: Setting | null = null): readonly number[] {
    const speaking = this.speaking(kind, setting);
    return speaking.filter((index, i) => this.firstDay(speaking[i + 1]) !== this.firstDay(index));
  }

  private firstDay(index: number | undefined): Day | undefined {
    return index === undefined ? undefined : this.releases[index].period.from;
  }

  /** The last day of what a table's release shows and the next one (`next`) does not. */
  dayBefore(next: number | undefined): Day {
    return next === undefined ? OPEN_DAY : this.releases[next].period.from - 1;
  }

  get setCount(): number {
    return this.sets.offsets.length - 1;
  }

  /** Members of a set, ascending. */
  members(set: number): Uint16Array {
    return this.sets.members.subarray(this.sets.offsets[set], this.sets.offsets[set + 1]);
  }

  /** For each set the greatest weight of its members, 0 where none has one. */
  heaviest(weights: Int32Array): Int32Array {
    const { offsets, members } = this.sets;
    const result = new Int32Array(offsets.length - 1);
    for (let set = 0; set < result.length; set++) {
      for (let i = offsets[set]; i < offsets[set + 1]; i++) {
        if (weights[members[i]] > result[set]) result[set] = weights[members[i]];
      }
    }
    return result;
  }

  /** Weights for `heaviest`: a release's place among the given ones, from 1; 0 for the rest. */
  places(indexes: readonly number[]): Int32Array {
    const weights = new Int32Array(this.releases.length);
    for (const [place, index] of indexes.entries()) weights[index] = place + 1;
    return weights;
  }
}

import type { Codebook } from '../codebook/codebook.ts';
import { type Day, NOT_A_DAY } from '../codes/day.ts';
import type { ReleaseKind, Setting } from '../releases/release.ts';

/**
 * The last day that releases of a kind speak for; NOT_A_DAY where none is loaded. Rows that are open on it may
 * have been changed by a later release that is not loaded.
 */
export interface KnownDays {
  readonly hcpcs: Day;
  readonly ptp: Readonly<Record<Setting, Day>>;
  readonly addOn: Day;
}

/** As of a day where one is given. Partial releases do not speak for the pairs they leave out. */
export function knownDaysOf({ releases }: Codebook, asOf: Day | undefined): KnownDays {
  const last = (kind: ReleaseKind, setting: Setting | null): Day =>
    releases
      .filter((release) => release.kind === kind && release.setting === setting && !release.partial)
      .filter((release) => asOf === undefined || release.published <= asOf)
      .reduce((day, release) => Math.max(day, release.period.to), NOT_A_DAY);
  return {
    hcpcs: last('hcpcs', null),
    ptp: {
      professional: last('ncci-ptp', 'professional'),
      outpatient: last('ncci-ptp', 'outpatient'),
      dme: last('ncci-ptp', 'dme'),
    },
    addOn: last('ncci-aoc', null),
  };
}

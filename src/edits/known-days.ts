import type { Codebook } from '../codebook/codebook.ts';
import { type Day, NOT_A_DAY } from '../codes/day.ts';
import type { Setting } from '../codes/setting.ts';
import type { Period, ReleaseKind } from '../releases/release.ts';

/**
 * The last day (of add-on codes the first, too) that releases of a kind speak for; NOT_A_DAY where none is loaded.
 * Rows that are open on it may have been changed by a later release that is not loaded.
 */
export interface KnownDays {
  readonly hcpcs: Day;
  readonly ptp: Readonly<Record<Setting, Day>>;
  readonly addOn: Day;
  readonly addOnFrom: Day;
}

/** As of a day where one is given. Partial releases do not speak for the pairs they leave out. */
export function knownDaysOf({ releases }: Codebook, asOf: Day | undefined): KnownDays {
  const periods = (kind: ReleaseKind, setting: Setting | null): Period[] =>
    releases
      .filter((release) => release.kind === kind && release.setting === setting && !release.partial)
      .filter((release) => asOf === undefined || release.published <= asOf)
      .map(({ period }) => period);
  const last = (kind: ReleaseKind, setting: Setting | null): Day =>
    periods(kind, setting).reduce((day, { to }) => Math.max(day, to), NOT_A_DAY);
  const addOns = periods('ncci-aoc', null);
  return {
    hcpcs: last('hcpcs', null),
    ptp: {
      professional: last('ncci-ptp', 'professional'),
      outpatient: last('ncci-ptp', 'outpatient'),
      dme: last('ncci-ptp', 'dme'),
    },
    addOn: last('ncci-aoc', null),
    addOnFrom: addOns.length === 0 ? NOT_A_DAY : Math.min(...addOns.map(({ from }) => from)),
  };
}

import { isoDay } from '../codes/day.ts';
import type { HcpcsRelease, Oddity, Release } from './release.ts';
import { hcpcsDifference } from './same-content.ts';

/**
 * The releases, HCPCS releases that claim days another one claims too (a quarter within a year) marked so. The one that
 * begins later speaks on its days, of two that begin together the shorter one.
 */
export function withOverlaps(releases: readonly Release[]): readonly Release[] {
  const hcpcs = releases.filter((release) => release.kind === 'hcpcs');
  return releases.map((release) => {
    if (release.kind !== 'hcpcs') return release;
    const overlapping = hcpcs.filter((other) => claimsBefore(other, release));
    if (overlapping.length === 0) return release;
    return { ...release, oddities: [...release.oddities, ...overlapping.map((other) => overlap(other, release))] };
  });
}

/** Whether the release speaks on days that the other claims as well. Prints of one period are another matter. */
const claimsBefore = (other: Release, { period }: Release): boolean =>
  other.period.label !== period.label &&
  other.period.from <= period.to &&
  period.from <= other.period.to &&
  (other.period.from < period.from || (other.period.from === period.from && other.period.to > period.to));

function overlap(other: HcpcsRelease, release: HcpcsRelease): Oddity {
  const days = `${isoDay(release.period.from)} to ${isoDay(Math.min(release.period.to, other.period.to))}`;
  const differs = hcpcsDifference(other, release);
  const how = differs === null ? 'says the same' : `differs in ${differs.count} codes, first ${differs.first}`;
  const message = `${other.period.label} (print ${other.print}) claims ${days} too and ${how}; this one speaks on those days`;
  return { code: 'releases-overlap', message };
}

import { isRecordKind, type RecordRelease } from '../releases/record-tables.ts';
import type { Release } from '../releases/release.ts';
import type { ReleaseDiff } from './change.ts';
import { diffAddOns } from './diff-aoc.ts';
import { diffHcpcs } from './diff-hcpcs.ts';
import { diffMue } from './diff-mue.ts';
import { diffPtp } from './diff-ptp.ts';
import { diffRecords } from './diff-records.ts';

/**
 * What became of every row of a table from one of its releases to another, told by the rows alone.
 *
 * @param before and @param after releases of one kind and setting, in whichever order of time
 * @example
 * const { releases } = await readReleases(['2018.zip', '2019.zip']);
 * diffReleases(releases[0], releases[1]).counts.added // 224
 */
export function diffReleases(before: Release, after: Release): ReleaseDiff {
  if (before.kind === 'hcpcs' && after.kind === 'hcpcs') return diffHcpcs(before, after);
  if (before.kind === 'ncci-ptp' && after.kind === 'ncci-ptp') return diffPtp(before, after);
  if (before.kind === 'ncci-mue' && after.kind === 'ncci-mue') return diffMue(before, after);
  if (before.kind === 'ncci-aoc' && after.kind === 'ncci-aoc') return diffAddOns(before, after);
  if (isRecords(before) && isRecords(after) && before.kind === after.kind) return diffRecords(before, after);
  throw new TypeError(`A release of ${before.kind} cannot be compared with one of ${after.kind}.`);
}

const isRecords = (release: Release): release is RecordRelease => isRecordKind(release.kind);

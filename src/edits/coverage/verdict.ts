import type { CoveragePolicy, DiagnosisGroup } from '../../codebook/coverage-table.ts';

/** What an article says of a set of diagnoses. */
export const SUPPORTED = 0;
/** Only together with further diagnoses, by the paragraph of the group. */
export const SEVERAL = 1;
export const NOT_SUPPORTED = 2;

/** @param has whether one of the diagnoses is in a group */
export function verdictOf(policy: CoveragePolicy, has: (group: DiagnosisGroup) => boolean): number {
  if (policy.noncovered.some(has)) return NOT_SUPPORTED;
  if (policy.covered.length === 0) return SUPPORTED;
  let isCombined = false;
  for (const group of policy.covered) {
    if (!has(group)) continue;
    if (!group.isCombined) return SUPPORTED;
    isCombined = true;
  }
  return isCombined ? SEVERAL : NOT_SUPPORTED;
}

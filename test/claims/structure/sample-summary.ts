import type { InterchangeReport } from '../../../src/claims/x12/structure/report.ts';
import { errorsOf } from './base.ts';

/** Each code with how often it was told, as in `IK304:3×2 IK403:I10 IK502:4 balance`; `sound` for none, '' for no interchange. */
export function sampleSummary(reports: readonly InterchangeReport[]): string {
  if (reports.length === 0) return '';
  const told = new Map<string, number>();
  for (const { ik304, ik403, ik502, ak905, ta105 } of errorsOf(reports, true)) {
    const code =
      ik403 !== null
        ? `IK403:${ik403}`
        : ik304 !== null
          ? `IK304:${ik304}`
          : ik502 !== null
            ? `IK502:${ik502}`
            : ak905 !== null
              ? `AK905:${ak905}`
              : ta105 !== null
                ? `TA105:${ta105}`
                : 'balance';
    told.set(code, (told.get(code) ?? 0) + 1);
  }
  const codes = [...told].map(([code, times]) => (times === 1 ? code : `${code}×${times}`)).sort();
  return codes.length === 0 ? 'sound' : codes.join(' ');
}

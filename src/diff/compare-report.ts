import { RECORD_TABLES, type RecordRelease } from '../releases/record-tables.ts';
import type { HcpcsRelease } from '../releases/release.ts';
import type { Change, ReleaseDiff } from './change.ts';
import { recordsByCode } from './diff-hcpcs.ts';
import { ACTIONS, type Action, actionOfChange, actionOfType } from './report-actions.ts';
import { type Correction, type ReasonId, reasonFor } from './report-reasons.ts';

/** A code on which the report and the diff differ. */
export interface ReportDifference {
  readonly code: string;
  readonly cms: Action;
  /** As the report prints it; '' where it does not list the code. */
  readonly cmsText: string;
  readonly ours: Action;
  readonly change: Change | null;
  /** null where no reason fits: to be looked at. */
  readonly reason: ReasonId | null;
}

export interface ReportComparison {
  readonly report: RecordRelease;
  /** Codes and modifiers compared: all that the report or one of the releases lists. */
  readonly compared: number;
  readonly equal: number;
  readonly differences: readonly ReportDifference[];
  /** By letter: codes in the report, codes in the diff, codes that have the letter in both. */
  readonly totals: Readonly<Record<Action, { readonly cms: number; readonly ours: number; readonly both: number }>>;
  /** Codes that the report lists with two different types of change; the one that is a change counts. */
  readonly contradictions: readonly string[];
}

const TYPE = RECORD_TABLES['hcpcs-transactions'].indexOf('typeOfChange');

/**
 * Holds the diff of two HCPCS releases against CMS's own report of what the later one changed (`hcpcs-transactions`).
 *
 * @param corrections releases of `hcpcs-corrections`; those to either of the two releases explain differences
 */
export function compareWithReport(
  diff: ReleaseDiff<HcpcsRelease>,
  report: RecordRelease,
  corrections: readonly RecordRelease[] = [],
): ReportComparison {
  const said = typesByCode(report);
  const found = new Map([...diff.changes].map((change) => [change.code, change]));
  const [before, after] = [recordsByCode(diff.before), recordsByCode(diff.after)];
  const reportListsGone = [...said.keys()].some((code) => !after.has(code));
  const totals = emptyTotals();
  const differences: ReportDifference[] = [];
  const codes = new Set([...said.keys(), ...before.keys(), ...after.keys()]);
  for (const code of [...codes].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    const cmsText = changeIn(said.get(code) ?? []);
    const cms = cmsText === '' ? 'none' : actionOfType(cmsText);
    const change = found.get(code);
    const ours = after.has(code) ? actionOfChange(change) : 'none';
    totals[cms].cms++;
    totals[ours].ours++;
    if (cms === ours && cms !== 'none') {
      totals[cms].both++;
      continue;
    }
    const reason = reasonFor({
      ...{ code, cms, ours, change: change ?? null, reportListsGone },
      before: before.get(code) ?? null,
      after: after.get(code) ?? null,
      beforePeriod: diff.before.period,
      afterPeriod: diff.after.period,
      correctedBefore: correctionOf(code, diff.before, corrections),
      correctedAfter: correctionOf(code, diff.after, corrections),
    });
    differences.push({ code, cms, cmsText, ours, change: change ?? null, reason });
  }
  const contradictions = [...said].filter(([, types]) => new Set(types.map(actionOfType)).size > 1);
  return {
    ...{ report, totals, differences },
    compared: codes.size,
    equal: codes.size - differences.length,
    contradictions: contradictions.map(([code]) => code),
  };
}

function typesByCode({ records }: RecordRelease): ReadonlyMap<string, readonly string[]> {
  const types = new Map<string, string[]>();
  for (const { key, fields } of records) types.set(key, [...(types.get(key) ?? []), fields[TYPE]]);
  return types;
}

/** What the report says of a code; where it says that it is and is not changed, that it is. */
const changeIn = (types: readonly string[]): string =>
  types.find((type) => actionOfType(type) !== 'N') ?? types[0] ?? '';

/** Corrections are published several times over; a print of the release is read from those that it takes in. */
function correctionOf(code: string, release: HcpcsRelease, corrections: readonly RecordRelease[]): Correction {
  const naming = corrections.filter(
    ({ kind, period, records }) =>
      kind === 'hcpcs-corrections' && period.label === release.period.label && records.some(({ key }) => key === code),
  );
  if (naming.length === 0) return 'none';
  const read = new Set(release.sources.map(({ sha256 }) => sha256));
  return naming.some(({ sources }) => sources.some(({ sha256 }) => read.has(sha256))) ? 'applied' : 'not-applied';
}

const emptyTotals = () =>
  Object.fromEntries(ACTIONS.map((action) => [action, { cms: 0, ours: 0, both: 0 }])) as Record<
    Action,
    { cms: number; ours: number; both: number }
  >;

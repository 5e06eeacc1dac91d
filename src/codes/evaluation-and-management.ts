import { type Day, dayOf } from './day.ts';
import {
  CHANGES,
  type DecisionMaking,
  EM_ROWS,
  type EmRow,
  type EraRow,
  type VisitTimeKind,
} from './evaluation-and-management-codes.ts';

/** Time by which a visit's code is told, in minutes. */
export interface VisitTime {
  readonly kind: VisitTimeKind;
  readonly minutes: number;
  /** The upper end of a range; null where there is none. */
  readonly most: number | null;
}

/** What is known of an evaluation and management code by its number, on a day. */
export interface EvaluationAndManagement {
  readonly code: string;
  /** In our own words: `office or other outpatient visit`. */
  readonly family: string;
  readonly patient: 'new' | 'established' | null;
  readonly decisionMaking: DecisionMaking | null;
  readonly time: VisitTime | null;
  /** Whether CPT (CMS, for a G code) had the code on the day, as far as this table knows. */
  readonly isCurrent: boolean;
  /** First and last calendar year of the code; null where the table does not know the first, or there is no last. */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  /** Year since which level and time are as given; null for always. */
  readonly since: number | null;
  readonly source: string;
}

const BY_CODE: ReadonlyMap<string, EmRow> = new Map(EM_ROWS.map((row) => [row.code, row]));

/**
 * Family, patient, decision making and time of an evaluation and management code on a day, or null for any other
 * code. By number alone, from the AMA's and CMS's published rules (`source` names the one that set them).
 *
 * @example
 * evaluationAndManagementOf('99213', parseDay('2020-06-01'))?.time // { kind: 'typical', minutes: 15, most: null }
 * @example
 * evaluationAndManagementOf('99213', parseDay('2024-01-01'))?.time // { kind: 'at least', minutes: 20, most: null }
 * @example
 * evaluationAndManagementOf('99241', parseDay('2023-01-01'))?.isCurrent // false
 */
export function evaluationAndManagementOf(code: string, on: Day): EvaluationAndManagement | null {
  const row = BY_CODE.get(code);
  if (row === undefined) return null;
  const { family, patient, firstYear, lastYear, eras } = row;
  const [since, decisionMaking, time] = eraOn(eras, on);
  return {
    code,
    family,
    patient,
    decisionMaking,
    time: time === null ? null : { kind: time[0], minutes: time[1], most: time[2] ?? null },
    isCurrent:
      (firstYear === null || on >= dayOf(firstYear, 1, 1)) && (lastYear === null || on <= dayOf(lastYear, 12, 31)),
    firstYear,
    lastYear,
    since: since === 0 ? null : since,
    source: CHANGES[since],
  };
}

const eraOn = (eras: readonly EraRow[], on: Day): EraRow =>
  eras.findLast(([year]) => year === 0 || on >= dayOf(year, 1, 1)) ?? eras[0];

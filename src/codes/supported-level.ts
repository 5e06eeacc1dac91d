import { type Day, dayOf } from './day.ts';
import { type EvaluationAndManagement, evaluationAndManagementOf } from './evaluation-and-management.ts';
import { type DecisionMaking, EM_ROWS } from './evaluation-and-management-codes.ts';
import { PROLONGED_SERVICES, PROLONGED_UNIT } from './prolonged-services.ts';

/** A level of one of the three elements of decision making. */
export const ELEMENT_LEVELS = ['straightforward', 'low', 'moderate', 'high'] as const;
export type ElementLevel = (typeof ELEMENT_LEVELS)[number];

/** What the record of a visit shows. */
export interface VisitRecord {
  /** The code billed. */
  readonly billed: string;
  readonly on: Day;
  /** Total minutes on the date of the visit. */
  readonly minutes?: number;
  /** Number and complexity of problems addressed. */
  readonly problems?: ElementLevel;
  /** Amount and complexity of data reviewed and analyzed. */
  readonly data?: ElementLevel;
  /** Risk of complications, morbidity or mortality of patient management. */
  readonly risk?: ElementLevel;
  /** Whose code prolongs the visit: CMS's (the default) or CPT's. */
  readonly prolonged?: 'medicare' | 'cpt';
}

/** The level that a record supports, beside the level billed. */
export interface SupportedLevel {
  readonly billed: string;
  /** Codes of the family, lowest level first. */
  readonly family: readonly string[];
  /** The highest code that the minutes reach; null where none is, or time does not tell. */
  readonly byTime: string | null;
  /** The highest code that two of the three elements reach; null where fewer than two are given. */
  readonly byDecisionMaking: string | null;
  /** The higher of the two. */
  readonly supported: string | null;
  readonly verdict: 'as billed' | 'lower than billed' | 'higher than billed' | 'not known';
  /** Prolonged service that the minutes reach beside the highest level, chosen by time. */
  readonly prolonged: { readonly code: string; readonly units: number } | null;
}

/**
 * The level of a visit that its record supports by time or by decision making, whichever is higher, beside the level
 * billed; null for a code without levels, or on a day when neither decided by itself (office visits before 2021, others
 * before 2023). Times are minimums since 2024.
 *
 * @example
 * supportedLevel({ billed: '99215', on: parseDay('2024-10-15'), minutes: 39 })?.supported // '99214'
 * @example
 * supportedLevel({ billed: '99205', on: parseDay('2024-10-15'), minutes: 89 })?.prolonged // { code: 'G2212', units: 1 }
 */
export function supportedLevel(record: VisitRecord): SupportedLevel | null {
  const family = familyOf(record.billed, record.on);
  if (family.length < 2) return null;
  const time = timeIndex(family, record.minutes);
  const decision = decisionIndex(family, decisionLevel(record));
  const reached = Math.max(time, decision);
  const billed = family.findIndex(({ code }) => code === record.billed);
  return {
    billed: record.billed,
    family: family.map(({ code }) => code),
    byTime: family[time]?.code ?? null,
    byDecisionMaking: family[decision]?.code ?? null,
    supported: family[reached]?.code ?? null,
    verdict: verdictOf(record, reached - billed),
    prolonged: time === family.length - 1 ? prolongedOf(family[time].code, record) : null,
  };
}

/** The visits of one family and kind of patient that are told by level on the day, lowest first. */
function familyOf(billed: string, on: Day): readonly EvaluationAndManagement[] {
  const visit = evaluationAndManagementOf(billed, on);
  if (visit === null || !isTold(visit, on)) return [];
  return EM_ROWS.filter(({ family, patient }) => family === visit.family && patient === visit.patient)
    .flatMap(({ code }) => evaluationAndManagementOf(code, on) ?? [])
    .filter((each) => each.isCurrent && isTold(each, on));
}

const OFFICE = 'office or other outpatient visit';
/** Told by the days until the visit too. */
const TRANSITION = 'transitional care management';

/** Whether time or decision making decides by itself: they stood beside history and examination before. */
const isTold = ({ family, decisionMaking }: EvaluationAndManagement, on: Day): boolean =>
  decisionMaking !== null && family !== TRANSITION && on >= dayOf(family === OFFICE ? 2021 : 2023, 1, 1);

function timeIndex(family: readonly EvaluationAndManagement[], minutes: number | undefined): number {
  if (minutes === undefined) return -1;
  return family.findLastIndex(({ time }) => time !== null && minutes >= time.minutes);
}

function decisionIndex(family: readonly EvaluationAndManagement[], level: number): number {
  return family.findLastIndex(({ decisionMaking }) => decisionMaking !== null && level >= rankOf(decisionMaking));
}

const rankOf = (level: DecisionMaking): number =>
  level === 'straightforward or low' ? 0 : ELEMENT_LEVELS.indexOf(level);

/** Two of the three elements have to be met: the second highest; -1 where fewer than two are given. */
function decisionLevel({ problems, data, risk }: VisitRecord): number {
  const given = [problems, data, risk].flatMap((level) => (level === undefined ? [] : [ELEMENT_LEVELS.indexOf(level)]));
  return given.sort((a, b) => b - a)[1] ?? -1;
}

function verdictOf(record: VisitRecord, difference: number): SupportedLevel['verdict'] {
  if (record.minutes === undefined && decisionLevel(record) < 0) return 'not known';
  if (difference === 0) return 'as billed';
  return difference < 0 ? 'lower than billed' : 'higher than billed';
}

function prolongedOf(code: string, { minutes = 0, prolonged = 'medicare' }: VisitRecord): SupportedLevel['prolonged'] {
  for (const service of PROLONGED_SERVICES) {
    const first = service.by === prolonged ? service.bases[code] : undefined;
    if (typeof first !== 'number' || minutes < first) continue;
    return { code: service.code, units: 1 + Math.floor((minutes - first) / PROLONGED_UNIT) };
  }
  return null;
}

import { dayOf } from '../../codes/day.ts';
import { packCodeText } from '../../codes/packed.ts';
import type { FindingFacts } from '../define-edit.ts';
import { isEvaluationAndManagement } from '../evaluation-and-management.ts';
import type { Resolution } from '../finding.ts';
import { ANATOMIC, DISTINCT, GLOBAL_SURGERY, VISIT } from '../modifier-sets.ts';
import { EITHER_LINE_FROM } from './ptp-bypass.ts';

/** Before this day only modifier 59 says that services are distinct (CR 8863). */
const X_SUBSETS_FROM = dayOf(2015, 1, 1);
/** 91 repeats a laboratory test: Level I tests, panels and analyses, Level II sections G, P, Q and U. */
const LABORATORY = /^(8\d{4}|\d{4}[MU]|[GPQU]\d{4})$/;

/** Detail of a finding whose column-one line stands on an earlier claim, where no modifier can be added to it. */
export const COLUMN_ONE_EARLIER = 1;

/**
 * The modifiers that would bypass a pair of indicator 1, each on the lines on which it would count. On a visit in
 * column two: 24, 25, 57 (and 27 at a hospital), for 59 and the sites are no modifiers of visits. Else 59, X{EPSU},
 * sites, global surgery and, on a laboratory test, 91; and 24, 25, 57 on a visit in column one.
 */
export function bypassingModifiers(facts: FindingFacts, columnOne: string, columnTwo: string): Resolution[] {
  const { lineNumber, otherLineNumber, detail } = facts;
  if (isVisit(columnTwo)) return [{ kind: 'modifier', modifiers: ofVisit(facts), lines: [lineNumber] }];
  const ofProcedure = onProcedure(facts, columnTwo, detail !== COLUMN_ONE_EARLIER && !isVisit(columnOne));
  if (detail === COLUMN_ONE_EARLIER || !isVisit(columnOne)) return ofProcedure;
  return [...ofProcedure, { kind: 'modifier', modifiers: ofVisit(facts), lines: [otherLineNumber] }];
}

const isVisit = (code: string): boolean => isEvaluationAndManagement(packCodeText(code));

const ofVisit = ({ setting }: FindingFacts): string[] =>
  setting === 'outpatient' ? [...VISIT.modifiers, '27'] : [...VISIT.modifiers];

/** @param takesOne whether a modifier may be added to the column-one line at all */
function onProcedure(facts: FindingFacts, columnTwo: string, takesOne: boolean): Resolution[] {
  const { day, setting, policy, lineNumber, otherLineNumber } = facts;
  const isHospital = setting === 'outpatient';
  const distinct = DISTINCT.modifiers.filter((modifier) => modifier === '59' || day >= X_SUBSETS_FROM);
  const others = [...ANATOMIC.modifiers, ...GLOBAL_SURGERY.modifiers, ...(LABORATORY.test(columnTwo) ? ['91'] : [])];
  const isEitherDistinct = takesOne && (isHospital || day >= EITHER_LINE_FROM);
  const isEitherOther = takesOne && (isHospital || policy.ptp.modifierLine === 'either');
  const lines = (isEither: boolean) => (isEither ? [lineNumber, otherLineNumber] : [lineNumber]);
  if (isEitherDistinct === isEitherOther) {
    return [{ kind: 'modifier', modifiers: [...distinct, ...others], lines: lines(isEitherDistinct) }];
  }
  return [
    { kind: 'modifier', modifiers: distinct, lines: lines(isEitherDistinct) },
    { kind: 'modifier', modifiers: others, lines: lines(isEitherOther) },
  ];
}

import type { FeeScheduleTable } from '../../codebook/fee-schedule-table.ts';
import { dayOf } from '../../codes/day.ts';
import { packModifierText, UNPACKABLE, unpackModifier } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report } from '../define-edit.ts';
import type { Resolution } from '../finding.ts';
import { ASSISTANT, GLOBAL_SURGERY, modifierSet } from '../modifier-sets.ts';
import { isWithin, LONGEST, procedureRow } from './global-days.ts';
import {
  canBeLookedUp,
  feeRow,
  feeSource,
  isPractitioners,
  modifierIn,
  NO_FEE_SCHEDULE,
} from './practitioner-lines.ts';
import { isCriticalCare, isVisit } from './visits.ts';

type Reason =
  | 'no-data'
  | 'no-history'
  | 'same-day-minor'
  | 'same-day-major'
  | 'day-before'
  | 'after-procedure'
  | 'second-procedure'
  | 'not-split'
  | 'care-before-alone';

const UNRELATED = packModifierText('24');
const SEPARATE = packModifierText('25');
const DECISION = packModifierText('57');
const UNRELATED_CRITICAL_CARE = packModifierText('FT');
/** Modifier FT (CR 12543). */
const FT_FROM = dayOf(2022, 1, 1);
const SPLIT = modifierSet('54 55 56');
const CARE_BEFORE = packModifierText('56');
/** A procedure's care given or broken off in parts begins no second one. */
const NO_SECOND = modifierSet('55 56');

/**
 * The fee of a procedure pays for the visits about it: on its day (global days 000 and 010), the day before too (090),
 * and for 10 or 90 days after. Of the same provider, a visit in that time is paid only with 25 (a separate one that day),
 * 57 (the decision for a 090 procedure, its day or the day before) or 24 (unrelated, in the days after); another procedure
 * in the days after only with 58, 78 or 79. Codes of MMM, XXX, YYY and ZZZ have no such days.
 */
export const globalPeriod = defineEdit<Reason>({
  id: 'global-period',
  title: 'Global surgical periods',
  since: '0.2.0',
  sources: [
    { document: 'Medicare Claims Processing Manual', section: 'chapter 12, sections 40.1 to 40.5' },
    {
      document: 'National Physician Fee Schedule Relative Value File, record layout',
      section: 'global surgery; pre-, intra- and postoperative percentage',
      date: '2026',
    },
    { document: 'MLN907166, Global Surgery' },
    { document: 'CMS CR 12543 (modifier FT, unrelated critical care)', date: '2022-01-01' },
    { document: 'Noridian Healthcare Solutions, postoperative care and bundled services (CO-97)' },
    { document: 'First Coast Service Options, CARC CO 97 with M144', date: '2024-12-09' },
  ],
  needs: ['pfs'],
  stage: 'the rest',
  messages: {
    'no-data': NO_FEE_SCHEDULE,
    'no-history': {
      outcome: 'info',
      means: 'Earlier claims were not given, and the line may lie in an earlier procedure’s days. Said once a claim.',
      say: () =>
        'Earlier claims were not given: whether this and further lines lie in the global period of an earlier procedure is not known.',
    },
    'same-day-minor': {
      outcome: 'deny',
      means: 'A visit on the day of a procedure of 0 or 10 global days, without 25; 57 does not count there.',
      needsLines: true,
      say: ({ code, detail }) =>
        `${code} is a visit on the day of a procedure of ${detail} global days by the same provider, and in its fee; a significant, separate visit has modifier 25.`,
      source,
      resolutions: (facts) => visitModifier(facts, ['25']),
    },
    'same-day-major': {
      outcome: 'deny',
      means: 'A visit on the day of a procedure of 90 global days, without 57 (the decision for it) or 25.',
      needsLines: true,
      say: ({ code }) =>
        `${code} is a visit on the day of a procedure of 90 global days by the same provider, and in its fee; the visit that decided for the procedure has modifier 57.`,
      source,
      resolutions: (facts) => visitModifier(facts, ['57', '25']),
    },
    'day-before': {
      outcome: 'deny',
      means: 'A visit on the day before a procedure of 90 global days, without 57 (the decision for it).',
      needsLines: true,
      say: ({ code }) =>
        `${code} is a visit on the day before a procedure of 90 global days by the same provider, and in its fee; the visit that decided for the procedure has modifier 57.`,
      source,
      resolutions: (facts) => visitModifier(facts, ['57']),
    },
    'after-procedure': {
      outcome: 'deny',
      means: 'A visit within the 10 or 90 days after a procedure, without 24 (unrelated to it).',
      needsLines: true,
      say: ({ code, detail }) =>
        `${code} is a visit ${days(detail)} after a procedure whose fee pays for the visits of that time; one that is unrelated to it has modifier 24.`,
      source,
      resolutions: (facts) => visitModifier(facts, ['24']),
    },
    'second-procedure': {
      outcome: 'deny',
      means:
        'A procedure within the 10 or 90 days after another, without 58 (staged), 78 (return to the operating room) or 79 (unrelated).',
      needsLines: true,
      say: ({ code, detail }) =>
        `${code} was done ${days(detail)} after a procedure whose global period is not over, by the same provider; 58, 78 or 79 says how the two are related.`,
      source,
      resolutions: (facts) => visitModifier(facts, GLOBAL_SURGERY.modifiers),
    },
    'not-split': {
      outcome: 'deny',
      means: 'Modifier 54, 55 or 56 on a code that has no 10 or 90 global days to split.',
      say: ({ code, detail }) =>
        `Modifier ${unpackModifier(detail)} stands on ${code}, which has no global period of 10 or 90 days whose care could be split.`,
      source,
      stage: 'code with modifier',
      resolutions: ({ detail }) => [{ kind: 'remove-modifier', modifiers: [unpackModifier(detail)] }],
    },
    'care-before-alone': {
      outcome: 'review',
      means: 'Modifier 56: Medicare pays the care before an operation with the operation (54), not by itself.',
      say: ({ code }) =>
        `Modifier 56 stands on ${code}: Medicare pays the care before an operation together with the operation (54); who gave it alone reports a visit.`,
      source,
      stage: 'code with modifier',
      resolutions: () => [{ kind: 'remove-modifier', modifiers: ['56'] }],
    },
  },
  check(input, report) {
    const { claim } = input;
    if (!isPractitioners(input)) return;
    const table = input.records.feeSchedule;
    const lookBack = claim.pastEnd > 1;
    let isUnknown = false;
    let isOpen = false;
    for (let line = 0; line < claim.ownLines; line++) {
      if (!canBeLookedUp(claim, line)) continue;
      const visit = isVisit(claim.code[line]);
      if (table === null || !table.isKnown(claim.from[line])) isUnknown ||= visit;
      else if (visit) {
        if (lookBack) checkVisit(input, table, line, report);
        isOpen = isOpen || mayBeWithin(input, line, input.lines.hasModifier(line, UNRELATED), report);
      } else isOpen = checkProcedure(input, table, line, isOpen, report);
    }
    if (isUnknown) report.add('no-data', -1);
  },
});

/**
 * A line of which only history could say more: said once a claim. Returns whether it was said.
 * @param isPaid whether the line is paid whatever came before
 */
function mayBeWithin({ claim }: CheckInput, line: number, isPaid: boolean, report: Report<Reason>): boolean {
  if (claim.hasHistory || isPaid) return false;
  report.add('no-history', line);
  return true;
}

/** Each reason at most once, with the first procedure that gives it. */
function checkVisit(input: CheckInput, table: FeeScheduleTable, line: number, report: Report<Reason>): void {
  const { claim, lines } = input;
  const code = claim.code[line];
  if (isCriticalCare(code) && claim.from[line] >= FT_FROM && lines.hasModifier(line, UNRELATED_CRITICAL_CARE)) return;
  let isSeparate = lines.hasModifier(line, SEPARATE);
  let isDecision = lines.hasModifier(line, DECISION);
  let isUnrelated = lines.hasModifier(line, UNRELATED);
  for (let other = 0; other < claim.pastEnd; other++) {
    const after = claim.from[line] - claim.from[other];
    if (after < -1 || after > LONGEST || other === line) continue;
    if (after > 0 ? isUnrelated : after < 0 ? isDecision : isSeparate) continue;
    const row = procedureRow(input, table, other);
    if (row < 0) continue;
    const global = table.globalDays(row);
    const from = global === LONGEST ? -1 : 0;
    if ((after === 0 && global === LONGEST && isDecision) || !isWithin(input, line, other, from, global)) continue;
    if (after > 0) {
      report.add('after-procedure', line, row, other, after);
      isUnrelated = true;
    } else if (after < 0) {
      report.add('day-before', line, row, other);
      isDecision = true;
    } else {
      report.add(global === LONGEST ? 'same-day-major' : 'same-day-minor', line, row, other, global);
      isSeparate = true;
    }
  }
}

/** Returns whether `no-history` has been said. */
function checkProcedure(
  input: CheckInput,
  table: FeeScheduleTable,
  line: number,
  isOpen: boolean,
  report: Report<Reason>,
): boolean {
  const { claim } = input;
  if (claim.modifierCount[line] > 0) checkSplit(input, table, line, report);
  if (isOpen && claim.pastEnd === 1) return true;
  const row = procedureRow(input, table, line);
  if (row < 0 || isPart(input, line)) return isOpen;
  if (claim.pastEnd > 1) checkSecond(input, table, line, report);
  return isOpen || mayBeWithin(input, line, false, report);
}

/** Whether the line says by itself how it stands to another procedure, or is an assistant's or a part of the care. */
function isPart({ claim }: CheckInput, line: number): boolean {
  if (claim.modifierCount[line] === 0) return false;
  for (const set of [GLOBAL_SURGERY, ASSISTANT, NO_SECOND])
    if (modifierIn(claim, line, set) !== UNPACKABLE) return true;
  return false;
}

function checkSecond(input: CheckInput, table: FeeScheduleTable, line: number, report: Report<Reason>): void {
  const { claim } = input;
  for (let other = 0; other < claim.pastEnd; other++) {
    const after = claim.from[line] - claim.from[other];
    if (after < 1 || after > LONGEST) continue;
    const row = procedureRow(input, table, other);
    if (row < 0 || !isWithin(input, line, other, 1, table.globalDays(row))) continue;
    report.add('second-procedure', line, row, other, after);
    return;
  }
}

function checkSplit(input: CheckInput, table: FeeScheduleTable, line: number, report: Report<Reason>): void {
  const { claim, lines } = input;
  const modifier = modifierIn(claim, line, SPLIT);
  if (modifier === UNPACKABLE) return;
  const row = feeRow(table, input, line);
  if (row < 0) return;
  const global = table.globalDays(row);
  if (global !== 10 && global !== LONGEST) report.add('not-split', line, row, -1, modifier);
  else if (lines.hasModifier(line, CARE_BEFORE)) report.add('care-before-alone', line, row);
}

const days = (count: number): string => `${count} day${count === 1 ? '' : 's'}`;

function source(facts: FindingFacts) {
  return feeSource(facts, ['globalDays']);
}

function visitModifier({ lineNumber }: FindingFacts, modifiers: readonly string[]): Resolution[] {
  return [{ kind: 'modifier', modifiers, lines: [lineNumber] }];
}

import { type FeeScheduleTable, GLOBAL_ZZZ, NO_MODIFIER } from '../../codebook/fee-schedule-table.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report } from '../define-edit.ts';
import type { Resolution } from '../finding.ts';
import { MODIFIER_50, MODIFIER_LT, MODIFIER_RT, modifierSet } from '../modifier-sets.ts';
import { eachModified, feeSource, NO_FEE_SCHEDULE } from './practitioner-lines.ts';

type Reason =
  | 'no-data'
  | 'unilateral'
  | 'bilateral-already'
  | 'not-applicable'
  | 'add-on'
  | 'side-again'
  | 'sides-on-two-lines'
  | 'sides-paid-once';

const SIDES = modifierSet('50 LT RT');

/**
 * Modifier 50 says that a procedure was done on both sides: one line, one unit. It goes with bilateral indicator 1
 * (paid at 150 %) and 3 (each side in full); with 0, 2 and 9 contractors return the line. RT and LT on two lines say
 * the same of indicator 1; of 0 and 2 both sides are paid as one.
 */
export const bilateral = defineEdit<Reason>({
  id: 'bilateral',
  title: 'Bilateral procedures',
  since: '0.2.0',
  sources: [
    {
      document: 'National Physician Fee Schedule Relative Value File, record layout',
      section: 'bilateral surgery (modifier 50)',
      date: '2026',
    },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 12, section 40.7' },
    { document: 'Novitas Solutions, Modifier 50 fact sheet (claims received on and after)', date: '2019-08-16' },
    { document: 'Noridian Healthcare Solutions, modifier 50' },
  ],
  needs: ['pfs'],
  stage: 'code with modifier',
  messages: {
    'no-data': NO_FEE_SCHEDULE,
    unilateral: {
      outcome: 'return',
      means: 'Modifier 50 on a code of bilateral indicator 0: its anatomy or its words rule out a second side.',
      say: ({ code }) =>
        `Modifier 50 stands on ${code}, whose bilateral indicator is 0: it is not paid for two sides, by its anatomy or because another code is.`,
      source,
      resolutions: without50,
    },
    'bilateral-already': {
      outcome: 'return',
      means: 'Modifier 50 on a code of bilateral indicator 2: its value is for both sides already.',
      say: ({ code }) =>
        `Modifier 50 stands on ${code}, whose bilateral indicator is 2: its value is for both sides already.`,
      source,
      resolutions: without50,
    },
    'not-applicable': {
      outcome: 'return',
      means: 'Modifier 50 on a code of bilateral indicator 9: the concept does not apply.',
      say: ({ code }) => `Modifier 50 stands on ${code}, to which sides do not apply (bilateral indicator 9).`,
      source,
      resolutions: without50,
    },
    'add-on': {
      outcome: 'review',
      means:
        'Modifier 50 on an add-on code (global days ZZZ) whose indicator would allow it; CPT has it reported twice.',
      say: ({ code }) =>
        `Modifier 50 stands on the add-on code ${code}: the fee schedule would allow it, CPT has the second side reported on a line of its own.`,
      source: (facts) => feeSource(facts, ['globalDays', 'bilateralSurgery']),
      resolutions: () => [{ kind: 'split-lines', modifiers: ['RT', 'LT'] }],
    },
    'side-again': {
      outcome: 'review',
      means: 'Modifier 50, and the same code again that day with 50, RT or LT: more than two sides.',
      say: ({ code }) =>
        `${code} stands with modifier 50, both sides, and again on the same day with 50, RT or LT: that is more than two sides.`,
      source,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'sides-on-two-lines': {
      outcome: 'info',
      means: 'RT and LT on two lines of a code of indicator 1: paid as one bilateral procedure, 150 % together.',
      say: ({ code }) =>
        `${code} stands with RT and LT on two lines; Medicare pays the two sides 150 % together and wants one line with modifier 50 and one unit.`,
      source,
    },
    'sides-paid-once': {
      outcome: 'info',
      means: 'RT and LT on two lines of a code of indicator 0 or 2: both sides are paid as one.',
      say: ({ code }) =>
        `${code} stands with RT and LT on two lines; by its bilateral indicator the two sides are paid what one is.`,
      source,
    },
  },
  check: (input, report) => eachModified(input, SIDES, report, checkLine),
});

function checkLine(input: CheckInput, table: FeeScheduleTable, line: number, _: number, report: Report<Reason>): void {
  const { claim, lines } = input;
  const row = table.find(claim.code[line], NO_MODIFIER, claim.from[line]);
  if (row < 0) return;
  if (lines.hasModifier(line, MODIFIER_50)) checkFifty(input, table, row, line, report);
  else if (lines.hasModifier(line, MODIFIER_LT)) checkSides(input, table, row, line, report);
}

function checkFifty(
  input: CheckInput,
  table: FeeScheduleTable,
  row: number,
  line: number,
  report: Report<Reason>,
): void {
  const indicator = table.bilateral(row);
  if (indicator === 0) report.add('unilateral', line, row);
  else if (indicator === 2) report.add('bilateral-already', line, row);
  else if (indicator === 9) report.add('not-applicable', line, row);
  else {
    if (table.globalDays(row) === GLOBAL_ZZZ) report.add('add-on', line, row);
    const again = otherSide(input, line, SIDES.has);
    if (again >= 0) report.add('side-again', line, row, again);
  }
}

/** Said of the LT line. */
function checkSides(
  input: CheckInput,
  table: FeeScheduleTable,
  row: number,
  line: number,
  report: Report<Reason>,
): void {
  const right = otherSide(input, line, isRight);
  if (right < 0) return;
  const indicator = table.bilateral(row);
  if (indicator === 1) report.add('sides-on-two-lines', line, row, right);
  else if (indicator === 0 || indicator === 2) report.add('sides-paid-once', line, row, right);
}

const isRight = (modifier: number): boolean => modifier === MODIFIER_RT;

/** Another line of the code, provider and day with such a modifier; -1 for none. */
function otherSide({ lines, claim }: CheckInput, line: number, isSide: (modifier: number) => boolean): number {
  const run = lines.runOfLine[line];
  for (let i = lines.runStart[run]; i < lines.runStart[run + 1]; i++) {
    const other = lines.order[i];
    if (other === line || claim.code[other] !== claim.code[line]) continue;
    for (const side of [MODIFIER_50, MODIFIER_LT, MODIFIER_RT])
      if (isSide(side) && lines.hasModifier(other, side)) return other;
  }
  return -1;
}

function source(facts: FindingFacts) {
  return feeSource(facts, ['bilateralSurgery']);
}

function without50(): Resolution[] {
  return [{ kind: 'remove-modifier', modifiers: ['50'] }];
}

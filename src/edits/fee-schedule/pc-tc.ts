import { type FeeScheduleTable, NO_MODIFIER } from '../../codebook/fee-schedule-table.ts';
import { unpackModifier } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report } from '../define-edit.ts';
import type { Resolution } from '../finding.ts';
import { MODIFIER_26, MODIFIER_TC, modifierSet } from '../modifier-sets.ts';
import { eachModified, feeSource, NO_FEE_SCHEDULE } from './practitioner-lines.ts';

type Reason = 'no-data' | 'no-components' | 'stand-alone' | 'no-technical-component' | 'not-stated';

const COMPONENTS = modifierSet('26 TC');
/** Status C as its ASCII code: priced by the contractor. */
const CONTRACTOR_PRICED = 'C'.charCodeAt(0);
const STAND_ALONE: Readonly<Record<number, string>> = {
  2: 'is the professional component alone',
  3: 'is the technical component alone',
  4: 'is the whole test alone, whose components have codes of their own',
};

/**
 * Modifier 26 (professional component) and TC (technical component) divide a test. They go with codes of PC/TC
 * indicator 1, and 26 with those of indicator 6; all others are not divided, or are a component by themselves.
 */
export const pcTc = defineEdit<Reason>({
  id: 'pc-tc',
  title: 'Professional and technical components',
  since: '0.2.0',
  sources: [
    {
      document: 'National Physician Fee Schedule Relative Value File, record layout',
      section: 'attachment A, PC/TC indicator',
      date: '2026',
    },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 23, addendum (MPFSDB record layout), PC/TC' },
  ],
  needs: ['pfs'],
  stage: 'code with modifier',
  messages: {
    'no-data': NO_FEE_SCHEDULE,
    'no-components': {
      outcome: 'deny',
      means: 'Modifier 26 or TC on a code that is not divided into components (PC/TC indicator 0, 5, 9).',
      say: (facts) =>
        `Modifier ${modifierOf(facts)} stands on ${facts.code}, which is not divided into a professional and a technical component (PC/TC indicator ${indicatorOf(facts)}).`,
      source,
      resolutions: without,
    },
    'stand-alone': {
      outcome: 'deny',
      means: 'Modifier 26 or TC on a code that is a component, or the whole test, by itself (PC/TC indicator 2, 3, 4).',
      say: (facts) =>
        `Modifier ${modifierOf(facts)} stands on ${facts.code}, which ${STAND_ALONE[indicatorOf(facts)]} (PC/TC indicator ${indicatorOf(facts)}).`,
      source,
      resolutions: without,
    },
    'no-technical-component': {
      outcome: 'deny',
      means: 'Modifier TC on a code of which only a physician’s interpretation is paid (PC/TC indicator 6, 8).',
      say: (facts) =>
        `Modifier TC stands on ${facts.code}, of which the fee schedule pays a physician’s interpretation alone (PC/TC indicator ${indicatorOf(facts)}): the test itself is paid by the laboratory fee schedule or to the hospital.`,
      source,
      resolutions: without,
    },
    'not-stated': {
      outcome: 'review',
      means:
        'The layout does not say whether the modifier may stand: 26 with indicator 7 or 8, TC with 7, or priced by the contractor.',
      say: (facts) =>
        `Modifier ${modifierOf(facts)} stands on ${facts.code} (PC/TC indicator ${indicatorOf(facts)}): CMS does not say that the code has this component; contractors differ.`,
      source,
      resolutions: without,
    },
  },
  check: (input, report) => eachModified(input, COMPONENTS, report, checkLine),
});

function checkLine(
  { claim, lines }: CheckInput,
  table: FeeScheduleTable,
  line: number,
  first: number,
  report: Report<Reason>,
): void {
  checkModifier(claim.code[line], claim.from[line], table, line, first, report);
  const second = first === MODIFIER_26 ? MODIFIER_TC : MODIFIER_26;
  if (lines.hasModifier(line, second)) checkModifier(claim.code[line], claim.from[line], table, line, second, report);
}

function checkModifier(
  code: number,
  day: number,
  table: FeeScheduleTable,
  line: number,
  modifier: number,
  report: Report<Reason>,
): void {
  if (table.find(code, modifier, day) >= 0) return;
  const interpretation = modifier === MODIFIER_TC ? table.find(code, MODIFIER_26, day) : -1;
  const row =
    interpretation >= 0 && table.pcTc(interpretation) === 6 ? interpretation : table.find(code, NO_MODIFIER, day);
  if (row < 0 || table.pcTc(row) === 1) return;
  report.add(reasonOf(table, row, modifier), line, row, -1, modifier);
}

function reasonOf(table: FeeScheduleTable, row: number, modifier: number): Reason {
  switch (table.pcTc(row)) {
    case 2:
    case 3:
    case 4:
      return 'stand-alone';
    case 6:
    case 8:
      return modifier === MODIFIER_TC ? 'no-technical-component' : 'not-stated';
    case 7:
      return 'not-stated';
    case 9:
      return table.status(row) === CONTRACTOR_PRICED ? 'not-stated' : 'no-components';
    default:
      return 'no-components';
  }
}

const modifierOf = ({ detail }: FindingFacts): string => unpackModifier(detail);
const indicatorOf = ({ records, row }: FindingFacts): number => records.feeSchedule?.pcTc(row) ?? -1;

function source(facts: FindingFacts) {
  return feeSource(facts, ['status', 'pcTc']);
}

function without(facts: FindingFacts): Resolution[] {
  return [{ kind: 'remove-modifier', modifiers: [modifierOf(facts)] }];
}

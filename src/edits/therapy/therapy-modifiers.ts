import type { FeeScheduleTable } from '../../codebook/fee-schedule-table.ts';
import { NO_MODIFIER } from '../../codebook/fee-schedule-table.ts';
import { type CodeSet, codeSet } from '../../codes/code-set.ts';
import { dayOf, isoDay, NOT_A_DAY } from '../../codes/day.ts';
import { packModifierText, unpackModifier } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report } from '../define-edit.ts';
import { feeSource, modifierIn, NO_FEE_SCHEDULE } from '../fee-schedule/practitioner-lines.ts';
import type { Resolution } from '../finding.ts';
import { countOf } from '../line-modifiers.ts';
import { modifierSet } from '../modifier-sets.ts';
import { isTherapist } from './therapists.ts';

type Reason =
  | 'no-data'
  | 'plan-missing'
  | 'therapist-without-plan'
  | 'two-plans'
  | 'other-discipline'
  | 'not-therapy'
  | 'assistant-without-plan'
  | 'above-threshold';

/** Speech-language pathology, occupational therapy, physical therapy: under which plan of care. */
const PLANS = modifierSet('GN GO GP');
const GN = packModifierText('GN');
const GO = packModifierText('GO');
const GP = packModifierText('GP');
/** In whole or in part by a physical, an occupational therapy assistant. */
const CQ = packModifierText('CQ');
const CO = packModifierText('CO');
const KX = packModifierText('KX');
const THERAPY = modifierSet('GN GO GP CQ CO');

/** Codes among which the fee schedule has always-therapy ones; others are not looked up. */
const MAY_BE_ALWAYS = codeSet('92507-92526 92597 92605-92609 92618 96125 97012-97763 G0281 G0283 G0329 0791T');
/** What a therapist may report beside visits, which are none of theirs. */
const MEDICINE = codeSet('92000-98999 G0281 G0283 G0329 0791T');
/** No therapy, whoever does it: anesthesia, imaging, laboratory, visits to physicians. */
const NEVER = codeSet('00100-01999 70010-89999 99202-99499');

/** One discipline alone may report these (CR 10176). */
const DISCIPLINES: readonly (readonly [modifier: number, codes: CodeSet])[] = [
  [GN, codeSet('92521-92524 92597 92607')],
  [GO, codeSet('97165-97168')],
  [GP, codeSet('97161-97164')],
];
const DISCIPLINES_FROM = dayOf(2018, 1, 1);
const ASSISTANTS_FROM = dayOf(2020, 1, 1);
/** Facility types: hospitals' outpatients, nursing facilities, home health outside of a plan, rehabilitation, clinics. */
const BILLS: ReadonlySet<number> = new Set([12, 13, 22, 23, 34, 74, 75, 85]);
const OUTPATIENT = 1;
/** Indicator of always-therapy services in the fee schedule's column of multiple procedures. */
const THERAPY_REDUCTION = 5;

/** Dollars a year above which KX says that the need is documented: physical therapy with speech, and occupational therapy. */
const THRESHOLDS: Readonly<Record<string, string>> = {
  2018: '2,010',
  2019: '2,040',
  2020: '2,080',
  2021: '2,110',
  2022: '2,150',
  2023: '2,230',
  2024: '2,330',
  2025: '2,410',
};

/**
 * Outpatient therapy is given under a plan of care, which GN, GO or GP names: one of them on each line of a code that is
 * always therapy. CQ goes with GP, CO with GO. Evaluations belong to one discipline.
 */
export const therapyModifiers = defineEdit<Reason>({
  id: 'therapy-modifiers',
  title: 'Therapy modifiers',
  since: '0.2.0',
  sources: [
    {
      document: 'Medicare Claims Processing Manual',
      section: 'chapter 5, sections 10.3 (KX), 20 and 20.1 (GN, GO, GP, CQ, CO)',
    },
    { document: 'CMS CR 10176, transmittal 3814 (updated editing of always therapy services)', date: '2018-01-01' },
    { document: 'National Physician Fee Schedule Relative Value File', section: 'multiple procedure indicator 5' },
    { document: 'Social Security Act', section: '1834(v) (therapy assistants)', date: '2020-01-01' },
  ],
  needs: ['pfs'],
  stage: 'code with modifier',
  messages: {
    'no-data': NO_FEE_SCHEDULE,
    'plan-missing': {
      outcome: 'return',
      means: 'A code that is always therapy without GN, GO or GP.',
      needsLines: true,
      say: ({ code }) =>
        `${code} is always therapy: the line needs GN, GO or GP for the plan of care that it was given under.`,
      source: (facts) => feeSource(facts, ['status', 'multipleProcedure']),
      resolutions: planned,
    },
    'therapist-without-plan': {
      outcome: 'review',
      means: 'A therapist’s line without GN, GO or GP.',
      needsLines: true,
      say: ({ code }) =>
        `${code} was rendered by a therapist, all of whose services are given under a plan of care (GN, GO, GP).`,
      resolutions: planned,
    },
    'two-plans': {
      outcome: 'return',
      means: 'More than one of GN, GO, GP on a line.',
      say: ({ code }) => `${code} has more than one of GN, GO and GP: a service is given under one plan of care.`,
      resolutions: () => [{ kind: 'remove-modifier', modifiers: PLANS.modifiers }],
    },
    'other-discipline': {
      outcome: 'return',
      means: 'From 2018-01-01: an evaluation of one discipline with the modifier of another.',
      needsLines: true,
      say: (facts) => `${facts.code} is of one discipline and goes with ${unpackModifier(facts.detail)} alone.`,
      resolutions: (facts) => [
        { kind: 'modifier', modifiers: [unpackModifier(facts.detail)], lines: [facts.lineNumber] },
      ],
    },
    'not-therapy': {
      outcome: 'review',
      means: 'A therapy modifier on anesthesia, imaging, a laboratory test or a visit to a physician.',
      say: ({ code }) => `${code} has a therapy modifier and is no therapy.`,
      resolutions: () => [{ kind: 'remove-modifier', modifiers: THERAPY.modifiers }],
    },
    'assistant-without-plan': {
      outcome: 'return',
      means: 'From 2020-01-01: CQ without GP, or CO without GO.',
      needsLines: true,
      say: ({ detail }) =>
        detail === CQ
          ? 'CQ (physical therapist assistant) goes with GP, which the line does not have.'
          : 'CO (occupational therapy assistant) goes with GO, which the line does not have.',
      resolutions: ({ detail, lineNumber }) => [
        { kind: 'modifier', modifiers: [detail === CQ ? 'GP' : 'GO'], lines: [lineNumber] },
      ],
    },
    'above-threshold': {
      outcome: 'info',
      means: 'KX on therapy: the year’s amount above which the need has to be documented was reached.',
      needsDay: true,
      say: ({ day }) =>
        `KX says that therapy above the year’s threshold${thresholdText(day)} is needed and that the record shows it.`,
    },
  },
  check(input, report) {
    const { claim } = input;
    if (!isOutpatient(input)) return;
    let isUnknown = false;
    for (let line = 0; line < claim.ownLines; line++) {
      const isMarked = claim.modifierCount[line] > 0 && modifierIn(claim, line, THERAPY) >= 0;
      const plans = isMarked ? countOf(claim, line, PLANS) : 0;
      if (isMarked) checkModifiers(input, line, plans, report);
      if (plans === 0) isUnknown = checkUnmarked(input, line, report) || isUnknown;
    }
    if (isUnknown) report.add('no-data', -1);
  },
});

/** Practitioners' claims, and those of facilities that give outpatient therapy. */
function isOutpatient({ claim, setting }: CheckInput): boolean {
  if (setting === 'dme') return false;
  return !claim.isInstitutional || BILLS.has(claim.facility) || (claim.facility < 0 && claim.setting === OUTPATIENT);
}

function checkModifiers(input: CheckInput, line: number, plans: number, report: Report<Reason>): void {
  const { claim, lines } = input;
  if (plans > 1) report.add('two-plans', line);
  if (plans > 0 && lines.hasModifier(line, KX)) report.add('above-threshold', line);
  if (claim.from[line] >= ASSISTANTS_FROM) {
    if (lines.hasModifier(line, CQ) && !lines.hasModifier(line, GP))
      report.add('assistant-without-plan', line, -1, -1, CQ);
    if (lines.hasModifier(line, CO) && !lines.hasModifier(line, GO))
      report.add('assistant-without-plan', line, -1, -1, CO);
  }
  if (NEVER.has(claim.code[line])) report.add('not-therapy', line);
  if (plans > 0 && claim.from[line] >= DISCIPLINES_FROM) checkDiscipline(input, line, report);
}

function checkDiscipline({ claim, lines }: CheckInput, line: number, report: Report<Reason>): void {
  for (const [modifier, codes] of DISCIPLINES) {
    if (codes.has(claim.code[line]) && !lines.hasModifier(line, modifier)) {
      report.add('other-discipline', line, -1, -1, modifier);
    }
  }
}

/** Returns whether a fee schedule was wanting. */
function checkUnmarked({ claim, records, payer }: CheckInput, line: number, report: Report<Reason>): boolean {
  const code = claim.code[line];
  if (payer.alwaysTherapy(code)) {
    report.add('plan-missing', line);
    return false;
  }
  if (!MEDICINE.has(code)) return false;
  const isTherapists = isTherapist(claim.renderingTaxonomy[line] || claim.billingTaxonomy);
  const day = claim.from[line];
  if (!MAY_BE_ALWAYS.has(code) || day === NOT_A_DAY) {
    if (isTherapists) report.add('therapist-without-plan', line);
    return false;
  }
  const table = records.feeSchedule;
  const isKnown = table?.isKnown(day) ?? false;
  const row = table !== null && isKnown ? alwaysRow(table, code, day) : -1;
  if (row >= 0) report.add('plan-missing', line, row);
  else if (isTherapists) report.add('therapist-without-plan', line);
  return !isKnown;
}

/** The code's row where it is always therapy, else -1. */
function alwaysRow(table: FeeScheduleTable, code: number, day: number): number {
  const row = table.find(code, NO_MODIFIER, day);
  return row >= 0 && table.multiple(row) === THERAPY_REDUCTION ? row : -1;
}

function thresholdText(day: number): string {
  if (day === NOT_A_DAY) return '';
  const year = isoDay(day).slice(0, 4);
  const dollars = THRESHOLDS[year];
  return dollars === undefined ? '' : ` ($${dollars} in ${year})`;
}

function planned({ lineNumber }: FindingFacts): Resolution[] {
  return [{ kind: 'modifier', modifiers: PLANS.modifiers, lines: [lineNumber] }];
}

import { dayOf, NOT_A_DAY } from '../../codes/day.ts';
import { isPackedDrugCode } from '../../codes/drug-codes.ts';
import { packModifierText, unpackModifier } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report } from '../define-edit.ts';
import { modifierIn } from '../fee-schedule/practitioner-lines.ts';
import type { Resolution } from '../finding.ts';
import { modifierSet } from '../modifier-sets.ts';

type Reason =
  | 'no-data'
  | 'not-a-drug'
  | 'neither'
  | 'neither-perhaps-packaged'
  | 'neither-early'
  | 'jw-alone'
  | 'jw-with-jz';

const JW = packModifierText('JW');
const JZ = packModifierText('JZ');
const WASTAGE = modifierSet('JW JZ');
/** JZ is required from this day, and claims without either are unprocessable from the other. */
const REQUIRED = dayOf(2023, 7, 1);
const ENFORCED = dayOf(2023, 10, 1);
/** Facility types whose drugs are paid apart: outpatient hospitals and critical access hospitals. */
const BILLS: ReadonlySet<number> = new Set([13, 85]);
const OUTPATIENT = 1;

/**
 * Drugs that come in single-dose containers and are paid apart under Part B: what is discarded stands on a line of its own
 * with JW beside the line of what was given; where nothing is, the line has JZ. Which drugs these are is data (the
 * policy's `drugs.singleDose`).
 */
export const drugWastage = defineEdit<Reason>({
  id: 'drug-wastage',
  title: 'Discarded drugs',
  since: '0.2.0',
  sources: [
    { document: 'Medicare Claims Processing Manual', section: 'chapter 17, section 40' },
    {
      document: 'CMS, Discarded Drugs and Biologicals – JW Modifier and JZ Modifier Policy, frequently asked questions',
    },
    { document: 'CY 2023 physician fee schedule final rule', section: '87 FR 69710 through 69734' },
    { document: 'Medicare coverage article A53024 (JW and JZ modifier billing guidelines)', date: '2023-01-10' },
  ],
  needs: [],
  stage: 'code with modifier',
  messages: {
    'no-data': {
      outcome: 'info',
      means: 'A drug has neither JW nor JZ, and the profile does not say which drugs come in single-dose containers.',
      say: () =>
        'Which drugs come in single-dose containers alone is not known (drugs.singleDose in the profile): whether JW or JZ is missing was not checked.',
    },
    'not-a-drug': {
      outcome: 'return',
      means: 'JW or JZ on a code that is no drug.',
      say: ({ code, detail }) => `Modifier ${unpackModifier(detail)} stands on ${code}, which is no drug.`,
      resolutions: ({ detail }) => [{ kind: 'remove-modifier', modifiers: [unpackModifier(detail)] }],
    },
    neither: {
      outcome: 'return',
      means: 'From 2023-10-01: a drug in a single-dose container with neither JW nor JZ.',
      needsLines: true,
      say: ({ code }) =>
        `${code} comes in single-dose containers: the line needs JZ where nothing was discarded, or a further line with JW for what was.`,
      resolutions: marked,
    },
    'neither-perhaps-packaged': {
      outcome: 'review',
      means: 'The same on a claim of a hospital or surgical centre, where drugs that are packaged need neither.',
      needsLines: true,
      say: ({ code }) =>
        `${code} comes in single-dose containers and has neither JW nor JZ; one is needed where the drug is paid apart.`,
      resolutions: marked,
    },
    'neither-early': {
      outcome: 'review',
      means: 'The same from 2023-07-01 to 2023-09-30, when the modifiers were required and claims not yet returned.',
      needsLines: true,
      say: ({ code }) =>
        `${code} comes in single-dose containers and has neither JW nor JZ, required since 2023-07-01.`,
      resolutions: marked,
    },
    'jw-alone': {
      outcome: 'return',
      means: 'JW without a line of the same code, day and provider for what was given.',
      say: ({ code }) => `What was discarded of ${code} (JW) stands beside no line of what was given that day.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'jw-with-jz': {
      outcome: 'review',
      means: 'JW on one line and JZ, nothing discarded, on another of the same code, day and provider.',
      needsLines: true,
      say: ({ code, otherLineNumber }) =>
        `Of ${code} something was discarded (JW), and line ${otherLineNumber} says that nothing was (JZ).`,
      resolutions: () => [{ kind: 'remove-modifier', modifiers: ['JZ'] }],
    },
  },
  check(input, report) {
    const { claim } = input;
    let isUnknown = false;
    for (let line = 0; line < claim.ownLines; line++) {
      const isDrug = isPackedDrugCode(claim.code[line]);
      if (claim.modifierCount[line] > 0) {
        const modifier = wastageOf(input, line);
        if (modifier === JW && isDrug) checkDiscarded(input, line, report);
        else if (modifier > 0 && !isDrug) report.add('not-a-drug', line, -1, -1, modifier);
        if (modifier > 0) continue;
      }
      if (isDrug && claim.from[line] >= REQUIRED) isUnknown = checkUnmarked(input, line, report) || isUnknown;
    }
    if (isUnknown) report.add('no-data', -1);
  },
});

/** JW or JZ of a line, JW where it has both, -1 for neither. */
function wastageOf({ claim, lines }: CheckInput, line: number): number {
  const first = claim.modifierCount[line] === 0 ? -1 : modifierIn(claim, line, WASTAGE);
  return first === JZ && lines.hasModifier(line, JW) ? JW : first;
}

/** The line of what was given is of the same service and code; an undated line is compared with none. */
function checkDiscarded(input: CheckInput, line: number, report: Report<Reason>): void {
  const { lines } = input;
  const run = lines.runOfLine[line];
  if (run < 0) return;
  let given = -1;
  for (let i = lines.runStart[run]; i < lines.runStart[run + 1]; i++) {
    const other = lines.order[i];
    if (other !== line && wastageOf(input, other) !== JW && input.claim.code[other] === input.claim.code[line]) {
      if (given < 0 || wastageOf(input, other) === JZ) given = other;
    }
  }
  if (given < 0) report.add('jw-alone', line);
  else if (wastageOf(input, given) === JZ) report.add('jw-with-jz', line, -1, given);
}

/** Returns whether the list of drugs was wanting. */
function checkUnmarked(input: CheckInput, line: number, report: Report<Reason>): boolean {
  const { claim, payer } = input;
  if (!isPaidApart(input) || hasDiscarded(input, line)) return false;
  if (payer.singleDose === null) return true;
  if (!payer.singleDose(claim.code[line])) return false;
  if (claim.from[line] < ENFORCED) report.add('neither-early', line);
  else report.add(claim.isInstitutional || input.lines.isSurgicalCentre ? 'neither-perhaps-packaged' : 'neither', line);
  return false;
}

/** Not rural health clinics and health centers, nor what suppliers dispense (frequently asked questions 6 and 7). */
function isPaidApart({ claim, setting }: CheckInput): boolean {
  if (setting === 'dme') return false;
  if (!claim.isInstitutional) return true;
  return claim.facility < 0 ? claim.setting === OUTPATIENT : BILLS.has(claim.facility);
}

/** Whether a line with JW of the same code, day and provider says that something was discarded. */
function hasDiscarded(input: CheckInput, line: number): boolean {
  const { lines, claim } = input;
  const run = claim.from[line] === NOT_A_DAY ? -1 : lines.runOfLine[line];
  if (run < 0) return false;
  for (let i = lines.runStart[run]; i < lines.runStart[run + 1]; i++)
    if (lines.hasModifier(lines.order[i], JW) && claim.code[lines.order[i]] === claim.code[line]) return true;
  return false;
}

function marked({ lineNumber }: FindingFacts): Resolution[] {
  return [
    { kind: 'modifier', modifiers: ['JZ'], lines: [lineNumber] },
    { kind: 'split-lines', modifiers: ['JW'] },
  ];
}

import { UNIT_BASIS_MINUTES } from '../../claims/coded-claim.ts';
import {
  isAnesthesia,
  isAnesthesiaAddOn,
  isAnesthesiaByTheDay,
  isQualifyingCircumstance,
  timeUnits,
} from '../../codes/anesthesia.ts';
import { NOT_A_DAY } from '../../codes/day.ts';
import { unpackModifier } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type Report } from '../define-edit.ts';
import { isPractitioners, modifierIn } from '../fee-schedule/practitioner-lines.ts';
import type { Resolution } from '../finding.ts';
import { countOf } from '../line-modifiers.ts';
import { modifierSet } from '../modifier-sets.ts';
import { type Part, partOf } from './direction.ts';

type Reason =
  | 'no-history'
  | 'who-missing'
  | 'who-twice'
  | 'status-twice'
  | 'status-elsewhere'
  | 'monitored-elsewhere'
  | 'circumstance-alone'
  | 'several-codes'
  | 'time-implausible'
  | 'parts-differ'
  | 'both-in-full'
  | 'partner-not-seen';

/** Who gave the anesthesia; Medicare pays by it. */
const WHO = modifierSet('AA AD QK QX QY QZ');
const STATUS = modifierSet('P1 P2 P3 P4 P5 P6');
/** Monitored anesthesia care. */
const MONITORED = modifierSet('QS G8 G9');
const ELSEWHERE = modifierSet([STATUS, MONITORED].flatMap(({ modifiers }) => modifiers).join(' '));
/** A second session of the day. */
const APART = modifierSet('59 XE 76 77 78 79');
const MOST_MINUTES = 24 * 60;

/**
 * Each line of anesthesia says with one modifier who gave it; a session has one code, that of the highest base value, with
 * its whole time in minutes. Where a physician directs an anesthetist, both report, each their part.
 */
export const anesthesia = defineEdit<Reason>({
  id: 'anesthesia',
  title: 'Anesthesia',
  since: '0.2.0',
  sources: [
    { document: 'Medicare Claims Processing Manual', section: 'chapter 12, section 50 (anesthesiologists), A to L' },
    {
      document: 'Medicare Claims Processing Manual',
      section: 'chapter 12, section 140 (qualified nonphysician anesthetists)',
    },
    { document: 'NCCI Policy Manual for Medicare Services', section: 'chapter II' },
  ],
  needs: [],
  stage: 'code with modifier',
  messages: {
    'no-history': {
      outcome: 'info',
      means: 'A directed or directing part whose other part is not on the claim, and no earlier claims were given.',
      say: ({ detail }) =>
        `Modifier ${unpackModifier(detail)} is one part of a directed case, and the other is not on this claim; without earlier claims it was not looked for.`,
    },
    'who-missing': {
      outcome: 'return',
      means: 'Anesthesia without a modifier that says who gave it: AA, AD, QK, QX, QY, QZ.',
      say: ({ code }) => `${code} needs a modifier that says who gave the anesthesia: ${WHO.modifiers.join(', ')}.`,
      resolutions: corrected,
    },
    'who-twice': {
      outcome: 'return',
      means: 'More than one of AA, AD, QK, QX, QY, QZ on a line.',
      say: ({ code }) =>
        `${code} has more than one modifier that says who gave the anesthesia; they exclude each other.`,
      resolutions: () => [{ kind: 'remove-modifier', modifiers: WHO.modifiers }],
    },
    'status-twice': {
      outcome: 'return',
      means: 'More than one physical status, P1 to P6.',
      say: ({ code }) => `${code} has more than one physical status (P1 to P6).`,
      resolutions: () => [{ kind: 'remove-modifier', modifiers: STATUS.modifiers }],
    },
    'status-elsewhere': {
      outcome: 'return',
      means: 'A physical status, P1 to P6, on a code that is no anesthesia.',
      say: ({ code, detail }) =>
        `${unpackModifier(detail)} (physical status in anesthesia) stands on ${code}, which is no anesthesia.`,
      resolutions: ({ detail }) => [{ kind: 'remove-modifier', modifiers: [unpackModifier(detail)] }],
    },
    'monitored-elsewhere': {
      outcome: 'review',
      means: 'QS, G8 or G9 (monitored anesthesia care) on a code that is no anesthesia.',
      say: ({ code, detail }) =>
        `${unpackModifier(detail)} (monitored anesthesia care) stands on ${code}, which is no anesthesia.`,
      resolutions: ({ detail }) => [{ kind: 'remove-modifier', modifiers: [unpackModifier(detail)] }],
    },
    'circumstance-alone': {
      outcome: 'deny',
      means: 'A qualifying circumstance (99100, 99116, 99135, 99140) without anesthesia by the provider that day.',
      say: ({ code }) => `${code} stands beside anesthesia, and the provider reports none that day.`,
      resolutions: corrected,
    },
    'several-codes': {
      outcome: 'review',
      means:
        'A second anesthesia code of the provider that day that is no add-on code, and no modifier for a further session.',
      needsLines: true,
      say: ({ code, otherLineNumber }) =>
        `${code} is a second anesthesia code beside line ${otherLineNumber}: of one session the code with the highest base value is reported, with the time of all procedures.`,
      resolutions: () => [{ kind: 'correct-claim' }, { kind: 'documentation' }],
    },
    'time-implausible': {
      outcome: 'review',
      means: 'More minutes than a day has.',
      say: ({ detail }) =>
        `${detail} minutes of anesthesia (${timeUnits(detail)} time units of 15 minutes) are more than a day has.`,
      resolutions: corrected,
    },
    'parts-differ': {
      outcome: 'review',
      means:
        'One line says that the anesthetist was directed, another of the code and day that there was no direction.',
      needsLines: true,
      say: ({ otherLineNumber }) =>
        `By the modifiers one of line ${otherLineNumber} and this line was under a physician’s direction and the other was not: QK, QY and AD go with QX, and QZ with none of them.`,
      resolutions: corrected,
    },
    'both-in-full': {
      outcome: 'review',
      means: 'AA and QZ of one code and day: both paid in full only where both were needed for the whole procedure.',
      needsLines: true,
      say: ({ otherLineNumber }) =>
        `An anesthesiologist (AA) and an anesthetist (QZ, line ${otherLineNumber}) both report the case in full: both are paid only where the need for both is documented.`,
      resolutions: () => [{ kind: 'documentation' }],
    },
    'partner-not-seen': {
      outcome: 'info',
      means: 'A directed or directing part whose other part is neither on the claim nor on an earlier one.',
      say: ({ detail }) =>
        `Modifier ${unpackModifier(detail)} is one part of a directed case, and the other is on no claim seen: QK, QY and AD go with QX.`,
    },
  },
  check(input, report) {
    if (!isPractitioners(input)) return;
    const { claim } = input;
    for (let line = 0; line < claim.ownLines; line++) {
      const code = claim.code[line];
      if (isAnesthesia(code)) checkAnesthesia(input, line, report);
      else {
        if (claim.modifierCount[line] > 0) checkOther(input, line, report);
        if (isQualifyingCircumstance(code) && !hasAnesthesia(input, line)) report.add('circumstance-alone', line);
      }
    }
  },
});

function checkAnesthesia(input: CheckInput, line: number, report: Report<Reason>): void {
  const { claim } = input;
  const who = countOf(claim, line, WHO);
  if (who === 0) report.add('who-missing', line);
  else if (who > 1) report.add('who-twice', line);
  else checkDirection(input, line, report);
  if (countOf(claim, line, STATUS) > 1) report.add('status-twice', line);
  const minutes = claim.unitBasis[line] === UNIT_BASIS_MINUTES ? claim.units[line] : 0;
  if (minutes > MOST_MINUTES) report.add('time-implausible', line, -1, -1, minutes);
  checkSession(input, line, report);
}

function checkOther({ claim }: CheckInput, line: number, report: Report<Reason>): void {
  const modifier = modifierIn(claim, line, ELSEWHERE);
  if (modifier < 0) return;
  report.add(STATUS.has(modifier) ? 'status-elsewhere' : 'monitored-elsewhere', line, -1, -1, modifier);
}

/** Whether the provider of a line has a line of anesthesia that day. */
function hasAnesthesia({ claim, lines }: CheckInput, line: number): boolean {
  const service = lines.serviceOf(line);
  if (service < 0) return true;
  const end = lines.runStart[lines.serviceStart[service + 1]];
  for (let i = lines.runStart[lines.serviceStart[service]]; i < end; i++)
    if (isAnesthesia(claim.code[lines.order[i]])) return true;
  return false;
}

/** Reported on the later of two lines of different codes of one provider and day. */
function checkSession({ claim, lines }: CheckInput, line: number, report: Report<Reason>): void {
  if (isNoSession(claim.code[line]) || modifierIn(claim, line, APART) >= 0) return;
  const service = lines.serviceOf(line);
  if (service < 0) return;
  for (let other = 0; other < line; other++) {
    if (!isAnesthesia(claim.code[other]) || isNoSession(claim.code[other]) || claim.code[other] === claim.code[line])
      continue;
    if (lines.serviceOf(other) !== service) continue;
    report.add('several-codes', line, -1, other);
    return;
  }
}

const isNoSession = (code: number): boolean => isAnesthesiaAddOn(code) || isAnesthesiaByTheDay(code);

/** Compares the line with the other parts of the same code and day, of whatever provider, on this claim and earlier ones. */
function checkDirection({ claim }: CheckInput, line: number, report: Report<Reason>): void {
  const modifier = modifierIn(claim, line, WHO);
  const part = partOf(modifier);
  if (claim.from[line] === NOT_A_DAY) return;
  let hasPartner = false;
  for (let other = 0; other < claim.pastEnd; other++) {
    if (other === line || claim.code[other] !== claim.code[line] || claim.from[other] !== claim.from[line]) continue;
    const theirs = partOf(modifierIn(claim, other, WHO));
    hasPartner ||= isPartner(part, theirs);
    if (other > line && other < claim.ownLines) continue;
    if (part === 'in full' && theirs === 'alone') report.add('both-in-full', line, -1, other);
    else if (part === 'alone' && theirs === 'in full') report.add('both-in-full', line, -1, other);
    else if (contradict(part, theirs)) report.add('parts-differ', line, -1, other);
  }
  if (hasPartner || (part !== 'directing' && part !== 'directed')) return;
  report.add(claim.hasHistory ? 'partner-not-seen' : 'no-history', line, -1, -1, modifier);
}

const isPartner = (one: Part, other: Part): boolean =>
  (one === 'directing' && other === 'directed') || (one === 'directed' && other === 'directing');

/** A part of a directed case beside one that says there was no direction. */
function contradict(one: Part, other: Part): boolean {
  const isAnyDirected = one === 'directing' || one === 'directed' || other === 'directing' || other === 'directed';
  const isAnyNot = one === 'alone' || one === 'in full' || other === 'alone' || other === 'in full';
  return isAnyDirected && isAnyNot;
}

function corrected(): Resolution[] {
  return [{ kind: 'correct-claim' }];
}

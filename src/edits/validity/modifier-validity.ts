import { EMPTY_MODIFIER, MODIFIER_SLOTS } from '../../claims/coded-claim.ts';
import { isAmbulanceTrip } from '../../codes/ambulance-modifiers.ts';
import { isoDay, isoDayOrOpen, NOT_A_DAY } from '../../codes/day.ts';
import { levelOneModifierFrom } from '../../codes/level-one-modifiers.ts';
import { UNPACKABLE, unpackModifier } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report, whenOf } from '../define-edit.ts';
import { isEvaluationAndManagement } from '../evaluation-and-management.ts';
import type { FindingSource } from '../finding.ts';
import { CONTRADICTORY, MODIFIER_50, MODIFIER_59, MODIFIER_XP, X_SUBSETS } from '../modifier-sets.ts';

type Reason =
  | 'no-data'
  | 'malformed'
  | 'unknown'
  | 'unknown-outside-releases'
  | 'not-in-force'
  | 'too-many'
  | 'empty-slot'
  | 'repeated'
  | 'contradictory'
  | 'distinct-service-twice'
  | 'practitioner-on-visit'
  | 'bilateral-units'
  | 'bilateral-surgical-centre';

const MOST_MODIFIERS = 4;

/**
 * Every modifier on a line must exist and be in force on the date of service; at most four stand on a line,
 * none twice, none after an empty slot, and no two that contradict each other. On a transport code two letters
 * that name the origin and the destination of the trip are valid, listed or not.
 */
export const modifierValidity = defineEdit<Reason>({
  id: 'modifier-validity',
  title: 'Modifier validity',
  since: '0.1.0',
  sources: [
    {
      document: 'Medicare Claims Processing Manual',
      section: 'chapter 23, sections 20.3 and 20.4; chapter 26, section 10.4 (item 24D)',
    },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 23, section 20.9.1.1 (GA, GY, GZ)' },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 12, section 40.7 (bilateral procedures)' },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 14 (ambulatory surgical centers)' },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 15, section 30 A (ambulance modifiers)' },
    { document: 'NCCI Policy Manual for Medicare Services', section: 'chapter I, section E' },
    { document: 'CMS CR 8863, transmittal 1422 (modifiers XE, XP, XS, XU)', date: '2015-01-01' },
  ],
  needs: ['hcpcs'],
  stage: 'code and modifier validity',
  messages: {
    'no-data': {
      outcome: 'info',
      means: 'No HCPCS release with modifiers is loaded, and a line has a Level II modifier.',
      say: () => 'No HCPCS release with modifiers is loaded: Level II modifiers were not checked.',
    },
    malformed: {
      outcome: 'return',
      means: 'What stands as a modifier is not two letters or digits.',
      stage: 'syntax',
      say: () => 'A modifier on the line is not two letters or digits.',
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    unknown: {
      outcome: 'deny',
      means: 'A modifier that no release lists, on a date that a loaded release covers, and no CPT modifier.',
      say: ({ detail }) => `Modifier ${unpackModifier(detail)} is in no release loaded and is no CPT modifier.`,
      resolutions: ({ detail }) => [{ kind: 'remove-modifier', modifiers: [unpackModifier(detail)] }],
    },
    'unknown-outside-releases': {
      outcome: 'review',
      means: 'A modifier that no release lists, on a date that no loaded release with modifiers covers.',
      say: ({ detail }) =>
        `No release loaded covers the modifiers of the date of service, and none lists modifier ${unpackModifier(detail)}.`,
    },
    'not-in-force': {
      outcome: 'deny',
      means: 'A modifier before its first or after its last day.',
      needsDay: true,
      say: (facts) => `Modifier ${unpackModifier(facts.detail)} is ${windowText(facts)}, not on the date of service.`,
      source: modifierSource,
      resolutions: ({ detail }) => [{ kind: 'remove-modifier', modifiers: [unpackModifier(detail)] }],
    },
    'too-many': {
      outcome: 'return',
      means: 'More than four modifiers on the line.',
      stage: 'syntax',
      say: () => 'The line has more than four modifiers.',
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'empty-slot': {
      outcome: 'return',
      means: 'A modifier after an empty slot.',
      stage: 'syntax',
      say: () => 'A modifier stands after an empty slot.',
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    repeated: {
      outcome: 'return',
      means: 'The same modifier twice on the line.',
      stage: 'syntax',
      say: ({ detail }) => `Modifier ${unpackModifier(detail)} stands twice on the line.`,
      resolutions: ({ detail }) => [{ kind: 'remove-modifier', modifiers: [unpackModifier(detail)] }],
    },
    contradictory: {
      outcome: 'return',
      means: 'Two modifiers that contradict each other: LT, RT, 50; 26, TC; JW, JZ; NU, UE, RR; GA, GY, GZ, KX.',
      say: ({ detail }) => {
        const [first, second] = twoModifiers(detail);
        return `Modifiers ${first} and ${second} contradict each other on one line.`;
      },
      resolutions: ({ detail }) => [{ kind: 'remove-modifier', modifiers: twoModifiers(detail) }],
    },
    'distinct-service-twice': {
      outcome: 'review',
      means: 'Modifier 59 together with XE, XP, XS or XU, each a part of 59.',
      say: ({ detail }) =>
        `Modifier 59 and modifier ${unpackModifier(detail)} stand on one line: ${unpackModifier(detail)} is a part of 59, report one of them.`,
      resolutions: () => [{ kind: 'remove-modifier', modifiers: ['59'] }],
    },
    'practitioner-on-visit': {
      outcome: 'review',
      means: 'Modifier XP on an evaluation and management service.',
      stage: 'code with modifier',
      say: ({ code }) =>
        `Modifier XP (separate practitioner) stands on ${code}, an evaluation and management service; for those there are modifiers 24, 25 and 57.`,
      resolutions: () => [{ kind: 'remove-modifier', modifiers: ['XP'] }],
    },
    'bilateral-units': {
      outcome: 'review',
      means: 'Modifier 50 with more than one unit: both sides are one line and one unit.',
      stage: 'code with modifier',
      say: ({ detail }) =>
        `Modifier 50 with ${detail} units: a bilateral procedure is one line with modifier 50 and one unit.`,
      resolutions: () => [{ kind: 'units', most: 1 }],
    },
    'bilateral-surgical-centre': {
      outcome: 'review',
      means: 'Modifier 50 on a claim of an ambulatory surgical centre, which reports RT and LT on two lines.',
      stage: 'code with modifier',
      say: () =>
        'Modifier 50 on a claim of an ambulatory surgical centre: it reports the two sides on two lines, with RT and LT.',
      resolutions: () => [
        { kind: 'remove-modifier', modifiers: ['50'] },
        { kind: 'split-lines', modifiers: ['RT', 'LT'] },
      ],
    },
  },
  check(input, report) {
    const { claim } = input;
    let isAbsent = false;
    for (let line = 0; line < claim.ownLines; line++) {
      if (claim.modifierCount[line] > 0) isAbsent = checkLine(input, line, report) || isAbsent;
    }
    if (isAbsent) report.add('no-data', -1);
  },
});

/** Returns whether a modifier could not be checked for want of a release. */
function checkLine(input: CheckInput, line: number, report: Report<Reason>): boolean {
  const { claim } = input;
  const count = claim.modifierCount[line];
  const start = line * MODIFIER_SLOTS;
  const end = start + Math.min(count, MODIFIER_SLOTS);
  let isAbsent = false;
  let hasEmpty = false;
  let hasMalformed = false;
  for (let slot = start; slot < end; slot++) {
    const modifier = claim.modifiers[slot];
    if (modifier === EMPTY_MODIFIER) hasEmpty = true;
    else if (modifier === UNPACKABLE) hasMalformed = true;
    else if (timesBefore(claim.modifiers, start, slot) === 0)
      isAbsent = checkKnown(input, modifier, line, report) || isAbsent;
  }
  if (hasMalformed) report.add('malformed', line);
  if (count > MOST_MODIFIERS) report.add('too-many', line);
  if (hasEmpty) report.add('empty-slot', line);
  if (count > 1) checkTogether(claim.modifiers, start, end, line, report);
  checkWithLine(input, line, report);
  return isAbsent;
}

/** How often a slot's modifier stands in the slots before it. */
function timesBefore(modifiers: Int16Array, start: number, slot: number): number {
  let times = 0;
  for (let before = start; before < slot; before++) if (modifiers[before] === modifiers[slot]) times++;
  return times;
}

/** Returns whether the modifier could not be checked for want of a release. */
function checkKnown({ claim, tables }: CheckInput, modifier: number, line: number, report: Report<Reason>): boolean {
  const table = tables.hcpcs;
  const day = claim.from[line];
  if (day === NOT_A_DAY || isAmbulanceTrip(claim.code[line], modifier)) return false;
  const levelOne = levelOneModifierFrom(modifier);
  if (levelOne !== NOT_A_DAY) {
    if (day < levelOne) report.add('not-in-force', line, -1, -1, modifier);
    return false;
  }
  if (table === null || table.modifiersKnownFrom > table.modifiersKnownTo) return true;
  if (table.modifierInForce(modifier, day)) return false;
  if (table.modifierFrom(modifier) <= table.modifierTo(modifier)) report.add('not-in-force', line, -1, -1, modifier);
  else {
    const reason = table.modifiersCover(day) ? 'unknown' : 'unknown-outside-releases';
    report.add(reason, line, -1, -1, modifier);
  }
  return false;
}

/** Each two different modifiers once, and each repeated one once. */
function checkTogether(modifiers: Int16Array, start: number, end: number, line: number, report: Report<Reason>): void {
  for (let b = start + 1; b < end; b++) {
    const second = modifiers[b];
    if (second < 0) continue;
    const times = timesBefore(modifiers, start, b);
    if (times === 1) report.add('repeated', line, -1, -1, second);
    for (let a = start; a < b && times === 0; a++) {
      if (modifiers[a] >= 0 && timesBefore(modifiers, start, a) === 0) checkTwo(modifiers[a], second, line, report);
    }
  }
}

function checkTwo(first: number, second: number, line: number, report: Report<Reason>): void {
  if (contradict(first, second)) report.add('contradictory', line, -1, -1, packTwo(first, second));
  else if (first === MODIFIER_59 && X_SUBSETS.has(second)) report.add('distinct-service-twice', line, -1, -1, second);
  else if (second === MODIFIER_59 && X_SUBSETS.has(first)) report.add('distinct-service-twice', line, -1, -1, first);
}

function checkWithLine({ claim, lines, setting }: CheckInput, line: number, report: Report<Reason>): void {
  if (lines.hasModifier(line, MODIFIER_XP) && isEvaluationAndManagement(claim.code[line])) {
    report.add('practitioner-on-visit', line);
  }
  if (!lines.hasModifier(line, MODIFIER_50)) return;
  if (setting === 'professional' && lines.isSurgicalCentre) report.add('bilateral-surgical-centre', line);
  else if (claim.units[line] > 1) report.add('bilateral-units', line, -1, -1, claim.units[line]);
}

function contradict(first: number, second: number): boolean {
  for (const group of CONTRADICTORY) if (group.has(first) && group.has(second)) return true;
  return false;
}

/** Two modifiers as one number, the smaller first, so that their order on the line does not matter. */
const packTwo = (a: number, b: number): number => Math.min(a, b) * 1296 + Math.max(a, b);
const twoModifiers = (packed: number): [string, string] => [
  unpackModifier(Math.floor(packed / 1296)),
  unpackModifier(packed % 1296),
];

/** `valid from …`, of a Level II modifier as its release says. */
function windowText(facts: FindingFacts): string {
  const levelOne = levelOneModifierFrom(facts.detail);
  if (levelOne !== NOT_A_DAY) return `valid from ${isoDay(levelOne)}`;
  const table = facts.tables.hcpcs;
  if (table === null) return 'valid on other days';
  const end = isoDayOrOpen(table.modifierTo(facts.detail));
  return `valid from ${isoDay(table.modifierFrom(facts.detail))}${end === null ? '' : ` through ${end}`}`;
}

function modifierSource(facts: FindingFacts): FindingSource | null {
  const modifier = unpackModifier(facts.detail);
  const answer = facts.codebook.code(modifier, whenOf(facts));
  if (answer.status !== 'listed') return null;
  const { entry } = answer;
  return {
    release: entry.windowRelease.id,
    row: { modifier, from: isoDay(entry.from), to: isoDayOrOpen(entry.to) },
  };
}

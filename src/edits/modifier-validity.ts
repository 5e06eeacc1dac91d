import { EMPTY_MODIFIER, MODIFIER_SLOTS } from '../claims/coded-claim.ts';
import type { HcpcsTable } from '../codebook/codebook.ts';
import { isoDay, isoDayOrOpen, NOT_A_DAY } from '../codes/day.ts';
import { levelOneModifierFrom } from '../codes/level-one-modifiers.ts';
import { UNPACKABLE, unpackModifier } from '../codes/packed.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report, whenOf } from './define-edit.ts';
import { isEvaluationAndManagement } from './evaluation-and-management.ts';
import type { FindingSource } from './finding.ts';
import { CONTRADICTORY, MODIFIER_50, MODIFIER_59, MODIFIER_XP, X_SUBSETS } from './modifier-sets.ts';

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
const SURGICAL_CENTRE = 24;

/**
 * Every modifier on a line must exist and be in force on the date of service; at most four stand on a line,
 * none twice, none after an empty slot, and no two that contradict each other.
 */
export const modifierValidity = defineEdit<Reason>({
  id: 'modifier-validity',
  title: 'Modifier validity',
  since: '0.1.0',
  sources: [
    { document: 'Medicare Claims Processing Manual', section: 'chapter 23, section 20.3; chapter 26, section 10.4' },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 12, section 40.7 (bilateral procedures)' },
    { document: 'NCCI Policy Manual for Medicare Services', section: 'chapter I, section E' },
    { document: 'CMS CR 8863 (modifiers XE, XP, XS, XU)', date: '2014-08-15' },
  ],
  needs: ['hcpcs'],
  messages: {
    'no-data': {
      outcome: 'info',
      say: () => 'No HCPCS release with modifiers is loaded: Level II modifiers were not checked.',
    },
    malformed: {
      outcome: 'deny',
      say: () => 'A modifier on the line is not two letters or digits.',
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    unknown: {
      outcome: 'deny',
      say: ({ detail }) => `Modifier ${unpackModifier(detail)} is in no release loaded and is no CPT modifier.`,
      resolutions: ({ detail }) => [{ kind: 'remove-modifier', modifiers: [unpackModifier(detail)] }],
    },
    'unknown-outside-releases': {
      outcome: 'review',
      say: ({ detail }) =>
        `Modifier ${unpackModifier(detail)} is in no release loaded, but the date of service lies outside of them.`,
    },
    'not-in-force': {
      needsDay: true,
      outcome: 'deny',
      say: (facts) => {
        const { from, to } = modifierWindow(facts);
        const end = isoDayOrOpen(to);
        return `Modifier ${unpackModifier(facts.detail)} is valid from ${isoDay(from)}${end === null ? '' : ` through ${end}`}, not on the date of service.`;
      },
      source: modifierSource,
      resolutions: ({ detail }) => [{ kind: 'remove-modifier', modifiers: [unpackModifier(detail)] }],
    },
    'too-many': {
      outcome: 'return',
      say: () => 'The line has more than four modifiers.',
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'empty-slot': {
      outcome: 'return',
      say: () => 'A modifier stands after an empty slot.',
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    repeated: {
      outcome: 'return',
      say: ({ detail }) => `Modifier ${unpackModifier(detail)} stands twice on the line.`,
      resolutions: ({ detail }) => [{ kind: 'remove-modifier', modifiers: [unpackModifier(detail)] }],
    },
    contradictory: {
      outcome: 'return',
      say: ({ detail }) => {
        const [first, second] = twoModifiers(detail);
        return `Modifiers ${first} and ${second} contradict each other on one line.`;
      },
      resolutions: ({ detail }) => [{ kind: 'remove-modifier', modifiers: twoModifiers(detail) }],
    },
    'distinct-service-twice': {
      outcome: 'review',
      say: ({ detail }) =>
        `Modifier 59 and modifier ${unpackModifier(detail)} stand on one line: ${unpackModifier(detail)} is a part of 59, report one of them.`,
      resolutions: () => [{ kind: 'remove-modifier', modifiers: ['59'] }],
    },
    'practitioner-on-visit': {
      outcome: 'review',
      say: ({ code }) =>
        `Modifier XP (separate practitioner) stands on ${code}, an evaluation and management service: 24, 25 or 57 are meant for these.`,
      resolutions: () => [{ kind: 'remove-modifier', modifiers: ['XP'] }],
    },
    'bilateral-units': {
      outcome: 'review',
      say: ({ detail }) =>
        `Modifier 50 with ${detail} units: a bilateral procedure is one line with modifier 50 and one unit.`,
      resolutions: () => [{ kind: 'units', most: 1 }],
    },
    'bilateral-surgical-centre': {
      outcome: 'review',
      say: () =>
        'Modifier 50 on a claim of an ambulatory surgical centre: it reports the two sides on two lines, with RT and LT.',
      resolutions: () => [{ kind: 'split-lines', modifiers: ['RT', 'LT'] }],
    },
  },
  check(input, report) {
    const { claim, tables } = input;
    let absent = false;
    for (let line = 0; line < claim.ownLines; line++) {
      const count = claim.modifierCount[line];
      if (count === 0) continue;
      if (count > MOST_MODIFIERS) report.add('too-many', line);
      const start = line * MODIFIER_SLOTS;
      const end = start + Math.min(count, MODIFIER_SLOTS);
      let empty = false;
      for (let slot = start; slot < end; slot++) {
        const modifier = claim.modifiers[slot];
        if (modifier === EMPTY_MODIFIER) empty = true;
        else if (modifier === UNPACKABLE) report.add('malformed', line);
        else absent = checkKnown(tables.hcpcs, modifier, claim.from[line], line, report) || absent;
      }
      if (empty) report.add('empty-slot', line);
      if (count > 1) checkTogether(claim.modifiers, start, end, line, report);
      checkWithLine(input, line, report);
    }
    if (absent) report.add('no-data', -1);
  },
});

/** Returns whether the modifier could not be checked for want of a release. */
function checkKnown(
  table: HcpcsTable | null,
  modifier: number,
  day: number,
  line: number,
  report: Report<Reason>,
): boolean {
  if (day === NOT_A_DAY) return false;
  const levelOne = levelOneModifierFrom(modifier);
  if (levelOne !== NOT_A_DAY) {
    if (day < levelOne) report.add('not-in-force', line, -1, -1, modifier);
    return false;
  }
  if (table === null || table.modifiersKnownFrom > table.modifiersKnownTo) return true;
  if (table.modifierInForce(modifier, day)) return false;
  if (table.modifierFrom(modifier) <= table.modifierTo(modifier)) report.add('not-in-force', line, -1, -1, modifier);
  else {
    const outside = day < table.modifiersKnownFrom || day > table.modifiersKnownTo;
    report.add(outside ? 'unknown-outside-releases' : 'unknown', line, -1, -1, modifier);
  }
  return false;
}

function checkTogether(modifiers: Int16Array, start: number, end: number, line: number, report: Report<Reason>): void {
  for (let a = start; a < end; a++) {
    const first = modifiers[a];
    if (first < 0) continue;
    for (let b = a + 1; b < end; b++) {
      const second = modifiers[b];
      if (second < 0) continue;
      if (first === second) report.add('repeated', line, -1, -1, first);
      else if (contradict(first, second)) report.add('contradictory', line, -1, -1, packTwo(first, second));
      else if (first === MODIFIER_59 && X_SUBSETS.has(second))
        report.add('distinct-service-twice', line, -1, -1, second);
      else if (second === MODIFIER_59 && X_SUBSETS.has(first))
        report.add('distinct-service-twice', line, -1, -1, first);
    }
  }
}

function checkWithLine({ claim, lines, setting }: CheckInput, line: number, report: Report<Reason>): void {
  if (lines.hasModifier(line, MODIFIER_XP) && isEvaluationAndManagement(claim.code[line])) {
    report.add('practitioner-on-visit', line);
  }
  if (!lines.hasModifier(line, MODIFIER_50)) return;
  if (setting === 'professional' && lines.isSurgicalCentre && claim.place[line] === SURGICAL_CENTRE) {
    report.add('bilateral-surgical-centre', line);
  } else if (claim.units[line] > 1) report.add('bilateral-units', line, -1, -1, claim.units[line]);
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

function modifierWindow({ detail, tables }: FindingFacts): { from: number; to: number } {
  const levelOne = levelOneModifierFrom(detail);
  if (levelOne !== NOT_A_DAY || tables.hcpcs === null) return { from: levelOne, to: 0xffff };
  return { from: tables.hcpcs.modifierFrom(detail), to: tables.hcpcs.modifierTo(detail) };
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

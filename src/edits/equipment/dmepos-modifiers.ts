import { type Equipment, NEW, RENTED, USED } from '../../codebook/dmepos-table.ts';
import { isoDay, NOT_A_DAY } from '../../codes/day.ts';
import { packModifierText } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report } from '../define-edit.ts';
import { recordSource } from '../record-source.ts';

type Reason = 'no-data' | 'way-missing' | 'way-without-fee' | 'rental-month-missing' | 'rental-months-twice';

const [NU, UE, RR] = ['NU', 'UE', 'RR'].map(packModifierText);
const MONTHS = ['KH', 'KI', 'KJ'].map(packModifierText);
/** Codes of equipment and what goes with it: A to E, K and L. */
const FIRST_LETTERS = new Set('ABEKL'.split('').map((letter) => Number.parseInt(letter, 36)));

/**
 * Equipment is bought new (NU), bought used (UE) or rented (RR): where the fee schedule has fees by the way it is furnished,
 * a supplier's line says which, by one that has a fee. Capped rentals say the month too: KH the first, KI the second and
 * third, KJ the fourth to thirteenth.
 */
export const dmeposModifiers = defineEdit<Reason>({
  id: 'dmepos-modifiers',
  title: 'Equipment modifiers',
  since: '0.2.0',
  sources: [
    {
      document: 'Medicare Claims Processing Manual',
      section: 'chapter 20, sections 30 and 130 (categories, modifiers)',
    },
    { document: 'DMEPOS fee schedule', section: 'code, modifiers and category of each row' },
  ],
  needs: ['dmepos'],
  stage: 'code with modifier',
  messages: {
    'no-data': {
      outcome: 'info',
      means: 'No DMEPOS fee schedule is loaded, or none of those loaded speaks for the date of service.',
      say: ({ records: { equipment } }) =>
        equipment === null
          ? 'No DMEPOS fee schedule is loaded: modifiers of equipment were not checked.'
          : `The DMEPOS fee schedules loaded speak from ${isoDay(equipment.knownFrom)} to ${isoDay(equipment.knownTo)}: lines of other days were not checked.`,
    },
    'way-missing': {
      outcome: 'return',
      means: 'None of NU, UE and RR on a code that has fees by the way it is furnished.',
      needsDay: true,
      say: ({ code, detail }) => `${code} has fees by the way it is furnished: one of ${named(detail)} is missing.`,
      source: (facts) => equipmentSource(facts),
      resolutions: ({ lineNumber, detail }) => [{ kind: 'modifier', modifiers: namesOf(detail), lines: [lineNumber] }],
    },
    'way-without-fee': {
      outcome: 'return',
      means: 'NU, UE or RR on a code that has no fee for that way.',
      needsDay: true,
      say: ({ code, detail }) => `${code} has fees for ${named(detail)} alone.`,
      source: (facts) => equipmentSource(facts),
      resolutions: ({ lineNumber, detail }) => [{ kind: 'modifier', modifiers: namesOf(detail), lines: [lineNumber] }],
    },
    'rental-month-missing': {
      outcome: 'return',
      means: 'A capped rental (RR) without KH, KI or KJ.',
      needsDay: true,
      say: ({ code }) =>
        `${code} is a capped rental: KH (month 1), KI (months 2 and 3) or KJ (months 4 to 13) is missing.`,
      source: (facts) => equipmentSource(facts),
      resolutions: ({ lineNumber }) => [{ kind: 'modifier', modifiers: ['KH', 'KI', 'KJ'], lines: [lineNumber] }],
    },
    'rental-months-twice': {
      outcome: 'return',
      means: 'Two of KH, KI and KJ on one line.',
      say: ({ code }) => `${code} has two of KH, KI and KJ, which say different months.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
  },
  check(input, report) {
    const { claim, records } = input;
    if (claim.isInstitutional) return;
    let isUnknown = false;
    for (let line = 0; line < claim.ownLines; line++) {
      const code = claim.code[line];
      const day = claim.from[line];
      if (code < 0 || day === NOT_A_DAY || !FIRST_LETTERS.has(Math.floor(code / 36 ** 4))) continue;
      if (records.equipment === null || !records.equipment.isKnown(day)) {
        isUnknown ||= saysEquipment(input, line);
        continue;
      }
      const equipment = records.equipment.find(code, day);
      if (equipment !== null && equipment.ways !== 0) checkLine(input, line, equipment, report);
    }
    if (isUnknown) report.add('no-data', -1);
  },
});

/** A supplier's claim, or a line that says a way: without the table, others are not known to be of equipment. */
const saysEquipment = (input: CheckInput, line: number): boolean =>
  input.setting === 'dme' || waysOn(input, line) !== 0;

function checkLine(input: CheckInput, line: number, { ways, category }: Equipment, report: Report<Reason>): void {
  const said = waysOn(input, line);
  if (said === 0) report.add('way-missing', line, -1, -1, ways);
  else if ((said & ways) === 0) report.add('way-without-fee', line, -1, -1, ways);
  const months = MONTHS.filter((modifier) => has(input, line, modifier)).length;
  if (months > 1) report.add('rental-months-twice', line);
  if (category === 'CR' && (said & RENTED) !== 0 && months === 0) report.add('rental-month-missing', line);
}

function waysOn(input: CheckInput, line: number): number {
  return (has(input, line, NU) ? NEW : 0) | (has(input, line, UE) ? USED : 0) | (has(input, line, RR) ? RENTED : 0);
}

const has = ({ claim, lines }: CheckInput, line: number, modifier: number): boolean =>
  claim.modifierCount[line] > 0 && lines.hasModifier(line, modifier);

const namesOf = (ways: number): string[] =>
  [
    [NEW, 'NU'],
    [USED, 'UE'],
    [RENTED, 'RR'],
  ].flatMap(([way, name]) => ((ways & (way as number)) === 0 ? [] : [name as string]));

const named = (ways: number): string => namesOf(ways).join(', ');

/** The first row of the code, whose modifiers stand in its key. */
function equipmentSource(facts: FindingFacts) {
  for (const name of namesOf(facts.detail)) {
    const source = recordSource(facts, 'dmepos', `${facts.code}-${name}`, ['category']);
    if (source !== null) return source;
  }
  return recordSource(facts, 'dmepos', facts.code, ['category']);
}

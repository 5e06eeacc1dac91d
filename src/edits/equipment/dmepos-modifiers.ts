import { type Equipment, NEW, RENTED, USED } from '../../codebook/dmepos-table.ts';
import { isoDay, NOT_A_DAY } from '../../codes/day.ts';
import { packModifierText } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report } from '../define-edit.ts';
import { recordSource } from '../record-source.ts';
import { MOST_MONTHS, rentalMonth } from './rental-months.ts';

type Reason =
  | 'no-data'
  | 'no-history'
  | 'way-missing'
  | 'way-without-fee'
  | 'several-ways'
  | 'rental-month-missing'
  | 'rental-months-twice'
  | 'month-without-rental'
  | 'month-differs'
  | 'rental-over';

const [NU, UE, RR] = ['NU', 'UE', 'RR'].map(packModifierText);
const MONTHS = ['KH', 'KI', 'KJ'].map(packModifierText);
/** First and last month of each. */
const SPANS = [
  [1, 1],
  [2, 3],
  [4, MOST_MONTHS],
] as const;
/** Repair parts (RB), maintenance (MS), and equipment that the beneficiary chose to buy (BP). */
const [RB, MS, BP] = ['RB', 'MS', 'BP'].map(packModifierText);
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
    'several-ways': {
      outcome: 'return',
      means: 'More than one of NU, UE and RR.',
      say: ({ code }) => `${code} has more than one of NU, UE and RR.`,
      resolutions: () => [{ kind: 'remove-modifier', modifiers: ['NU', 'UE', 'RR'] }],
    },
    'month-without-rental': {
      outcome: 'return',
      means: 'KI or KJ on a line that is not rented (RR).',
      say: ({ code }) => `${code} has KI or KJ, which say a month of rent, and not RR.`,
      resolutions: ({ lineNumber }) => [{ kind: 'modifier', modifiers: ['RR'], lines: [lineNumber] }],
      needsLines: true,
    },
    'month-differs': {
      outcome: 'review',
      means: 'KH, KI or KJ says another month of rent than the earlier claims at hand.',
      needsLines: true,
      say: ({ code, detail }) =>
        `By the claims at hand this is month ${detail} of the rent of ${code}: ${monthName(detail)}.`,
      resolutions: ({ lineNumber, detail }) => [
        { kind: 'modifier', modifiers: [monthName(detail)], lines: [lineNumber] },
        { kind: 'documentation' },
      ],
    },
    'rental-over': {
      outcome: 'deny',
      means: 'A capped rental after thirteen months of continuous use: the beneficiary owns it.',
      say: ({ code }) => `${code} was rented for ${MOST_MONTHS} months by the claims at hand: no more rent is paid.`,
      resolutions: () => [{ kind: 'documentation' }],
    },
    'no-history': {
      outcome: 'info',
      means: 'No earlier claims were given: which month of rent it is was not counted.',
      say: ({ code }) => `No earlier claims were given: which month of rent of ${code} this is was not counted.`,
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
  if (has(input, line, RB) || has(input, line, MS)) return;
  const said = waysOn(input, line);
  if (said === 0) report.add('way-missing', line, -1, -1, ways);
  else if ((said & (said - 1)) !== 0) report.add('several-ways', line);
  else if ((said & ways) === 0 && !has(input, line, BP)) report.add('way-without-fee', line, -1, -1, ways);
  checkMonths(input, line, category === 'CR', (said & RENTED) !== 0, report);
}

function checkMonths(
  input: CheckInput,
  line: number,
  isCapped: boolean,
  isRented: boolean,
  report: Report<Reason>,
): void {
  const first = MONTHS.findIndex((modifier) => has(input, line, modifier));
  const last = MONTHS.findLastIndex((modifier) => has(input, line, modifier));
  if (first !== last) report.add('rental-months-twice', line);
  else if (first > 0 && !isRented) report.add('month-without-rental', line);
  if (!isCapped || !isRented) return;
  if (first < 0) report.add('rental-month-missing', line);
  else if (first === last) checkMonth(input, line, first, report);
}

/** KH, KI or KJ against the months that the lines before it tell. */
function checkMonth({ claim, lines }: CheckInput, line: number, said: number, report: Report<Reason>): void {
  const month = rentalMonth(claim, lines, line, RR);
  if (month > MOST_MONTHS) report.add('rental-over', line);
  else if (month < SPANS[said][0] && !claim.hasHistory) report.add('no-history', line);
  else if (month < SPANS[said][0] || month > SPANS[said][1]) report.add('month-differs', line, -1, -1, month);
  else if (!claim.hasHistory) report.add('no-history', line);
}

const monthName = (month: number): string => ['KH', 'KI', 'KJ'][SPANS.findIndex(([, to]) => month <= to)] ?? 'KJ';

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

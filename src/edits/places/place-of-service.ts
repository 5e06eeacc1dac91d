import { NO_MODIFIER } from '../../codebook/fee-schedule-table.ts';
import { type CodeSet, codeSet } from '../../codes/code-set.ts';
import { type Day, isoDay, NOT_A_DAY } from '../../codes/day.ts';
import { packModifierText } from '../../codes/packed.ts';
import { isFacilityPlace, isHospitalPlace, placeFrom, placeName } from '../../codes/places-of-service.ts';
import { type CheckInput, defineEdit, type Report } from '../define-edit.ts';
import { isEvaluationAndManagement } from '../evaluation-and-management.ts';
import { NO_FEE_SCHEDULE } from '../fee-schedule/practitioner-lines.ts';
import { recordSource } from '../record-source.ts';

type Reason =
  | 'no-data'
  | 'missing'
  | 'unknown'
  | 'not-yet-valid'
  | 'technical-in-hospital'
  | 'technical-in-facility'
  | 'whole-in-hospital'
  | 'elsewhere';

const [TECHNICAL, PROFESSIONAL] = ['TC', '26'].map(packModifierText);
/** PC/TC indicator of a test that has both components. */
const BOTH = 1;
/** PC/TC indicator of a technical component alone. */
const TECHNICAL_ALONE = 3;

/** Visits that are of one kind of place, by number. */
const VISITS: readonly { readonly codes: CodeSet; readonly places: ReadonlySet<number> }[] = [
  { codes: codeSet('99221-99223 99231-99236 99238-99239'), places: new Set([19, 21, 22, 23, 26, 34, 51, 52, 61, 2]) },
  { codes: codeSet('99281-99285'), places: new Set([23, 26, 2]) },
  { codes: codeSet('99341-99350'), places: new Set([4, 12, 13, 14, 16, 33, 55, 2, 10]) },
  { codes: codeSet('99304-99310 99315-99316'), places: new Set([31, 32, 54, 56, 2]) },
];

/**
 * The place of service is one of CMS's set on the day; a technical component is not billed by a practitioner for a
 * patient of a facility, which is paid for it; some visits belong to one kind of place.
 */
export const placeOfService = defineEdit<Reason>({
  id: 'place-of-service',
  title: 'Place of service',
  since: '0.2.0',
  sources: [
    { document: 'CMS, Place of Service Codes for Professional Claims', date: '2024-05-02' },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 26, section 10.5' },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 13, section 20.2.1 (technical component)' },
    {
      document: 'Medicare Claims Processing Manual',
      section: 'chapter 12, sections 30.6.9 to 30.6.14 (visits by place)',
    },
    { document: '42 CFR 410.42 and 411.15(m)', section: 'services to patients of hospitals' },
  ],
  needs: ['pfs'],
  stage: 'the rest',
  messages: {
    'no-data': {
      ...NO_FEE_SCHEDULE,
      means: 'No fee schedule of the day tells whether a service in a hospital is technical.',
    },
    missing: {
      outcome: 'return',
      means: 'A practitioner’s line without a place of service.',
      stage: 'syntax',
      say: () => 'The line has no place of service, nor has the claim.',
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    unknown: {
      outcome: 'return',
      means: 'A place of service that the set does not have.',
      stage: 'syntax',
      say: ({ detail }) => `${two(detail)} is no place of service.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'not-yet-valid': {
      outcome: 'return',
      means: 'A place of service on a day before its first one.',
      stage: 'syntax',
      say: ({ detail }) => `Place of service ${two(detail)} began on ${isoDay(placeFrom(detail))}.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'technical-in-hospital': {
      outcome: 'deny',
      means: 'A technical component by a practitioner for a patient of a hospital.',
      say: ({ code, detail }) =>
        `The technical component of ${code} is not paid to a practitioner at place ${two(detail)} (${placeName(detail)}): the hospital is paid for it.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'technical-in-facility': {
      outcome: 'review',
      means: 'A technical component by a practitioner at another facility, which may be paid for it.',
      say: ({ code, detail }) =>
        `The technical component of ${code} at place ${two(detail)} (${placeName(detail)}): the facility may be paid for it.`,
      resolutions: () => [{ kind: 'documentation' }, { kind: 'correct-claim' }],
    },
    'whole-in-hospital': {
      outcome: 'review',
      means: 'A test of two components without 26 or TC, for a patient of a hospital.',
      needsDay: true,
      needsLines: true,
      say: ({ code, detail }) =>
        `${code} has a professional and a technical component; at place ${two(detail)} (${placeName(detail)}) a practitioner is paid for the professional one alone (26).`,
      source: (facts) => recordSource(facts, 'pfs', facts.code, ['pcTc', 'status']),
      resolutions: ({ lineNumber }) => [{ kind: 'modifier', modifiers: ['26'], lines: [lineNumber] }],
    },
    elsewhere: {
      outcome: 'review',
      means: 'A visit at a place that is not of its kind.',
      say: ({ code, detail }) =>
        `${code} is a visit of another kind of place than ${two(detail)} (${placeName(detail)}).`,
      resolutions: () => [{ kind: 'documentation' }, { kind: 'correct-claim' }],
    },
  },
  check(input, report) {
    const { claim } = input;
    if (claim.isInstitutional) return;
    let isAsked = false;
    for (let line = 0; line < claim.ownLines; line++) {
      const place = claim.place[line];
      const from = place < 0 ? 0 : placeFrom(place);
      if (place < 0) report.add('missing', line);
      else if (from === Number.POSITIVE_INFINITY) report.add('unknown', line, -1, -1, place);
      else if (isBefore(claim.from[line], from)) report.add('not-yet-valid', line, -1, -1, place);
      else if (checkLine(input, line, place, report)) isAsked = true;
    }
    if (isAsked) report.add('no-data', -1);
  },
});

const two = (place: number): string => String(place).padStart(2, '0');
const isBefore = (day: Day, from: Day): boolean => day !== NOT_A_DAY && day < from;

/** Returns whether the fee schedule would have been asked and is not there. */
function checkLine(input: CheckInput, line: number, place: number, report: Report<Reason>): boolean {
  const code = input.claim.code[line];
  for (const { codes, places } of VISITS) {
    if (codes.has(code) && !places.has(place)) report.add('elsewhere', line, -1, -1, place);
  }
  if (!isFacilityPlace(place) || input.setting !== 'professional' || input.lines.isSurgicalCentre) return false;
  return checkComponents(input, line, place, report);
}

function checkComponents(
  { claim, lines, records }: CheckInput,
  line: number,
  place: number,
  report: Report<Reason>,
): boolean {
  const isModified = claim.modifierCount[line] > 0;
  const technical = isHospitalPlace(place) ? 'technical-in-hospital' : 'technical-in-facility';
  if (isModified && lines.hasModifier(line, TECHNICAL)) report.add(technical, line, -1, -1, place);
  else if (!isModified || !lines.hasModifier(line, PROFESSIONAL)) {
    const table = records.feeSchedule;
    const day = claim.from[line];
    if (claim.code[line] < 0 || day === NOT_A_DAY || isEvaluationAndManagement(claim.code[line])) return false;
    if (table === null || !table.isKnown(day)) return true;
    const row = table.find(claim.code[line], NO_MODIFIER, day);
    const indicator = row < 0 ? -1 : table.pcTc(row);
    if (indicator === TECHNICAL_ALONE) report.add(technical, line, -1, -1, place);
    else if (indicator === BOTH && isHospitalPlace(place)) report.add('whole-in-hospital', line, -1, -1, place);
  }
  return false;
}

import { codeSet } from '../../codes/code-set.ts';
import { type Day, isoDay, NOT_A_DAY } from '../../codes/day.ts';
import { packModifierText } from '../../codes/packed.ts';
import { isFacilityPlace, placeFrom, placeName } from '../../codes/places-of-service.ts';
import { type CheckInput, defineEdit, type Report } from '../define-edit.ts';

type Reason = 'unknown' | 'not-yet-valid' | 'technical-in-facility' | 'elsewhere';

const TECHNICAL = packModifierText('TC');
/** PC/TC indicator of a technical component alone. */
const TECHNICAL_ALONE = 3;

/** Visits that are of one kind of place, by number. */
const VISITS = [
  { codes: codeSet('99221-99223 99231-99236 99238-99239'), places: new Set([21, 22, 19, 26, 51, 52, 61, 31, 32]) },
  { codes: codeSet('99281-99285'), places: new Set([23, 19, 22, 26]) },
  { codes: codeSet('99341-99350'), places: new Set([12, 13, 14, 4, 16, 33, 54, 55, 56, 10]) },
  { codes: codeSet('99304-99310 99315-99316'), places: new Set([31, 32, 54, 56, 61, 21, 33]) },
] as const;

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
  ],
  needs: [],
  stage: 'the rest',
  messages: {
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
    'technical-in-facility': {
      outcome: 'deny',
      means: 'A technical component by a practitioner for a patient of a facility.',
      say: ({ code, detail }) =>
        `The technical component of ${code} is not paid to a practitioner at place ${two(detail)} (${placeName(detail)}): the facility is paid for it.`,
      resolutions: () => [{ kind: 'correct-claim' }],
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
    for (let line = 0; line < claim.ownLines; line++) {
      const place = claim.place[line];
      if (place < 0) continue;
      const from = placeFrom(place);
      if (from === Number.POSITIVE_INFINITY) report.add('unknown', line, -1, -1, place);
      else if (isBefore(claim.from[line], from)) report.add('not-yet-valid', line, -1, -1, place);
      else checkLine(input, line, place, report);
    }
  },
});

const two = (place: number): string => String(place).padStart(2, '0');
const isBefore = (day: Day, from: Day): boolean => day !== NOT_A_DAY && day < from;

function checkLine(input: CheckInput, line: number, place: number, report: Report<Reason>): void {
  const code = input.claim.code[line];
  if (isFacilityPlace(place) && isTechnical(input, line)) report.add('technical-in-facility', line, -1, -1, place);
  for (const { codes, places } of VISITS) {
    if (codes.has(code) && !places.has(place as never)) report.add('elsewhere', line, -1, -1, place);
  }
}

/** TC on the line, or a code that is a technical component alone by the fee schedule. */
function isTechnical({ claim, lines, records, setting }: CheckInput, line: number): boolean {
  if (setting !== 'professional' || lines.isSurgicalCentre) return false;
  if (claim.modifierCount[line] > 0 && lines.hasModifier(line, TECHNICAL)) return true;
  const row = records.feeSchedule?.find(claim.code[line], -1, claim.from[line]) ?? -1;
  return row >= 0 && records.feeSchedule?.pcTc(row) === TECHNICAL_ALONE;
}

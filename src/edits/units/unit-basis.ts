import {
  UNIT_BASIS_DAYS,
  UNIT_BASIS_MINUTES,
  UNIT_BASIS_MISSING,
  UNIT_BASIS_OTHER,
  UNIT_BASIS_UNITS,
} from '../../claims/coded-claim.ts';
import { isAnesthesia, isAnesthesiaAddOn, isAnesthesiaByTheDay } from '../../codes/anesthesia.ts';
import { type CheckInput, defineEdit, type Report } from '../define-edit.ts';
import type { Resolution } from '../finding.ts';

type Reason =
  | 'missing'
  | 'not-in-guide'
  | 'minutes-expected'
  | 'minutes-elsewhere'
  | 'days-elsewhere'
  | 'days-expected';

/** Room and board. */
const FIRST_ROOM = 100;
const LAST_ROOM = 219;

/**
 * What the number of units counts (SV103, SV204): minutes for anesthesia, days for room and board, units for all the
 * rest. On an 837P it is UN or MJ, on an 837I UN or DA; F2 and others went out with version 4010.
 */
export const unitBasis = defineEdit<Reason>({
  id: 'unit-basis',
  title: 'What units count',
  since: '0.2.0',
  sources: [
    { document: 'ASC X12N 005010X222A1', section: 'SV103' },
    { document: 'ASC X12N 005010X223A2', section: 'SV204' },
    {
      document: 'X12 requests for interpretation',
      section: '1110 and 1571 (anesthesia in minutes)',
      date: '2012-05-24',
    },
  ],
  needs: [],
  stage: 'syntax',
  messages: {
    missing: {
      outcome: 'return',
      means: 'The line does not say what its units count.',
      say: () => 'The line does not say what its units count (SV103 or SV204).',
      resolutions: corrected,
    },
    'not-in-guide': {
      outcome: 'return',
      means: 'A basis that the claim form does not have: other than UN and MJ on an 837P, than UN and DA on an 837I.',
      say: () =>
        'What the units count is said with a code that the claim form does not have: UN or MJ on a professional claim, UN or DA on an institutional one.',
      resolutions: corrected,
    },
    'minutes-expected': {
      outcome: 'return',
      means: 'Anesthesia in units: it is reported in minutes.',
      say: ({ code, detail }) =>
        `${code} is anesthesia and reported in minutes (MJ)${detail > 0 ? `: ${detail} units of 15 minutes are ${detail * 15}` : ''}.`,
      resolutions: corrected,
    },
    'minutes-elsewhere': {
      outcome: 'return',
      means: 'Minutes on a code that is not reported by its time in minutes.',
      say: ({ code }) => `${code} is reported in units (UN), not in minutes (MJ).`,
      resolutions: corrected,
    },
    'days-elsewhere': {
      outcome: 'return',
      means: 'Days on a line that is no room and board.',
      say: () => 'Days (DA) stand on a line that is no room and board (revenue codes 0100 to 0219).',
      resolutions: corrected,
    },
    'days-expected': {
      outcome: 'review',
      means: 'Room and board in units.',
      say: () => 'Room and board (revenue codes 0100 to 0219) is reported in days (DA).',
      resolutions: corrected,
    },
  },
  check(input, report) {
    const { claim } = input;
    for (let line = 0; line < claim.ownLines; line++) {
      if (claim.isInstitutional) checkInstitutional(input, line, report);
      else if (claim.unitBasis[line] !== UNIT_BASIS_UNITS || isAnesthesia(claim.code[line]))
        checkProfessional(input, line, report);
    }
  },
});

function checkProfessional({ claim }: CheckInput, line: number, report: Report<Reason>): void {
  const code = claim.code[line];
  switch (claim.unitBasis[line]) {
    case UNIT_BASIS_MISSING:
      report.add('missing', line);
      return;
    case UNIT_BASIS_MINUTES:
      if (!isAnesthesia(code) || isAnesthesiaByTheDay(code)) report.add('minutes-elsewhere', line);
      return;
    case UNIT_BASIS_UNITS:
      if (isAnesthesiaByTheDay(code) || isAnesthesiaAddOn(code)) return;
      report.add('minutes-expected', line, -1, -1, claim.units[line]);
      return;
    default:
      report.add('not-in-guide', line);
  }
}

function checkInstitutional({ claim }: CheckInput, line: number, report: Report<Reason>): void {
  const basis = claim.unitBasis[line];
  const isRoom = claim.revenue[line] >= FIRST_ROOM && claim.revenue[line] <= LAST_ROOM;
  if (basis === UNIT_BASIS_UNITS && !isRoom) return;
  if (basis === UNIT_BASIS_MISSING) report.add('missing', line);
  else if (basis === UNIT_BASIS_OTHER || basis === UNIT_BASIS_MINUTES) report.add('not-in-guide', line);
  else if (basis === UNIT_BASIS_DAYS && !isRoom) report.add('days-elsewhere', line);
  else if (basis === UNIT_BASIS_UNITS) report.add('days-expected', line);
}

function corrected(): Resolution[] {
  return [{ kind: 'correct-claim' }];
}

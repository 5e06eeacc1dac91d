import { conveyanceOf, isAmbulanceMileage, isAmbulanceTransport, isByTheMile } from '../../codes/ambulance.ts';
import { codeSet } from '../../codes/code-set.ts';
import { dayOf, NOT_A_DAY } from '../../codes/day.ts';
import { packModifierText, unpackModifier } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type Report } from '../define-edit.ts';
import { modifierIn } from '../fee-schedule/practitioner-lines.ts';
import type { Resolution } from '../finding.ts';
import { modifierSet } from '../modifier-sets.ts';
import { isDoubtfulDestination, tripOf } from './trip.ts';

type Reason =
  | 'trip-missing'
  | 'trip-differs'
  | 'mileage-alone'
  | 'mileage-of-another-kind'
  | 'mileage-missing'
  | 'mileage-of-the-dead'
  | 'no-miles'
  | 'miles-not-rounded'
  | 'destination-doubtful'
  | 'arrangement-missing'
  | 'arrangement-elsewhere'
  | 'several-patients';

/** Under arrangement by, or directly by, a provider of services. */
const ARRANGEMENT = modifierSet('QM QN');
const QL = packModifierText('QL');
const GM = packModifierText('GM');
/** The line is known not to be covered, or may not be. */
const NOT_COVERED = modifierSet('GY GA GZ GX');
const AMBULANCE = codeSet('A0225 A0380 A0390 A0420-A0436 A0888 A0998-A0999');
const BILLS: ReadonlySet<number> = new Set([12, 13, 22, 23, 83, 85]);
const OUTPATIENT = 1;
const TENTHS_FROM = dayOf(2011, 1, 1);
/** From here on whole miles. */
const WHOLE_FROM = 100;

/**
 * A trip by ambulance is two lines, the transport and its loaded miles, each with a modifier of two letters for origin and
 * destination. Providers say by QM or QN who carried; QL is a patient who died before the trip.
 */
export const ambulance = defineEdit<Reason>({
  id: 'ambulance',
  title: 'Ambulance',
  since: '0.2.0',
  sources: [
    { document: 'Medicare Claims Processing Manual', section: 'chapter 15, sections 20.2, 30 A, 30.1.2 and 30.2.1' },
    {
      document: 'Medicare Benefit Policy Manual',
      section: 'chapter 10, sections 10.2.6 (death) and 10.3 (destinations)',
    },
    { document: '42 CFR', section: '410.40(f) (origins and destinations)' },
    { document: 'CMS CR 7065, transmittal 2103 (fractional mileage)', date: '2011-01-01' },
  ],
  needs: [],
  stage: 'code with modifier',
  messages: {
    'trip-missing': {
      outcome: 'return',
      means: 'A transport or its mileage without origin and destination.',
      say: ({ code }) => `${code} has no modifier of two letters for the origin and the destination of the trip.`,
      resolutions: corrected,
    },
    'trip-differs': {
      outcome: 'review',
      means: 'Mileage whose origin and destination no transport of the day has.',
      say: ({ code, detail }) =>
        `${code} is of the trip ${unpackModifier(detail)}, and no transport of that day has that origin and destination.`,
      resolutions: corrected,
    },
    'mileage-alone': {
      outcome: 'return',
      means: 'Mileage without a transport on the same day.',
      say: ({ code }) => `${code} is mileage, and no transport of that day is there.`,
      resolutions: corrected,
    },
    'mileage-of-another-kind': {
      outcome: 'review',
      means: 'Mileage by land with a transport by air alone, or the like.',
      say: ({ code }) =>
        `${code} is mileage ${words(code)}, and no transport of that day went so: A0425 goes with land, A0435 with aeroplane (A0430), A0436 with helicopter (A0431).`,
      resolutions: corrected,
    },
    'mileage-missing': {
      outcome: 'review',
      means: 'A transport without mileage on the same day.',
      say: ({ code }) =>
        `${code} is a transport, and no mileage of that day is there: loaded miles are a line of their own.`,
      resolutions: corrected,
    },
    'mileage-of-the-dead': {
      outcome: 'review',
      means: 'Mileage although the patient was pronounced dead before the trip (QL).',
      say: ({ code }) =>
        `${code} is mileage, and the patient was pronounced dead after the ambulance was called (QL): the base rate is paid, miles are not.`,
      resolutions: corrected,
    },
    'no-miles': {
      outcome: 'return',
      means: 'Mileage of no miles.',
      stage: 'syntax',
      say: ({ code }) => `${code} has 0 miles.`,
      resolutions: corrected,
    },
    'miles-not-rounded': {
      outcome: 'return',
      means: 'From 2011-01-01: miles under 100 to more than a tenth, or from 100 on not whole.',
      stage: 'syntax',
      say: ({ detail }) =>
        detail < WHOLE_FROM
          ? `${detail} miles: below 100 they are rounded up to a tenth.`
          : `${detail} miles: from 100 on they are rounded up to whole ones.`,
      resolutions: ({ detail }) => [
        { kind: 'units', most: detail < WHOLE_FROM ? Math.ceil(detail * 10) / 10 : Math.ceil(detail) },
      ],
    },
    'destination-doubtful': {
      outcome: 'review',
      means: 'A destination that is mostly not covered: a diagnostic site, a physician’s office, a scene.',
      say: ({ detail }) =>
        `The trip ${unpackModifier(detail)} ends where transports are mostly not covered: those to hospitals, nursing facilities, dialysis and home are.`,
      resolutions: () => [{ kind: 'documentation' }],
    },
    'arrangement-missing': {
      outcome: 'return',
      means: 'A facility’s ambulance line without QM or QN.',
      needsLines: true,
      say: ({ code }) => `${code} on a provider’s claim says by QM (under arrangement) or QN (directly) who carried.`,
      resolutions: ({ lineNumber }) => [{ kind: 'modifier', modifiers: ARRANGEMENT.modifiers, lines: [lineNumber] }],
    },
    'arrangement-elsewhere': {
      outcome: 'review',
      means: 'QM or QN on a supplier’s (professional) claim.',
      say: () => 'QM and QN are for ambulance services that a provider bills; this is a supplier’s claim.',
      resolutions: () => [{ kind: 'remove-modifier', modifiers: ARRANGEMENT.modifiers }],
    },
    'several-patients': {
      outcome: 'info',
      means: 'More than one patient was on board (GM): payment is shared.',
      say: () =>
        'More than one patient was on board (GM): each claim is paid a share, and the number of patients is documented.',
    },
  },
  check(input, report) {
    const { claim } = input;
    if (!isForAmbulance(input)) return;
    for (let line = 0; line < claim.ownLines; line++)
      if (AMBULANCE.has(claim.code[line])) checkLine(input, line, report);
  },
});

/** Suppliers' claims, and those of providers that bill ambulance services under Part B (chapter 15, section 30.2.1). */
function isForAmbulance({ claim, setting }: CheckInput): boolean {
  if (!claim.isInstitutional) return setting !== 'dme';
  return BILLS.has(claim.facility) || (claim.facility < 0 && claim.setting === OUTPATIENT);
}

function checkLine(input: CheckInput, line: number, report: Report<Reason>): void {
  const { claim, lines } = input;
  const code = claim.code[line];
  const isTransport = isAmbulanceTransport(code);
  const isMileage = isAmbulanceMileage(code);
  const isDead = lines.hasModifier(line, QL);
  const trip = tripOf(claim, line);
  checkArrangement(input, line, report);
  if (isByTheMile(code)) checkMiles(input, line, report);
  if (!isTransport && !isMileage) return;
  if (trip < 0 && !isDead) report.add('trip-missing', line);
  if (isTransport && trip >= 0 && isDoubtfulDestination(trip) && modifierIn(claim, line, NOT_COVERED) < 0)
    report.add('destination-doubtful', line, -1, -1, trip);
  if (isTransport && lines.hasModifier(line, GM)) report.add('several-patients', line);
  if (claim.from[line] === NOT_A_DAY) return;
  if (isMileage) checkMileage(input, line, trip, report);
  else if (!isDead && !hasMileage(input, line)) report.add('mileage-missing', line);
}

function checkArrangement({ claim }: CheckInput, line: number, report: Report<Reason>): void {
  const hasOne = claim.modifierCount[line] > 0 && modifierIn(claim, line, ARRANGEMENT) >= 0;
  if (claim.isInstitutional && !hasOne) report.add('arrangement-missing', line);
  else if (!claim.isInstitutional && hasOne) report.add('arrangement-elsewhere', line);
}

function checkMiles({ claim }: CheckInput, line: number, report: Report<Reason>): void {
  const miles = claim.units[line];
  if (miles === 0) report.add('no-miles', line);
  if (!(miles > 0) || claim.from[line] < TENTHS_FROM) return;
  const step = miles < WHOLE_FROM ? 10 : 1;
  if (Math.abs(miles * step - Math.round(miles * step)) > 1e-9) report.add('miles-not-rounded', line, -1, -1, miles);
}

/** Looks for the transport of a line of mileage, on the claim and on earlier ones of the day. */
function checkMileage({ claim, lines }: CheckInput, line: number, trip: number, report: Report<Reason>): void {
  let isAny = false;
  let isKind = false;
  let isTrip = false;
  let isAlive = false;
  for (let other = 0; other < claim.lineCount; other++) {
    if (!isAmbulanceTransport(claim.code[other]) || claim.from[other] !== claim.from[line]) continue;
    isAny = true;
    isAlive ||= !lines.hasModifier(other, QL);
    isKind ||= conveyanceOf(claim.code[other]) === conveyanceOf(claim.code[line]);
    isTrip ||= trip < 0 || tripOf(claim, other) === trip;
  }
  if (!isAny) report.add('mileage-alone', line);
  else if (!isAlive || lines.hasModifier(line, QL)) report.add('mileage-of-the-dead', line);
  else if (!isKind) report.add('mileage-of-another-kind', line);
  else if (!isTrip) report.add('trip-differs', line, -1, -1, trip);
}

function hasMileage({ claim }: CheckInput, line: number): boolean {
  for (let other = 0; other < claim.lineCount; other++)
    if (isAmbulanceMileage(claim.code[other]) && claim.from[other] === claim.from[line]) return true;
  return false;
}

function words(code: string): string {
  return code === 'A0435' ? 'by aeroplane' : code === 'A0436' ? 'by helicopter' : 'by land';
}

function corrected(): Resolution[] {
  return [{ kind: 'correct-claim' }];
}

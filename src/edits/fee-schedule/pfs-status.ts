import type { FeeScheduleTable } from '../../codebook/fee-schedule-table.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report } from '../define-edit.ts';
import { canBeLookedUp, feeRow, feeSource, isPractitioners, NO_FEE_SCHEDULE } from './practitioner-lines.ts';

type Reason =
  | 'no-data'
  | 'bundled'
  | 'bundled-with-service'
  | 'other-provision'
  | 'other-code'
  | 'not-covered'
  | 'paid-only-alone'
  | 'several-paid-only-alone'
  | 'contractor-priced'
  | 'restricted'
  | 'reporting-only';

const status = (letter: string): number => letter.charCodeAt(0);
const ACTIVE = status('A');
const BUNDLED = status('B');
const CONTRACTOR = status('C');
const OTHER_CODE_GRACE = status('G');
const OTHER_CODE = status('I');
const MEASUREMENT = status('M');
const NOT_COVERED = status('N');
const BUNDLED_OR_EXCLUDED = status('P');
const FUNCTIONAL = status('Q');
const RESTRICTED = status('R');
const INJECTION = status('T');

/** Cents up to which a line asks for nothing: codes that only report are billed with nothing or a cent. */
const NOMINAL = 1;

/**
 * The status code of the physician fee schedule says whether a code is paid by it: never (bundled, not covered, another
 * code is used), only alone (T), or as the contractor sees fit. Codes that other schedules pay (E, X: drugs, laboratory
 * tests, ambulance) and anesthesia (J) are passed over.
 */
export const pfsStatus = defineEdit<Reason>({
  id: 'pfs-status',
  title: 'Status in the physician fee schedule',
  since: '0.2.0',
  sources: [
    {
      document: 'National Physician Fee Schedule Relative Value File, record layout',
      section: 'attachment A, status code',
      date: '2026',
    },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 12, section 20.3 (bundled services)' },
    { document: 'First Coast Service Options, CARC CO 97', date: '2024-12-09' },
  ],
  needs: ['pfs'],
  stage: 'the rest',
  messages: {
    'no-data': NO_FEE_SCHEDULE,
    bundled: {
      outcome: 'deny',
      means: 'Status B: payment is always in that for other services, with any modifier.',
      say: ({ code }) =>
        `${code} is never paid by itself: its payment is in that for other services (status B); no modifier changes that.`,
      source,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'bundled-with-service': {
      outcome: 'deny',
      means: 'Status P, beside a service of the same provider and day: incident to that service, and in its payment.',
      say: ({ code }) =>
        `${code} is not paid by the physician fee schedule (status P): beside a service of the same day it is in that service’s payment.`,
      source,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'other-provision': {
      outcome: 'review',
      means: 'Status P with no service beside it: not paid by the fee schedule, perhaps by another provision.',
      say: ({ code }) =>
        `${code} is not paid by the physician fee schedule (status P); where it is covered, another provision pays it, such as the DMEPOS fee schedule to a supplier.`,
      source,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'other-code': {
      outcome: 'return',
      means: 'Status I (or G): not valid for Medicare, which uses another code for the service.',
      say: ({ code }) => `${code} is not valid for Medicare, which uses another code for this service (status I).`,
      source,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'not-covered': {
      outcome: 'deny',
      means: 'Status N: Medicare does not cover the service; the patient may be billed.',
      say: ({ code }) => `${code} is not covered by Medicare (status N). The patient may be billed.`,
      source,
    },
    'paid-only-alone': {
      outcome: 'deny',
      means: 'Status T beside another service that the fee schedule pays, same provider and day: bundled into it.',
      say: ({ code }) =>
        `${code} is paid only when the fee schedule pays no other service of the provider that day (status T); beside one it is bundled.`,
      source,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'several-paid-only-alone': {
      outcome: 'review',
      means: 'Status T beside other codes of status T alone: which of them is paid is not stated.',
      say: ({ code }) =>
        `${code} is paid only when no other service is, that day (status T), and stands beside another such code: one of them at most is paid.`,
      source,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'contractor-priced': {
      outcome: 'info',
      means: 'Status C, or R without relative values: the contractor sets the price, mostly on documentation.',
      say: ({ code }) => `${code} has no national price: the contractor sets one, mostly on documentation.`,
      source,
      resolutions: () => [{ kind: 'documentation' }],
    },
    restricted: {
      outcome: 'info',
      means: 'Status R: special coverage instructions apply.',
      say: ({ code }) => `${code} is covered only as special instructions say (status R).`,
      source,
      resolutions: () => [{ kind: 'documentation' }],
    },
    'reporting-only': {
      outcome: 'info',
      means: 'Status M or Q, or B with no charge: reported for measurement, nothing is paid.',
      say: ({ code }) => `${code} is reported for information alone; nothing is paid for it.`,
      source,
    },
  },
  check(input, report) {
    const { claim } = input;
    if (!isPractitioners(input)) return;
    const table = input.records.feeSchedule;
    let isUnknown = false;
    for (let line = 0; line < claim.ownLines; line++) {
      if (!canBeLookedUp(claim, line)) continue;
      if (table === null || !table.isKnown(claim.from[line])) isUnknown = true;
      else checkLine(input, table, line, report);
    }
    if (isUnknown) report.add('no-data', -1);
  },
});

function checkLine(input: CheckInput, table: FeeScheduleTable, line: number, report: Report<Reason>): void {
  const row = feeRow(table, input, line);
  const found = row < 0 ? ACTIVE : table.status(row);
  if (found === ACTIVE) return;
  switch (found) {
    case BUNDLED:
      report.add(input.claim.charge[line] <= NOMINAL ? 'reporting-only' : 'bundled', line, row);
      break;
    case BUNDLED_OR_EXCLUDED:
      checkIncident(input, table, line, row, report);
      break;
    case INJECTION:
      checkAlone(input, table, line, row, report);
      break;
    case RESTRICTED:
      report.add(hasValues(table, row) ? 'restricted' : 'contractor-priced', line, row);
      break;
    case OTHER_CODE:
    case OTHER_CODE_GRACE:
      report.add('other-code', line, row);
      break;
    case NOT_COVERED:
      report.add('not-covered', line, row);
      break;
    case CONTRACTOR:
      report.add('contractor-priced', line, row);
      break;
    case MEASUREMENT:
    case FUNCTIONAL:
      report.add('reporting-only', line, row);
      break;
  }
}

function hasValues(table: FeeScheduleTable, row: number): boolean {
  const columns = table.columns(row);
  const at = table.at(row);
  return columns.workRvu[at] + columns.nonFacilityPeRvu[at] + columns.facilityPeRvu[at] > 0;
}

function checkIncident(
  input: CheckInput,
  table: FeeScheduleTable,
  line: number,
  row: number,
  report: Report<Reason>,
): void {
  const beside = payableBeside(input, table, line);
  if (beside >= 0) report.add('bundled-with-service', line, row, beside);
  else report.add('other-provision', line, row);
}

function checkAlone(
  input: CheckInput,
  table: FeeScheduleTable,
  line: number,
  row: number,
  report: Report<Reason>,
): void {
  const beside = payableBeside(input, table, line);
  if (beside >= 0) {
    report.add('paid-only-alone', line, row, beside);
    return;
  }
  const other = anotherBeside(input, table, line, isAlone);
  if (other >= 0) report.add('several-paid-only-alone', line, row, other);
}

const isPayable = (found: number): boolean => found === ACTIVE || found === RESTRICTED || found === CONTRACTOR;
const isAlone = (found: number): boolean => found === INJECTION;

const payableBeside = (input: CheckInput, table: FeeScheduleTable, line: number): number =>
  anotherBeside(input, table, line, isPayable);

/** Another line of the same provider and day, of this claim or an earlier one, with such a status; -1 for none. */
function anotherBeside(
  input: CheckInput,
  table: FeeScheduleTable,
  line: number,
  isSuch: (found: number) => boolean,
): number {
  const { lines } = input;
  const service = lines.serviceOf(line);
  for (let run = lines.serviceStart[service]; run < lines.serviceStart[service + 1]; run++) {
    for (let i = lines.runStart[run]; i < lines.runStart[run + 1]; i++) {
      const other = lines.order[i];
      if (other === line || input.claim.code[other] < 0) continue;
      const row = feeRow(table, input, other);
      if (row >= 0 && isSuch(table.status(row))) return other;
    }
  }
  return -1;
}

function source(facts: FindingFacts) {
  return feeSource(facts, ['status']);
}

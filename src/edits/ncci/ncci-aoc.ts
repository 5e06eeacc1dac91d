import type { AddOnTable } from '../../codebook/codebook.ts';
import { isoDay, isoDayOrOpen } from '../../codes/day.ts';
import { NOT_FOR_BILL_TYPE_MEANS, notForBillType } from '../bill-type.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report, whenOf } from '../define-edit.ts';
import type { FindingSource, Resolution } from '../finding.ts';
import { knownDaysOf } from '../known-days.ts';
import {
  besideAddOn,
  firstRow,
  GROUP_MEMBER_MAY,
  isBeforeUndated,
  NO_PRIMARY,
  NOTHING_DENIED,
  NOTHING_ELSE,
  OTHER_SERVICE,
  OTHER_SERVICE_OF_LISTED,
} from './add-on-primaries.ts';

type Reason =
  | 'no-data'
  | 'not-for-bill-type'
  | 'primary-missing'
  | 'no-other-service'
  | 'primary-not-listed'
  | 'contractor-decides'
  | 'primary-of-group-member'
  | 'primary-denied'
  | 'primary-denied-other-service';

/** Details of `no-data`: dates after the last release, dates before the first. */
const LATER = 1;
const EARLIER = 2;

/**
 * An add-on code is payable only beside one of its primary codes, itself payable, on the same day by the same
 * provider. Type 1: CMS lists all primaries; without one it is denied. Type 2: the contractor decides (`CCCCC`);
 * without any other service it is denied, else reviewed. Type 3: CMS lists some primaries; another service is
 * reviewed. Other services are those that are no add-on codes themselves.
 *
 * The last two reasons come from the resolution: the primary stands, and another edit denies it.
 */
export const ncciAoc = defineEdit<Reason>({
  id: 'ncci-aoc',
  title: 'NCCI add-on code edits',
  since: '0.1.0',
  sources: [
    { document: 'NCCI Policy Manual for Medicare Services', section: 'chapter I, section R' },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 12, sections 30 and 30.6.12 (99292)' },
    { document: 'CMS CR 7501, transmittal 2636 (add-on codes of types I, II and III)', date: '2013-04-01' },
    { document: 'CMS, Medicare NCCI Add-on Code Edits (page of the published files)' },
  ],
  needs: ['ncci-aoc'],
  stage: 'add-on codes, to a fixed point',
  messages: {
    'no-data': {
      outcome: 'info',
      means: 'No add-on code table is loaded, or it does not speak for the day of an add-on code on the claim.',
      say: ({ tables, detail, codebook, asOf }) => {
        if (tables.addOn === null) return 'No add-on code table is loaded: add-on codes were not checked.';
        const known = knownDaysOf(codebook, asOf);
        const later = `The add-on code table loaded speaks through ${isoDay(known.addOn)}: for later lines, primary codes added or deleted since are unknown.`;
        const earlier = `The add-on code table loaded has rows without dates and speaks from ${isoDay(known.addOnFrom)} on: earlier lines were not checked against these.`;
        return [detail & LATER ? later : '', detail & EARLIER ? earlier : ''].filter((text) => text !== '').join(' ');
      },
    },
    'not-for-bill-type': {
      outcome: 'info',
      means: NOT_FOR_BILL_TYPE_MEANS,
      say: (facts) => notForBillType(facts, 'add-on code edits for outpatient facilities', 'add-on codes'),
    },
    'primary-missing': {
      outcome: 'deny',
      means: 'Type 1: none of the listed primary codes stands on the same day by the same provider.',
      needsDay: true,
      say: ({ code }) =>
        `${code} is an add-on code and none of its primary codes stands on the same day by the same provider.`,
      source: addOnSource,
      resolutions: primaries,
    },
    'no-other-service': {
      outcome: 'deny',
      means: 'Type 2 or 3: no other service stands on the same day by the same provider.',
      needsDay: true,
      say: ({ code }) => `${code} is an add-on code and no other service stands on the same day by the same provider.`,
      source: addOnSource,
      resolutions: primaries,
    },
    'primary-not-listed': {
      outcome: 'review',
      means: 'Type 3: another service stands that day, but none of the listed primary codes.',
      needsDay: true,
      say: ({ code }) =>
        `${code} is an add-on code of type 3: none of its listed primary codes stands on the same day, and the contractor decides whether another service counts.`,
      source: addOnSource,
      resolutions: primaries,
    },
    'contractor-decides': {
      outcome: 'review',
      means: 'Type 2: CMS lists no primary codes; another service stands that day.',
      say: ({ code }) =>
        `${code} is an add-on code of type 2: CMS lists no primary codes for it, and the contractor decides whether the other services count.`,
      source: addOnSource,
      resolutions: () => [{ kind: 'documentation' }],
    },
    'primary-of-group-member': {
      outcome: 'review',
      means: '99292 without 99291: a physician of the same group and specialty may have reported it.',
      needsDay: true,
      say: ({ code }) =>
        `${code} may stand alone only where a physician of the same group and specialty reported its primary code that day; no such line is at hand.`,
      source: addOnSource,
      resolutions: primaries,
    },
    'primary-denied': {
      outcome: 'deny',
      means: 'The primary code (or every other service) stands but is denied: the add-on code falls with it.',
      needsDay: true,
      say: ({ code }) =>
        `${code} is an add-on code and falls with the service it adds to, which is not payable: resolve that first.`,
      source: addOnSource,
    },
    'primary-denied-other-service': {
      outcome: 'review',
      means: 'The listed primary code stands but is denied; what is left, the contractor decides.',
      needsDay: true,
      say: ({ code }) =>
        `${code} is an add-on code whose listed primary code is not payable; the contractor decides whether another service counts.`,
      source: addOnSource,
      resolutions: () => [{ kind: 'documentation' }],
    },
  },
  check(input, report) {
    const { claim, lines, tables } = input;
    if (!input.outpatient.addOns) {
      report.add('not-for-bill-type', -1, -1, -1, claim.facility);
      return;
    }
    if (tables.addOn === null) {
      if (claim.ownLines > 0) report.add('no-data', -1);
      return;
    }
    let outside = 0;
    for (let service = 0; service < lines.serviceCount; service++) {
      for (let run = lines.serviceStart[service]; run < lines.serviceStart[service + 1]; run++) {
        const code = lines.runCode(run);
        const isOwn = lines.order[lines.runStart[run]] < claim.ownLines;
        if (code < 0 || !isOwn || tables.addOn.start(code) === tables.addOn.end(code)) continue;
        const day = lines.serviceDay(service);
        if (day > input.known.addOn) outside |= LATER;
        if (isBeforeUndated(input, tables.addOn, code, day)) outside |= EARLIER;
        checkRun(input, tables.addOn, service, run, report);
      }
    }
    if (outside !== 0) report.add('no-data', -1, -1, -1, outside);
  },
});

/** All lines of an add-on code in a service have the same beside them. */
function checkRun(input: CheckInput, table: AddOnTable, service: number, run: number, report: Report<Reason>): void {
  const { claim, lines } = input;
  const reason = reasonOf(besideAddOn(input, table, service, run, NOTHING_DENIED));
  if (reason === null) return;
  const row = firstRow(input, table, lines.runCode(run), lines.serviceDay(service));
  for (let i = lines.runStart[run]; i < lines.runStart[run + 1]; i++) {
    if (lines.order[i] < claim.ownLines) report.add(reason, lines.order[i], row);
  }
}

function reasonOf(beside: number): Reason | null {
  if (beside === NO_PRIMARY) return 'primary-missing';
  if (beside === NOTHING_ELSE) return 'no-other-service';
  if (beside === OTHER_SERVICE) return 'contractor-decides';
  if (beside === OTHER_SERVICE_OF_LISTED) return 'primary-not-listed';
  if (beside === GROUP_MEMBER_MAY) return 'primary-of-group-member';
  return null;
}

function addOnSource(facts: FindingFacts): FindingSource {
  const { release, addOn, primary, type, effective, deletion } = facts.codebook.addOnRow(facts.row, facts.asOf);
  return {
    release: release.id,
    row: {
      addOn,
      primary,
      type,
      effective: effective === null ? null : isoDay(effective),
      deletion: deletion === null ? null : isoDayOrOpen(deletion),
    },
  };
}

function primaries(facts: FindingFacts): Resolution[] {
  const { rows } = facts.codebook.addOn(facts.code, whenOf(facts));
  const codes = [...new Set(rows.flatMap(({ primary }) => (primary === null ? [] : [primary])))];
  return codes.length > 0 ? [{ kind: 'primary', codes }] : [{ kind: 'correct-claim' }];
}

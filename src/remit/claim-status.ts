import { EDITS } from '../edits/edits.ts';
import type { EditId } from '../edits/finding.ts';

/** What a finding means at a payer's front end, as the 277CA says it (STC01). */
export interface ClaimStatus {
  /** Claim status category: A6 missing, A7 invalid, A8 contradicting information. */
  readonly category: 'A6' | 'A7' | 'A8';
  /** Claim status code of the line. */
  readonly line: string;
  /** Claim status code of the claim where it does not only point to the line (247). */
  readonly claim: string;
  /** Whether a front end says it only where it is asked to run the edits of the adjudication. */
  readonly clinical: boolean;
}

const refused = (category: ClaimStatus['category'], line: string): ClaimStatus => ({
  category,
  line,
  claim: line,
  clinical: false,
});

/** 448 asks for the words of STC12, which stand on the claim alone. */
const clinical = (line: string): ClaimStatus => ({ category: 'A7', line, claim: '448', clinical: true });

/**
 * Findings that a front end refuses a claim for, by edit and reason; those that are not here change nothing. Numbers of
 * X12's claim status code list: 178 submitted charges, 187 date of service, 247 line, 448 billing combination, 453
 * modifier, 454 procedure code, 476 units, 507 HCPCS. Medicare's front end says A7:507 of a code that is not valid on
 * the date of service and A7:453 of a repeated modifier (CEDI, top edits of 005010X222A1).
 */
export const CLAIM_STATUS: Readonly<Partial<Record<EditId, Readonly<Record<string, ClaimStatus>>>>> = {
  'code-validity': {
    missing: refused('A6', '454'),
    malformed: refused('A7', '507'),
    'date-missing': refused('A6', '187'),
    'dates-reversed': refused('A7', '187'),
    unknown: refused('A7', '507'),
    'not-yet-valid': refused('A7', '507'),
    terminated: refused('A7', '507'),
    'local-code-not-in-force': refused('A7', '507'),
  },
  'modifier-validity': {
    malformed: refused('A7', '453'),
    unknown: refused('A7', '453'),
    'not-in-force': refused('A7', '453'),
    'too-many': refused('A7', '453'),
    'empty-slot': refused('A7', '453'),
    repeated: refused('A7', '453'),
    contradictory: refused('A8', '453'),
  },
  'ncci-ptp': { 'not-allowed': clinical('454'), 'modifier-missing': clinical('454') },
  'ncci-mue': {
    'units-invalid': refused('A7', '476'),
    'never-payable': clinical('454'),
    'line-units': clinical('476'),
    'day-units-absolute': clinical('476'),
    'day-units': clinical('476'),
    'day-units-cut-back': clinical('476'),
  },
  'ncci-aoc': {
    'primary-missing': clinical('454'),
    'no-other-service': clinical('454'),
    'primary-denied': clinical('454'),
  },
  'pfs-status': {
    bundled: clinical('454'),
    'bundled-with-service': clinical('454'),
    'other-code': clinical('454'),
    'not-covered': clinical('454'),
    'paid-only-alone': clinical('454'),
  },
  'pc-tc': {
    'no-components': clinical('453'),
    'stand-alone': clinical('453'),
    'no-technical-component': clinical('453'),
  },
  bilateral: {
    unilateral: clinical('453'),
    'bilateral-already': clinical('453'),
    'not-applicable': clinical('453'),
  },
  'assistant-surgeon': { 'not-paid': clinical('453'), 'not-applicable': clinical('453') },
  'co-surgeon': { 'not-permitted': clinical('453'), 'not-applicable': clinical('453') },
  'team-surgery': { 'not-permitted': clinical('453'), 'not-applicable': clinical('453') },
  'multiple-procedure': {},
  'global-period': {
    'same-day-minor': clinical('454'),
    'same-day-major': clinical('454'),
    'day-before': clinical('454'),
    'after-procedure': clinical('454'),
    'second-procedure': clinical('454'),
    'not-split': clinical('453'),
  },
};

/** The line holds what the claim is refused for. */
export const SEE_LINE = '247';
/** Charge of the claim, missing or not that of its lines. */
export const CHARGES = '178';

/** Statuses of each edit's reasons, in their order; null for those that change nothing. */
export const statusesOf = (withClinical: boolean): readonly (readonly (ClaimStatus | null)[])[] =>
  EDITS.map(({ id, reasons }) =>
    reasons.map((reason) => {
      const status = CLAIM_STATUS[id]?.[reason];
      return status === undefined || (status.clinical && !withClinical) ? null : status;
    }),
  );

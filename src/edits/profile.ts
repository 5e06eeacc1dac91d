import type { EditId, Outcome } from './finding.ts';
import { CLIA_EXEMPT } from './laboratory/clia-exempt.ts';
import type { Policy } from './policy.ts';
import type { UserRule } from './rules/user-rule.ts';
import { ALWAYS_THERAPY } from './therapy/always-therapy.ts';

/** How a payer words a verdict on the remittance. */
export interface Adjustment {
  /** Claim adjustment reason code. */
  readonly carc: string;
  /** Remittance advice remark code. */
  readonly rarc: string | null;
  /** CO contractual obligation (the patient may not be billed), OA other, PR patient. */
  readonly group: string;
}

/** What is a payer's own choice: the codes on its remittance and the points its text leaves open. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  /** For whom it is, in a sentence. */
  readonly about?: string;
  /** The edits that are applied. */
  readonly edits: readonly EditId[];
  /** Those that must have run for a claim to be clean; all that are applied where left out. */
  readonly required?: readonly EditId[];
  readonly policy: Policy;
  /** By edit, then by reason; `*` for the reasons not named. `info` findings carry none. */
  readonly adjustments: Readonly<Record<EditId, Readonly<Record<string, Adjustment>>>>;
  /** Outcomes that differ from the edits' own, by edit and reason; `*` for what is more than information. */
  readonly outcomes?: Readonly<Partial<Record<EditId, Readonly<Record<string, Outcome>>>>>;
  readonly exceptions?: readonly ProfileException[];
  readonly localCodes?: readonly LocalCode[];
  readonly equivalents?: readonly Equivalent[];
  /** Codes that may be given as telehealth, with ranges and beginnings; not checked where left out. */
  readonly telehealthCodes?: readonly string[];
  readonly rules?: readonly UserRule[];
}

/** Findings that a payer does not make: those of an edit on these codes, days and places. */
export interface ProfileException {
  readonly edit: EditId;
  /** All of them where left out. */
  readonly reasons?: readonly string[];
  /** Codes, ranges `J0100-J0199` and beginnings `993*`; any code where left out. */
  readonly codes?: readonly string[];
  /** First and last date of service, `YYYY-MM-DD`. */
  readonly from?: string;
  readonly to?: string;
  /** Places of service, two digits. */
  readonly places?: readonly string[];
  /** Why, for whoever reads the profile. */
  readonly because: string;
}

/** A code of the payer's own: five letters and digits of any shape. */
export interface LocalCode {
  readonly code: string;
  readonly description: string;
  /** First and last date of service; no end where left out. */
  readonly from: string;
  readonly to?: string;
}

/** A code in the place of which the payer wants another. */
export interface Equivalent {
  readonly code: string;
  readonly use: readonly string[];
  readonly because: string;
}

const co = (carc: string, rarc: string | null = null): Adjustment => ({ carc, rarc, group: 'CO' });

/**
 * Medicare Part B. CARC 236 with CO for PTP: the patient may not be billed and no advance beneficiary notice
 * applies, for MUE too (NCCI Policy Manual, chapter I). N362 is constant for MUE while contractors differ in its
 * CARC (151, 96, B5, 222); 107 with N122 for add-on codes; 181 with M20 and 182 for codes and modifiers not valid on
 * the date of service; 16 with a remark for what cannot be processed; 4 for a modifier that does not fit; 54 for
 * assistants, co-surgeons and teams that are not paid (Claims Processing Manual, chapter 12, section 40.8); 252 with N29
 * where documentation has to show the need.
 */
export const DEFAULT_PROFILE: Profile = {
  id: 'medicare-part-b',
  title: 'Medicare Part B',
  edits: ['code-validity', 'modifier-validity', 'ncci-ptp', 'ncci-mue', 'ncci-aoc'],
  policy: {
    provider: 'group-and-specialty',
    ptp: { modifierLine: 'either', requireColumnOnePayable: false },
    mue: { day: 'deny-all', countDeniedLines: true, rangeUnits: 'round-up' },
    visits: { prolonged: 'medicare' },
    drugs: { ndcRequired: false, singleDose: null },
    laboratory: { cliaRequired: true, cliaExempt: CLIA_EXEMPT, waived: null },
    therapy: { always: ALWAYS_THERAPY },
  },
  adjustments: {
    'code-validity': {
      '*': co('181', 'M20'),
      missing: co('16', 'M20'),
      malformed: co('16', 'M51'),
      'date-missing': co('16', 'M52'),
      'dates-reversed': co('16', 'M52'),
    },
    'modifier-validity': {
      '*': co('182'),
      malformed: co('16', 'N823'),
      'too-many': co('16', 'N823'),
      'empty-slot': co('16', 'N823'),
      repeated: co('16', 'N823'),
      contradictory: co('4', 'N519'),
      'distinct-service-twice': co('4', 'N519'),
      'bilateral-units': co('16', 'M53'),
      'bilateral-surgical-centre': co('4'),
      'practitioner-on-visit': co('4'),
    },
    'ncci-ptp': { '*': co('236') },
    'ncci-mue': { '*': co('151', 'N362'), 'units-invalid': co('16', 'M53'), 'units-not-whole': co('16', 'M53') },
    'ncci-aoc': { '*': co('107', 'N122') },
    coverage: {
      '*': co('50', 'N115'),
      'not-supported-notified': { carc: '50', rarc: 'N115', group: 'PR' },
      'several-needed': co('50', 'N115'),
      'expected-denial': co('50'),
      'statutory-exclusion': { carc: '96', rarc: 'N425', group: 'PR' },
    },
    'pfs-status': {
      '*': co('97', 'M15'),
      'paid-only-alone': co('97', 'N20'),
      'several-paid-only-alone': co('97', 'N20'),
      'other-code': co('16', 'N56'),
      'not-covered': { carc: '96', rarc: 'N425', group: 'PR' },
    },
    'pc-tc': { '*': co('4') },
    bilateral: { '*': co('4') },
    'assistant-surgeon': { '*': co('4'), documentation: co('252', 'N29'), 'not-paid': co('54') },
    'co-surgeon': { '*': co('54'), documentation: co('252', 'N29'), 'not-applicable': co('4') },
    'multiple-procedure': {},
    'global-period': {
      '*': co('97', 'M144'),
      'second-procedure': co('97', 'M15'),
      'not-split': co('4'),
      'care-before-alone': co('4'),
    },
    'team-surgery': {
      'not-permitted': co('54'),
      documentation: co('252', 'N29'),
      'by-report': co('252', 'N29'),
      'not-applicable': co('4'),
    },
    'diagnosis-validity': { '*': co('146', 'M76'), 'not-billable': co('146', 'M81') },
    'diagnosis-pointers': { '*': co('16', 'M76') },
    'diagnosis-order': {
      '*': co('16', 'M64'),
      'manifestation-first': co('16', 'MA63'),
      'external-cause-first': co('16', 'MA63'),
    },
    demographics: { '*': co('9'), 'preventive-age': co('6'), 'born-after': co('14'), 'too-old': co('16', 'N329') },
    'place-of-service': {
      '*': co('58'),
      missing: co('16', 'M77'),
      unknown: co('16', 'M77'),
      'whole-in-hospital': co('4', 'N822'),
      'not-yet-valid': co('16', 'M77'),
      elsewhere: co('5', 'M77'),
    },
    telehealth: { '*': co('4'), 'not-on-list': co('96', 'N776'), 'originating-site': co('16', 'M77') },
    'dmepos-modifiers': { '*': co('4'), 'several-ways': co('4', 'N519'), 'rental-over': co('108', 'M7') },
    'new-patient': { '*': co('B16') },
    'visits-a-day': { '*': co('B14', 'M80'), 'part-of-admission': co('97', 'M15'), 'with-discharge': co('97', 'M15') },
    'prolonged-services': {
      '*': co('107', 'N122'),
      'other-payers-code': co('16', 'N56'),
      'not-together': co('97', 'M15'),
      'more-than-time': co('151'),
    },
    'duplicate-line': { '*': { carc: '18', rarc: null, group: 'OA' } },
    frequency: { '*': co('119', 'N130'), 'once-a-lifetime': co('149', 'N117') },
    'ioce-claim': {
      '*': co('16', 'MA130'),
      'submitted-for-denial': { carc: '96', rarc: null, group: 'PR' },
      'submitted-for-review': co('133'),
      'date-outside-statement': co('16', 'MA31'),
      'invalid-age': co('16', 'N329'),
      'invalid-sex': co('16', 'MA39'),
      'not-mental-health': co('11'),
    },
    'ioce-revenue': {
      '*': co('16', 'M50'),
      'visits-of-a-day': co('16', 'M44'),
      'code-needed': co('16', 'M20'),
      'observation-bill-type': co('16', 'MA30'),
      'direct-referral-alone': co('16', 'M20'),
    },
    'ioce-modifiers': {
      '*': co('4', 'N519'),
      'terminated-with-units': co('16', 'M53'),
      'trial-without-diagnosis': co('16', 'M76'),
      'ca-patient-status': co('16', 'MA43'),
    },
    'ioce-products': { '*': co('16', 'M20'), 'token-charge': co('16', 'M79') },
    'ioce-fqhc': { '*': co('16', 'M20'), 'payment-code-revenue': co('16', 'M50') },
    'code-equivalents': {},
    // Each rule has its own.
    'user-rules': { '*': co('16') },
    'unit-basis': { '*': co('16', 'M53') },
    'drug-units': { '*': co('16', 'M53') },
    ndc: { '*': co('16', 'M119') },
    'drug-wastage': {
      '*': co('16', 'N822'),
      'not-a-drug': co('4'),
      'jw-alone': co('16'),
      'jw-with-jz': co('4', 'N519'),
    },
    'unlisted-code': {
      '*': co('16', 'N350'),
      'drug-not-described': co('16', 'M123'),
      'dose-not-described': co('16', 'M123'),
      'drug-without-ndc': co('16', 'M119'),
      'drug-units': co('16', 'M53'),
    },
    laboratory: { '*': co('4'), 'clia-missing': co('16', 'MA120') },
    ambulance: {
      '*': co('16'),
      'trip-missing': co('16', 'N822'),
      'trip-differs': co('16', 'N823'),
      'mileage-of-the-dead': co('96'),
      'no-miles': co('16', 'M53'),
      'miles-not-rounded': co('16', 'M53'),
      'destination-doubtful': co('252', 'N29'),
      'arrangement-missing': co('16', 'N822'),
      'arrangement-elsewhere': co('4'),
    },
    'therapy-modifiers': {
      '*': co('4'),
      'plan-missing': co('16', 'N822'),
      'therapist-without-plan': co('16', 'N822'),
      'two-plans': co('4', 'N519'),
      'assistant-without-plan': co('4', 'N519'),
    },
    anesthesia: {
      '*': co('4'),
      'who-missing': co('16', 'N822'),
      'who-twice': co('4', 'N519'),
      'status-twice': co('4', 'N519'),
      'circumstance-alone': co('107', 'N122'),
      'several-codes': co('252', 'N29'),
      'time-implausible': co('16', 'M53'),
      'both-in-full': co('252', 'N29'),
    },
  },
};

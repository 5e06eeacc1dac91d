import type { ValueNames } from './record-values.ts';

/**
 * Code values of the Medicare physician fee schedule's relative value file, in our own short words after CMS's record
 * layout ("National Physician Fee Schedule Relative Value File", the RVU document of each release) and the Medicare
 * Claims Processing Manual, chapter 23, addendum.
 */
export const FEE_SCHEDULE_STATUS: ValueNames = {
  A: 'active: paid separately',
  B: 'bundled: payment is in other services',
  C: 'priced by the contractor',
  D: 'deleted',
  E: 'excluded by regulation',
  F: 'deleted or discontinued, no grace period',
  G: 'not valid for Medicare, grace period',
  H: 'deleted modifier',
  I: 'not valid for Medicare: another code is used',
  J: 'anesthesia service',
  M: 'measurement, no payment',
  N: 'not covered',
  P: 'bundled or excluded',
  Q: 'functional information, no payment',
  R: 'restricted coverage',
  T: 'paid only when nothing else is, that day',
  X: 'excluded by statute',
};

export const PC_TC: ValueNames = {
  0: 'physician service: no 26, no TC',
  1: 'diagnostic test: 26 and TC apply',
  2: 'professional component alone',
  3: 'technical component alone',
  4: 'global test alone',
  5: 'incident to a physician',
  6: 'laboratory interpretation by a physician: 26 applies',
  7: 'physical therapist in private practice',
  8: 'interpretation for a hospital inpatient',
  9: 'the concept does not apply',
};

export const GLOBAL_DAYS: ValueNames = {
  '000': 'the day of the procedure',
  '010': 'that day and ten after',
  '090': 'the day before, that day and ninety after',
  MMM: 'maternity',
  XXX: 'the concept does not apply',
  YYY: 'the contractor decides',
  ZZZ: 'within the other service it is added to',
};

export const MULTIPLE_PROCEDURE: ValueNames = {
  0: 'no reduction',
  1: 'reduced as before 1995',
  2: 'reduced: 100 %, then 50 % each',
  3: 'endoscopic family',
  4: 'diagnostic imaging, same session',
  5: 'therapy: practice expense halved',
  6: 'cardiovascular tests, technical part reduced',
  7: 'ophthalmology tests, technical part reduced',
  9: 'the concept does not apply',
};

export const BILATERAL_SURGERY: ValueNames = {
  0: 'not paid twice',
  1: '150 % with modifier 50',
  2: 'valued as bilateral already',
  3: 'each side paid in full',
  9: 'the concept does not apply',
};

export const ASSISTANT_SURGERY: ValueNames = {
  0: 'paid with documentation',
  1: 'not paid',
  2: 'paid',
  9: 'the concept does not apply',
};

export const CO_SURGERY: ValueNames = {
  0: 'not permitted',
  1: 'with documentation',
  2: 'permitted to two specialties',
  9: 'the concept does not apply',
};

export const TEAM_SURGERY: ValueNames = {
  0: 'not permitted',
  1: 'with documentation',
  2: 'permitted, by report',
  9: 'the concept does not apply',
};

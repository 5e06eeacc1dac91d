import { codeSet } from '../../codes/code-set.ts';

/**
 * New patient codes: those that CMS CR 8165 has checked (99201–99205, 99324–99328, 99341–99345, 99381–99387, 92002,
 * 92004), and CPT's telemedicine visits of new patients of 2025.
 */
export const NEW_PATIENT = codeSet(
  '92002 92004 99201-99205 99324-99328 99341-99345 99381-99387 98000-98003 98008-98011',
);

/** Visits in the patient's presence, by number: office, hospital, emergency, nursing facility, home, preventive. */
export const FACE_TO_FACE_VISIT = codeSet(
  '92002-92014 99201-99239 99241-99255 99281-99285 99291-99292 99304-99318 99324-99337 99341-99350 99381-99397 99401-99412 99460-99465 99468-99480 99483 99495-99496 G0402 G0438-G0439',
);

/** Surgical procedures. */
export const SURGERY = codeSet('10004-69990');
/** Further services that are mostly given in the patient's presence: injections, psychiatry, therapy, dialysis … */
export const OTHER_SERVICE = codeSet(
  '90460-90474 90785-90899 90935-90999 92015-92700 94002-94799 95004-95199 96110-96999 97010-98943',
);

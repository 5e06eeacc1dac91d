import { HCPCS_FIELDS, type HcpcsField } from './release.ts';

/** A field of the record: first and last position, counted from 1 as CMS does. */
export interface LayoutField {
  readonly field: HcpcsField;
  readonly begin: number;
  readonly end: number;
  /** The column of the same field in CMS's spreadsheets. */
  readonly column: string;
}

/** `count` fields of `width` from `begin` on, numbered where CMS's layout says "OCCURS". */
const occurs = (stem: string, column: string, begin: number, width: number, count: number): LayoutField[] =>
  Array.from({ length: count }, (_, i) => ({
    field: `${stem}${i + 1}` as HcpcsField,
    begin: begin + i * width,
    end: begin + (i + 1) * width - 1,
    column: `${column}${i + 1}`,
  }));

const one = (field: HcpcsField, column: string, begin: number, end: number): LayoutField => ({
  field,
  begin,
  end,
  column,
});

/**
 * The HCPCS contractor record, 320 characters: CMS, "HCPCS Contractor Record - 2019" (HCPCS2019_recordlayout.txt,
 * as of 10/31/2018), items 7 to 30. Positions 260 and 294–320 are filler.
 */
export const HCPCS_LAYOUT: readonly LayoutField[] = [
  one('longDescription', 'LONG DESCRIPTION', 12, 91),
  one('shortDescription', 'SHORT DESCRIPTION', 92, 119),
  ...occurs('pricingIndicator', 'PRICE', 120, 2, 4),
  one('multiplePricingIndicator', 'MULT_PI', 128, 128),
  ...occurs('coverageIssuesManual', 'CIM', 129, 6, 3),
  ...occurs('medicareCarriersManual', 'MCM', 147, 8, 3),
  one('statute', 'STATUTE', 171, 180),
  ...occurs('labCertification', 'LABCERT', 181, 3, 8),
  ...occurs('crossReference', 'XREF', 205, 5, 5),
  one('coverage', 'COV', 230, 230),
  one('ascPaymentGroup', 'ASC_GRP', 231, 232),
  one('ascPaymentGroupEffectiveDate', 'ASC_DT', 233, 240),
  one('mogPaymentGroup', 'OPPS', 241, 243),
  one('mogPaymentPolicyIndicator', 'OPPS_PI', 244, 244),
  one('mogEffectiveDate', 'OPPS_DT', 245, 252),
  one('processingNote', 'PROCNOTE', 253, 256),
  one('betos', 'BETOS', 257, 259),
  ...occurs('typeOfService', 'TOS', 261, 1, 5),
  one('anesthesiaBaseUnits', 'ANEST_BU', 266, 268),
  one('addedDate', 'ADD DT', 269, 276),
  one('actionEffectiveDate', 'ACT EFF DT', 277, 284),
  one('terminationDate', 'TERM DT', 285, 292),
  one('actionCode', 'ACTION CD', 293, 293),
];

/** Where a field stands in HCPCS_FIELDS. */
const place = (field: HcpcsField): number => HCPCS_FIELDS.indexOf(field);

export const LONG_DESCRIPTION = place('longDescription');
export const ADDED_DATE = place('addedDate');
export const ACTION_EFFECTIVE_DATE = place('actionEffectiveDate');
export const TERMINATION_DATE = place('terminationDate');
export const ACTION_CODE = place('actionCode');

/** Dates that decide whether a code may be reported: a bad one is a problem. */
export const DECIDING_DATES: readonly number[] = [ADDED_DATE, ACTION_EFFECTIVE_DATE, TERMINATION_DATE];
/** Dates of payment groups: a bad one is an oddity (CMS has printed some). */
export const OTHER_DATES: readonly number[] = [place('ascPaymentGroupEffectiveDate'), place('mogEffectiveDate')];

/** Item 30: the letters of ACTION CD. */
export const ACTION_CODES = 'ABCDFNPRST';

/** Widths: of a record, and of one without what follows its long description (as in 2017's continuations). */
export const RECORD_WIDTH = 320;
export const DESCRIPTION_END = 91;
/** The last position that may hold something. */
export const LAST_FIELD_END = 293;

/** Item 6: record identification codes. */
export const FIRST_OF_PROCEDURE = '3';
export const MORE_OF_PROCEDURE = '4';
export const FIRST_OF_MODIFIER = '7';
export const MORE_OF_MODIFIER = '8';

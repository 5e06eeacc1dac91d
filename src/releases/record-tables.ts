import { DMEPOS_FEES } from './dmepos-states.ts';
import type { ReleaseHeader } from './release.ts';

/**
 * Published tables that are kept as records: a key and named fields, all text as it is printed, trimmed, '' where
 * blank. What is a number or a date in them is read by whoever asks for it. The names of the fields are in the order
 * of a record's `fields`; a table may only be added to at its end.
 */
export const RECORD_TABLES = {
  /** CMS's report of what a HCPCS release changed. Key: code or modifier. */
  'hcpcs-transactions': ['typeOfChange', 'shortDescription', 'longDescription'],
  /** Corrections to a HCPCS release, as printed; merge.ts applies them. Key: code or modifier. */
  'hcpcs-corrections': [
    'action',
    'effectiveDate',
    'shortDescription',
    'longDescription',
    'typeOfService',
    'betos',
    'coverage',
    'pricingIndicator',
    'crossReference',
    'ascPaymentGroup',
    'ascPaymentGroupEffectiveDate',
    'labCertification',
    'comments',
  ],
  /** Processing notes of the HCPCS record. Key: the note's four digits. */
  'hcpcs-notes': ['text'],
  /** Codes that are not otherwise classified. Key: code. */
  'hcpcs-noc': ['longDescription', 'addedDate', 'terminationDate'],
  /** CMS's Alpha-Numeric Index. Key: the term with the terms around it. */
  'hcpcs-index': ['codes', 'see'],
  /** CMS's Table of Drugs. Key: the drug's name. */
  'hcpcs-drugs': ['amount', 'route', 'codes', 'see'],
  /** Medicare physician fee schedule: relative values and policy indicators. Key: `CODE` or `CODE-MOD`. */
  pfs: [
    'status',
    'notUsedForMedicarePayment',
    'workRvu',
    'nonFacilityPeRvu',
    'nonFacilityNaIndicator',
    'facilityPeRvu',
    'facilityNaIndicator',
    'mpRvu',
    'nonFacilityTotal',
    'facilityTotal',
    'pcTc',
    'globalDays',
    'preOperative',
    'intraOperative',
    'postOperative',
    'multipleProcedure',
    'bilateralSurgery',
    'assistantSurgery',
    'coSurgery',
    'teamSurgery',
    'endoscopicBase',
    'conversionFactor',
    'diagnosticSupervision',
    'calculationFlag',
    'imagingFamily',
    'oppsNonFacilityPe',
    'oppsFacilityPe',
    'oppsMp',
    'conversionFactorQualifyingApm',
  ],
  /** Geographic practice cost indices. Key: `MAC-LOCALITY`. */
  'pfs-gpci': ['state', 'localityName', 'workGpci', 'peGpci', 'mpGpci', 'gaf', 'workGpciWithoutFloor'],
  /** Anesthesia conversion factors in dollars. Key: `MAC-LOCALITY`. */
  'pfs-anesthesia': ['localityName', 'conversionFactor', 'conversionFactorQualifyingApm'],
  /** Restructured BETOS categories, a row for each time a code was in one. Key: code. */
  rbcs: [
    'rbcsId',
    'category',
    'categoryDescription',
    'subcategory',
    'subcategoryDescription',
    'familyNumber',
    'familyDescription',
    'majorIndicator',
    'codeAddedDate',
    'codeEndedDate',
    'latestAssignment',
    'firstReleaseYear',
    'analysisStartDate',
    'analysisEndDate',
    'alternateAssignmentMethod',
    'everReassigned',
  ],
  /** ICD-10-CM codes (`billable` 1) and headers (0) in tabular order. Key: code without its dot. */
  icd10cm: ['orderNumber', 'billable', 'shortDescription', 'longDescription'],
  /** What a year's ICD-10-CM changes: `add`, `delete`, `revise from`, `revise to`. Key: code without its dot. */
  'icd10cm-addenda': ['action', 'billable', 'shortDescription', 'longDescription'],
  /** Payment limits of Part B drugs. Key: code. */
  asp: [
    'shortDescription',
    'dosage',
    'paymentLimit',
    'coInsurancePercentage',
    'vaccineAwpPercentage',
    'vaccineLimit',
    'bloodAwpPercentage',
    'bloodLimit',
    'clottingFactor',
    'notes',
  ],
  /** Payment limits of drugs without a code of their own. Key: the drug's name. */
  'asp-noc': ['dosage', 'paymentLimit', 'notes'],
  /** Drug packages with the codes they are billed with. Key: the NDC's eleven digits. */
  'ndc-hcpcs': [
    'crosswalk',
    'code',
    'shortDescription',
    'genericName',
    'labeler',
    'ndc',
    'drugName',
    'dosage',
    'packageSize',
    'packageQuantity',
    'billUnits',
    'billUnitsPerPackage',
  ],
  /** Fees for equipment, prostheses, orthoses and supplies. Key: code and modifiers, `A4233-NU`, `E0260-RR-KU`. */
  dmepos: ['jurisdiction', 'category', 'ceiling', 'floor', 'description', ...DMEPOS_FEES],
  /** When category III codes lapse and what took their place, of a user's own table. Key: code. */
  'cpt-category-three': ['effective', 'sunset', 'convertedTo'],
  /**
   * Billing and coding articles of the Medicare Coverage Database, a row a version. Key: `A` and the number. Lists are
   * words; `covered` and `noncovered` have groups of diagnoses, `1 E119 I10|2 R05`, `combined` the groups whose
   * paragraph speaks of several diagnoses together.
   */
  'coverage-articles': [
    'version',
    'title',
    'status',
    'effective',
    'revised',
    'ended',
    'lcds',
    'states',
    'contractors',
    'codes',
    'covered',
    'noncovered',
    'combined',
  ],
  /** Local coverage determinations, a row a version. Key: `L` and the number. */
  'coverage-lcds': ['version', 'title', 'status', 'effective', 'revised', 'ended', 'states', 'contractors', 'codes'],
  /** National coverage determinations, a row a version. Key: the manual's section. */
  'coverage-ncds': ['version', 'title', 'coverageLevel', 'effective', 'ended'],
} as const satisfies Record<string, readonly string[]>;

export type RecordKind = keyof typeof RECORD_TABLES;
export const RECORD_KINDS = Object.keys(RECORD_TABLES) as readonly RecordKind[];
export type RecordField<K extends RecordKind> = (typeof RECORD_TABLES)[K][number];

/** One record of such a table. A key may have several in one release. */
export interface TableRecord {
  readonly key: string;
  /** In the order of RECORD_TABLES. */
  readonly fields: readonly string[];
  /** Line, row, or (of a PDF) page. */
  readonly line: number;
  /** Places of the fields that fill the width of a printed column, and so may be cut off. */
  readonly cut?: readonly number[];
}

export interface RecordRelease extends ReleaseHeader {
  readonly kind: RecordKind;
  readonly setting: null;
  readonly records: readonly TableRecord[];
}

/** Whether a kind of release is a table of records. */
export const isRecordKind = (kind: string): kind is RecordKind => Object.hasOwn(RECORD_TABLES, kind);

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
}

export interface RecordRelease extends ReleaseHeader {
  readonly kind: RecordKind;
  readonly setting: null;
  readonly records: readonly TableRecord[];
}

/** Whether a kind of release is a table of records. */
export const isRecordKind = (kind: string): kind is RecordKind => Object.hasOwn(RECORD_TABLES, kind);

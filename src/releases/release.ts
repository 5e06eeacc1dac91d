import type { Day } from '../codes/day.ts';
import type { PackedCode } from '../codes/packed.ts';
import type { Setting } from '../codes/setting.ts';
import { RECORD_KINDS, type RecordKind, type RecordRelease } from './record-tables.ts';

/** The published file sets that a codebook is compiled from. */
export type ReleaseKind = 'hcpcs' | 'ncci-ptp' | 'ncci-mue' | 'ncci-aoc' | RecordKind;
export const RELEASE_KINDS: readonly ReleaseKind[] = ['hcpcs', 'ncci-ptp', 'ncci-mue', 'ncci-aoc', ...RECORD_KINDS];

/** The quarter or year a release is for, both ends inclusive. */
export interface Period {
  /** `2024Q3` for a quarter, `2019` for a year. */
  readonly label: string;
  readonly from: Day;
  readonly to: Day;
}

/** Something unusual in a file that did not keep it from being read. */
export interface Oddity {
  /** Stable id, such as `duplicate-row` or `disclaimer-lines`. */
  readonly code: string;
  /** For a person, with the number of times it was met where it is many. */
  readonly message: string;
  /** First line (row) at which it was met. */
  readonly line?: number;
}

/** One file, as it came. */
export interface SourceFile {
  /**
   * Its name without any folder, inside a zip `archive.zip!entry`: the same however the file was reached, so that
   * the same files make the same codebook.
   */
  readonly name: string;
  /** SHA-256 of the file's own bytes: of the entry when in a zip, of the unpacked text when gzipped. */
  readonly sha256: string;
  readonly bytes: number;
  readonly form: 'text' | 'csv' | 'xlsx' | 'pdf';
  /** Part of a release that CMS publishes in several files (`f1`); null where it is one file. */
  readonly part: number | null;
  readonly rows: number;
}

/** What is known of a release beside its rows. */
export interface ReleaseHeader {
  readonly kind: ReleaseKind;
  /** null where the release is for all settings. */
  readonly setting: Setting | null;
  readonly period: Period;
  /** The day it became known; the first day of its period where the files do not say. */
  readonly published: Day;
  /** CMS reprints some releases (`_v3`): 1 for the first print. */
  readonly print: number;
  readonly sources: readonly SourceFile[];
  readonly rowCount: number;
  readonly oddities: readonly Oddity[];
}

/** A release with its rows. */
export type Release = HcpcsRelease | PtpRelease | MueRelease | AddOnRelease | RecordRelease;

/** HCPCS Level II: one entry a code or modifier, continuation records joined. */
export interface HcpcsRelease extends ReleaseHeader {
  readonly kind: 'hcpcs';
  readonly setting: null;
  readonly records: readonly HcpcsRecord[];
}

/** The field names of CMS's record layout that are kept as CMS prints them: trimmed text, '' where blank. */
export const HCPCS_FIELDS = [
  'longDescription',
  'shortDescription',
  'pricingIndicator1',
  'pricingIndicator2',
  'pricingIndicator3',
  'pricingIndicator4',
  'multiplePricingIndicator',
  'coverageIssuesManual1',
  'coverageIssuesManual2',
  'coverageIssuesManual3',
  'medicareCarriersManual1',
  'medicareCarriersManual2',
  'medicareCarriersManual3',
  'statute',
  'labCertification1',
  'labCertification2',
  'labCertification3',
  'labCertification4',
  'labCertification5',
  'labCertification6',
  'labCertification7',
  'labCertification8',
  'crossReference1',
  'crossReference2',
  'crossReference3',
  'crossReference4',
  'crossReference5',
  'coverage',
  'ascPaymentGroup',
  'ascPaymentGroupEffectiveDate',
  'mogPaymentGroup',
  'mogPaymentPolicyIndicator',
  'mogEffectiveDate',
  'processingNote',
  'betos',
  'typeOfService1',
  'typeOfService2',
  'typeOfService3',
  'typeOfService4',
  'typeOfService5',
  'anesthesiaBaseUnits',
  'addedDate',
  'actionEffectiveDate',
  'terminationDate',
  'actionCode',
] as const;

export type HcpcsField = (typeof HCPCS_FIELDS)[number];

/** A code's (five characters) or a modifier's (two) entry in one HCPCS release. */
export interface HcpcsRecord {
  readonly code: string;
  readonly isModifier: boolean;
  /** CMS's sequence number as printed, `00100`. */
  readonly sequence: string;
  /** In the order of HCPCS_FIELDS. Dates as printed, `YYYYMMDD`. */
  readonly fields: readonly string[];
  /** Line of its first record in the source. */
  readonly line: number;
}

/**
 * NCCI procedure-to-procedure edits as parallel arrays, `count` rows in the order of the file; millions of
 * rows, so no object is made for one.
 */
export interface PtpRows {
  readonly count: number;
  readonly columnOne: Uint32Array;
  readonly columnTwo: Uint32Array;
  /** Day numbers; CMS prints dates from 1996-01-01 on. */
  readonly effective: Uint16Array;
  /** Inclusive; OPEN_DAY for `*`. */
  readonly deletion: Uint16Array;
  /** 0, 1 or 9. */
  readonly modifierIndicator: Uint8Array;
  /** 1 where the row bears CMS's mark "in existence prior to 1996". */
  readonly prior1996: Uint8Array;
  /** Index into `rationales`. */
  readonly rationale: Uint8Array;
  readonly rationales: readonly string[];
}

/** The settings for which CMS publishes Medicare PTP tables. */
export type PtpSetting = Exclude<Setting, 'dme'>;

export interface PtpRelease extends ReleaseHeader {
  readonly kind: 'ncci-ptp';
  readonly setting: PtpSetting;
  readonly rows: PtpRows;
}

/** A medically unlikely edit: the most units of a code for one beneficiary on one day (or line). */
export interface MueRow {
  readonly code: PackedCode;
  readonly value: number;
  /** MUE adjudication indicator: 1 line, 2 day absolute, 3 day clinical; null where the file has none (Medicaid). */
  readonly mai: 1 | 2 | 3 | null;
  readonly rationale: string;
  readonly line: number;
}

export interface MueRelease extends ReleaseHeader {
  readonly kind: 'ncci-mue';
  readonly setting: Setting;
  readonly rows: readonly MueRow[];
}

/** An add-on code edit: the add-on code is payable only beside one of its primary codes. */
export interface AddOnRow {
  readonly addOn: PackedCode;
  /** null where CMS prints `CCCCC`: the contractor decides which primaries count. */
  readonly primary: PackedCode | null;
  readonly type: 1 | 2 | 3;
  /** null where the file gives no dates. */
  readonly effective: Day | null;
  /** Inclusive; OPEN_DAY while in force; null where the file gives no dates. */
  readonly deletion: Day | null;
  readonly line: number;
}

export interface AddOnRelease extends ReleaseHeader {
  readonly kind: 'ncci-aoc';
  readonly setting: null;
  readonly rows: readonly AddOnRow[];
}

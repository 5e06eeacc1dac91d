import { BETOS } from './betos.ts';
import { dashed } from './day.ts';
import { MOG_GROUP } from './mog-groups.ts';
import {
  ACTION,
  ASC_GROUP,
  COVERAGE,
  LAB_CERTIFICATION,
  MOG_POLICY,
  MULTIPLE_PRICING,
  PRICING,
  TYPE_OF_SERVICE,
  type ValueNames,
} from './record-values.ts';

/** By field what its values mean; a field that CMS repeats stands here without its number. */
const NAMES: Readonly<Record<string, ValueNames>> = {
  coverage: COVERAGE,
  pricingIndicator: PRICING,
  multiplePricingIndicator: MULTIPLE_PRICING,
  labCertification: LAB_CERTIFICATION,
  typeOfService: TYPE_OF_SERVICE,
  betos: BETOS,
  actionCode: ACTION,
  ascPaymentGroup: ASC_GROUP,
  mogPaymentGroup: MOG_GROUP,
  mogPaymentPolicyIndicator: MOG_POLICY,
};

/**
 * What a code value of a field of the HCPCS record means; '' where CMS's layout does not have it.
 *
 * @example
 * meaningOf('pricingIndicator2', '51') // 'drugs'
 */
export const meaningOf = (field: string, value: string): string => NAMES[field.replace(/\d$/, '')]?.[value] ?? '';

/** The fields of a record by the names of CMS's layout (`HCPCS_FIELDS` of `columnone/releases`); '' where blank. */
export type RecordFields = Readonly<Record<string, string>>;

/** A code value of the record with its meaning; `name` is '' where CMS's layout does not have the value. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

/** A code value that holds since a day, `YYYY-MM-DD` where CMS printed a date. */
export type Dated = Named & { readonly effective: string | null };

/** All coded fields of a HCPCS record, spelled out. Blank fields are null or left out of their list. */
export interface DecodedRecord {
  readonly coverage: Named | null;
  readonly pricing: readonly Named[];
  readonly multiplePricing: Named | null;
  readonly labCertifications: readonly Named[];
  readonly typesOfService: readonly Named[];
  readonly betos: Named | null;
  readonly action: Dated | null;
  /** Whether, and since when, it is approved for an ambulatory surgical center. */
  readonly ascGroup: Dated | null;
  readonly mogGroup: Dated | null;
  readonly mogPolicy: Named | null;
  /** Sections of the Coverage Issues Manual, now of the National Coverage Determinations Manual, as printed. */
  readonly coverageManual: readonly string[];
  /** Sections of the Medicare Carriers Manual, now of the Internet-Only Manuals, as printed. */
  readonly carriersManual: readonly string[];
  /** The section of the Social Security Act or of another statute on its coverage, as printed. */
  readonly statute: string | null;
  /** Number of CMS's processing note, `0088`; the notes are a file of their own beside the release. */
  readonly processingNote: string | null;
  /** Base units of an anesthesia service; null for all else. */
  readonly anesthesiaBaseUnits: number | null;
}

/**
 * Spells out the coded fields of a HCPCS record (CMS, "HCPCS Contractor Record - 2019", items 9 to 30).
 *
 * @example
 * decodeRecord({ coverage: 'D', pricingIndicator1: '51' }).pricing // [{ code: '51', name: 'drugs' }]
 * @example
 * decodeRecord({ betos: 'O1E' }).betos?.name // 'other drugs'
 * @example
 * decodeRecord({ coverage: 'X' }).coverage // { code: 'X', name: '' }
 */
export function decodeRecord(fields: RecordFields): DecodedRecord {
  const named = (field: string, code: string): Named => ({ code, name: meaningOf(field, code) });
  const one = (field: string): Named | null => (fields[field] ? named(field, fields[field]) : null);
  const all = (stem: string): Named[] => numbered(fields, stem).map((code) => named(stem, code));
  const dated = (field: string, date: string): Dated | null => {
    const value = one(field);
    return value === null ? null : { ...value, effective: fields[date] ? dashed(fields[date]) : null };
  };
  return {
    coverage: one('coverage'),
    pricing: all('pricingIndicator'),
    multiplePricing: one('multiplePricingIndicator'),
    labCertifications: all('labCertification'),
    typesOfService: all('typeOfService'),
    betos: one('betos'),
    action: dated('actionCode', 'actionEffectiveDate'),
    ascGroup: dated('ascPaymentGroup', 'ascPaymentGroupEffectiveDate'),
    mogGroup: dated('mogPaymentGroup', 'mogEffectiveDate'),
    mogPolicy: one('mogPaymentPolicyIndicator'),
    coverageManual: numbered(fields, 'coverageIssuesManual'),
    carriersManual: numbered(fields, 'medicareCarriersManual'),
    statute: fields.statute || null,
    processingNote: fields.processingNote || null,
    anesthesiaBaseUnits: Number(fields.anesthesiaBaseUnits) || null,
  };
}

/** What stands in `stem1`, `stem2` … that is not blank; CMS repeats some fields up to eight times. */
export const numbered = (fields: RecordFields, stem: string): string[] =>
  [1, 2, 3, 4, 5, 6, 7, 8].map((n) => fields[`${stem}${n}`] ?? '').filter((text) => text !== '');

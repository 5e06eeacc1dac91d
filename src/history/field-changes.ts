import type { HcpcsField } from '../releases/release.ts';
import { squeezed } from '../text.ts';

/** What a field of the HCPCS record is about, as a history shows it. */
type FieldGroup = 'descriptor' | 'coverage' | 'payment' | 'classification';

/** Fields that say one thing together; the order in which CMS prints their values has no meaning. */
interface Attribute {
  readonly name: string;
  readonly group: FieldGroup;
  readonly fields: readonly HcpcsField[];
}

const numbered = <F extends string>(field: F, count: number): HcpcsField[] =>
  Array.from({ length: count }, (_, i) => `${field}${i + 1}` as HcpcsField);

const one = (name: HcpcsField, group: FieldGroup): Attribute => ({ name, group, fields: [name] });

/**
 * All fields but the dates of the code itself, which are events of their own, and CMS's action code with its date:
 * it speaks of the last quarter alone, whatever two releases are compared.
 */
const ATTRIBUTES: readonly Attribute[] = [
  one('longDescription', 'descriptor'),
  one('shortDescription', 'descriptor'),
  one('coverage', 'coverage'),
  { name: 'coverageIssuesManual', group: 'coverage', fields: numbered('coverageIssuesManual', 3) },
  { name: 'medicareCarriersManual', group: 'coverage', fields: numbered('medicareCarriersManual', 3) },
  one('statute', 'coverage'),
  { name: 'labCertification', group: 'coverage', fields: numbered('labCertification', 8) },
  { name: 'pricingIndicator', group: 'payment', fields: numbered('pricingIndicator', 4) },
  one('multiplePricingIndicator', 'payment'),
  one('ascPaymentGroup', 'payment'),
  one('ascPaymentGroupEffectiveDate', 'payment'),
  one('mogPaymentGroup', 'payment'),
  one('mogPaymentPolicyIndicator', 'payment'),
  one('mogEffectiveDate', 'payment'),
  one('anesthesiaBaseUnits', 'payment'),
  { name: 'crossReference', group: 'classification', fields: numbered('crossReference', 5) },
  one('processingNote', 'classification'),
  one('betos', 'classification'),
  { name: 'typeOfService', group: 'classification', fields: numbered('typeOfService', 5) },
];

/** An attribute that two records of a code do not have alike. */
export interface FieldChange {
  readonly attribute: string;
  readonly group: FieldGroup;
  /** Values as printed, ascending; none where blank. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

type Fields = Readonly<Record<HcpcsField, string>>;

/** What changed from one record to another; spacing alone is no change. */
export function fieldChanges(before: Fields, after: Fields): readonly FieldChange[] {
  return ATTRIBUTES.flatMap(({ name, group, fields }) => {
    const [old, now] = [valuesOf(before, fields), valuesOf(after, fields)];
    return sameValues(name, old, now) ? [] : [{ attribute: name, group, before: old, after: now }];
  });
}

function sameValues(attribute: string, one: readonly string[], other: readonly string[]): boolean {
  // Releases print none as blank, `0` or `000`.
  if (attribute === 'anesthesiaBaseUnits') return Number(one[0] ?? 0) === Number(other[0] ?? 0);
  return one.length === other.length && one.every((value, i) => squeezed(value) === squeezed(other[i]));
}

const valuesOf = (record: Fields, fields: readonly HcpcsField[]): readonly string[] =>
  fields
    .map((field) => record[field])
    .filter((value) => value !== '')
    .sort();

import { dashed } from '../codes/day.ts';

/** Names that read better than the field's own. */
const NAMES: Readonly<Record<string, string>> = {
  coverageIssuesManual: 'coverage manual',
  medicareCarriersManual: 'carriers manual',
  labCertification: 'lab certification',
  ascPaymentGroup: 'ASC payment group',
  ascPaymentGroupEffectiveDate: 'ASC group since',
  mogPaymentGroup: 'MOG payment group',
  mogPaymentPolicyIndicator: 'MOG payment policy',
  mogEffectiveDate: 'MOG group since',
  betos: 'BETOS',
  mai: 'MAI',
  value: 'units',
  prior1996: 'existed before 1996',
  terminationDate: 'ends',
  addedDate: 'added',
};

/** `pricingIndicator2` as `pricing indicator 2`. */
export function fieldName(field: string): string {
  const [, stem, number] = /^(.*?[A-Za-z])(\d*)$/.exec(field) ?? [field, field, ''];
  const words = NAMES[field] ?? NAMES[stem] ?? stem.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return number === '' || NAMES[field] !== undefined ? words : `${words} ${number}`;
}

/** A value as it is shown: dates as `YYYY-MM-DD`, the rest as printed. */
export const shownValue = (field: string, value: string): string => (/date$/i.test(field) ? dashed(value) : value);

import { parseCode } from '../codes/code.ts';

/** What stands in place of a text that its owner licenses. */
const WITHHELD = '(licensed text)';
const WITHHELD_AFTER = '(another licensed text)';

/**
 * Whether the descriptive texts of a code (or a key that begins with one) are its owner's: the American Medical Association's (Level I) or the
 * American Dental Association's (D codes). They are never part of a diff, whatever file they came in.
 */
export function isLicensed(key: string): boolean {
  // A key may go on after its code, with a modifier or a state.
  const parsed = parseCode(key.split(/[^0-9A-Za-z]/, 1)[0]);
  if (parsed.kind !== 'procedure') return false;
  return parsed.level === 'I' || parsed.steward !== 'CMS';
}

/** Fields that hold descriptive text. */
export const isDescriptive = (field: string): boolean => /descri|text|title|name$/i.test(field);

/** Those of them that describe the code itself, in the owner's words; the names of CMS's categories are CMS's. */
const isDescriptor = (field: string): boolean => /^(short|long|full|consumer)?descript(ion|or)$/i.test(field);

/** The same fields with every licensed text replaced. */
export function withoutLicensed<F extends { field: string; before: string; after: string }>(
  code: string,
  fields: readonly F[],
): readonly F[] {
  if (!fields.some(({ field }) => isDescriptor(field)) || !isLicensed(code)) return fields;
  return fields.map((each) => (isDescriptor(each.field) ? { ...each, ...withheld(each.before, each.after) } : each));
}

const withheld = (before: string, after: string) => ({
  before: before === '' ? '' : WITHHELD,
  after: after === '' ? '' : before === '' ? WITHHELD : WITHHELD_AFTER,
});

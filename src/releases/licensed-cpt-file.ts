import { isIcd10cmLine } from './icd10cm-text.ts';

export const LICENSED_CPT = 'a licensed CPT file: columnone import-cpt';

/** A Level I code with words after one tab or space, or after the two digits of the files of fixed width. */
const DESCRIPTOR = /^\d{4}[0-9AFMTU](?:\d\d)?[\t ](?=[A-Za-z])[^\t]{3,}$/;
/** Of the consumer and clinician descriptors. */
const HEADER = /^concept ?id\tcpt ?code\t/i;
const NOTICE = /copyright.*American Medical Association/i;
const ENOUGH = 3;

/** Whether the first lines are those of the AMA's descriptor files, which are never read with the public files. */
export function isLicensedCpt(lines: readonly string[]): boolean {
  if (lines.some((line) => HEADER.test(line))) return true;
  const found = lines.filter((line) => DESCRIPTOR.test(line.trimEnd()) && !isIcd10cmLine(line)).length;
  return found >= ENOUGH || (found > 0 && lines.some((line) => NOTICE.test(line)));
}

import type { PtpSetting, ReleaseKind } from './release.ts';

/** What only the names of a file, its archive and its folders say of a release, innermost first. */

/** ccipra…, …practitioner…; ccioph…, …hospital…, …outpatient…; null where no name says it. */
export function ptpSettingInNames(names: readonly string[]): PtpSetting | null {
  for (const name of names) {
    const professional = /ccipra|practitioner|professional|(?<![a-z])prac?(?![a-z])/i.test(name);
    const outpatient = /ccioph|hospital|outpatient|(?<![a-z])(oph|hopd)(?![a-z])/i.test(name);
    if (professional !== outpatient) return professional ? 'professional' : 'outpatient';
  }
  return null;
}

/** Medicaid has tables of its own in the same layouts; they must not be taken for Medicare's. */
export const namesMedicaid = (names: readonly string[]): boolean =>
  names.some((name) => /medicaid|(?<![a-z])mcd(?![a-z])/i.test(name));

/**
 * CMS reprints: HCPC2025_OCT_ANWEB_v3 is the third print, V4_HCPC2018_Corrections the fourth, ccipra-v302r1 the second;
 * 1 where no name says it.
 */
export function printInNames(kind: ReleaseKind, names: readonly string[]): number {
  for (const name of names) {
    const revision = kind === 'ncci-ptp' ? /v\d{3}r(\d)(?!\d)/i.exec(name) : null;
    if (revision) return Number(revision[1]) + 1;
    const print = /(?:^|[-_ ])v([1-9])(?![a-z0-9])/i.exec(name);
    if (print) return Number(print[1]);
  }
  return 1;
}

/** ccipra-v302r0-f2 is part 2 of its release; null for a file that is whole. */
export function partInName(kind: ReleaseKind, name: string): number | null {
  const part = kind === 'ncci-ptp' ? /(?<![a-z0-9])f([1-9]\d?)(?![a-z0-9])/i.exec(name) : null;
  return part ? Number(part[1]) : null;
}

/** The endings CMS's releases come with; a page or a picture about one has another. */
const RELEASE_ENDING = /(^[^.]*|\.(txt|csv|tsv|xlsx?|zip|gz))$/i;

/** Whether a person would take the file for a release by its name: then an unknown content is a problem. */
export const namedLikeRelease = (name: string): boolean =>
  RELEASE_ENDING.test(name) &&
  /anweb|hcpcs?.*alpha|alpha.*hcpc|ccipra|ccioph|pprrvu|icd10cm[-_]order|(?<![a-z])(mue|aoc|ptp[-_ ]?edits?)(?![a-z])/i.test(
    name,
  ) &&
  !/readme|layout|structure|faq|correction|notes/i.test(name);

/** How a file is packed, by the ending of its name; null for any other ending. */
export const packingInName = (name: string): 'zip' | 'xlsx' | 'gz' | null =>
  (/\.(zip|xlsx|gz)$/i.exec(name)?.[1].toLowerCase() as 'zip' | 'xlsx' | 'gz' | undefined) ?? null;

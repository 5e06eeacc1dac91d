import type { Problem } from '../problems.ts';
import type { DescriptorFile } from './descriptor-file.ts';
import { type CptDescriptors, DESCRIPTOR_KINDS } from './licensed-cpt.ts';

/** What a user's files amount to. */
export interface Edition {
  readonly year: number;
  readonly notice: string;
  readonly descriptors: ReadonlyMap<string, CptDescriptors>;
}

/** Puts files of different kinds together; `year` is the user's word, where the files have none. */
export function editionOf(files: readonly DescriptorFile[], year: number | null): Edition | Problem {
  const years = [...new Set(files.flatMap((file) => file.year ?? []))];
  if (years.length > 1) {
    return { code: 'licensed-year', message: `the files are of different years: ${years.sort().join(', ')}` };
  }
  const its = years[0] ?? year;
  if (its === null) return { code: 'licensed-year', message: 'no file says the year of its copyright' };
  if (year !== null && year !== its) return { code: 'licensed-year', message: `the files are of ${its}, not ${year}` };
  const notice =
    files.find((file) => file.notice !== null)?.notice ??
    `CPT copyright ${its} American Medical Association. All rights reserved.`;
  const codes = new Set(files.flatMap(({ descriptors }) => [...descriptors.keys()]));
  return { year: its, notice, descriptors: new Map([...codes].map((code) => [code, descriptorsOf(code, files)])) };
}

const descriptorsOf = (code: string, files: readonly DescriptorFile[]): CptDescriptors =>
  Object.fromEntries(
    DESCRIPTOR_KINDS.map((kind) => [kind, files.find((file) => file.kind === kind)?.descriptors.get(code) ?? null]),
  ) as unknown as CptDescriptors;

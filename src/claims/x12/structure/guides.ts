import { compileGuide } from './compile-guide.ts';
import type { Guide } from './guide.ts';
import { GUIDE_837I } from './guide-837i.ts';
import { GUIDE_837P } from './guide-837p.ts';
import { knownCodes } from './known-codes.ts';

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

// Made when first asked for, and never changed: compiling the tables takes longer than checking a small file.
const professional = once(() => compileGuide(GUIDE_837P));
const institutional = once(() => compileGuide(GUIDE_837I));
const known = once(() => knownCodes([professional(), institutional()]));

/** The guide that GS08 or ST03 names; null where it is none that can be checked. */
export function guideOf(version: string): Guide | null {
  if (GUIDE_837P.versions.includes(version)) return professional();
  return GUIDE_837I.versions.includes(version) ? institutional() : null;
}

/** Whether X12 has this code for the data element; see `knownCodes`. */
export const isKnownCode = (dataElement: string, packed: number): boolean =>
  known().get(dataElement)?.has(packed) ?? false;

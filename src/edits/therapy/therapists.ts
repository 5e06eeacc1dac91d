import { taxonomyNumber } from '../../claims/coded-claim.ts';

/**
 * Physical and occupational therapists and speech-language pathologists in the Health Care Provider Taxonomy code set
 * (NUCC): all codes of 2251, 225X and 235Z.
 */
const CODES = `
  225100000X 2251C2600X 2251E1200X 2251E1300X 2251G0304X 2251H1200X 2251H1300X 2251N0400X 2251P0200X 2251S0007X
  2251X0800X
  225X00000X 225XE0001X 225XE1200X 225XF0002X 225XG0600X 225XH1200X 225XH1300X 225XL0004X 225XM0800X 225XN1300X
  225XP0019X 225XP0200X 225XR0403X
  235Z00000X
`;

const numberOf = (code: string): number => {
  const bytes = new TextEncoder().encode(code);
  return taxonomyNumber(bytes, 0, bytes.length);
};

const NUMBERS: ReadonlySet<number> = new Set(CODES.trim().split(/\s+/).map(numberOf));

/** Whether a taxonomy (see `taxonomyNumber`) is a therapist's in private practice. */
export const isTherapist = (taxonomy: number): boolean => NUMBERS.has(taxonomy);

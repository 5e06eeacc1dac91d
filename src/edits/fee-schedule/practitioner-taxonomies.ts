import { taxonomyNumber } from '../../claims/coded-claim.ts';

/**
 * Physician assistants, nurse practitioners and clinical nurse specialists in the Health Care Provider Taxonomy code set
 * (NUCC): all codes of 363A, 363L and 364S.
 */
const CODES = `
  363A00000X 363AM0700X 363AS0400X
  363L00000X 363LA2100X 363LA2200X 363LC0200X 363LC1500X 363LF0000X 363LG0600X 363LN0000X 363LN0005X 363LP0200X
  363LP0222X 363LP0808X 363LP1700X 363LP2300X 363LS0200X 363LW0102X 363LX0001X 363LX0106X
  364S00000X 364SA2100X 364SA2200X 364SC0200X 364SC1501X 364SC2300X 364SE0003X 364SE1400X 364SF0001X 364SG0600X
  364SH0200X 364SH1100X 364SI0800X 364SL0600X 364SM0705X 364SN0000X 364SN0800X 364SP0200X 364SP0807X 364SP0808X
  364SP0809X 364SP0810X 364SP0811X 364SP0812X 364SP0813X 364SP1700X 364SP2800X 364SR0400X 364SS0200X 364ST0500X
  364SW0102X 364SX0106X 364SX0200X 364SX0204X
`;

const numberOf = (code: string): number => {
  const bytes = new TextEncoder().encode(code);
  return taxonomyNumber(bytes, 0, bytes.length);
};

const NUMBERS: ReadonlySet<number> = new Set(CODES.trim().split(/\s+/).map(numberOf));

/** Whether a taxonomy (see `taxonomyNumber`) is a physician assistant's, nurse practitioner's or clinical nurse specialist's. */
export const isAssistantOrNurse = (taxonomy: number): boolean => NUMBERS.has(taxonomy);

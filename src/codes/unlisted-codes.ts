import { type PackedCode, packCodeText } from './packed.ts';

/**
 * The Level I (CPT) codes for a service that has no code of its own, by number alone. CMS makes its own set from the words
 * of the descriptors (Medicare FFS editing, "Not Otherwise Classified" codes), which are licensed; these numbers were
 * brought together from public lists of unlisted codes and compared with the fee schedule, where those of surgery are all
 * the Category I codes of status C and global period YYY that end in 9 (test/edits/unlisted-codes.data.test.ts). Codes of
 * anesthesia and laboratory that are merely "not otherwise specified" are none (CMS took them off its set in January 2012).
 */
const NUMBERS = `
  01999
  15999 17999 19499 20999 21089 21299 21499 21899 22899 22999 23929 24999 25999 26989 27299 27599 27899 28899 29799 29999
  30999 31299 31599 31899 32999 33999 36299 37501 37799 38129 38589 38999 39499 39599 40799 40899 41599 41899 42299 42699
  42999 43289 43499 43659 43999 44238 44799 44899 44979 45399 45499 45999 46999 47379 47399 47579 47999 48999 49329 49659
  49999 50549 50949 51999 53899 54699 55559 55899 58578 58579 58679 58999 59897 59898 59899 60659 60699 64999 66999 67299
  67399 67599 67999 68399 68899 69399 69799 69949 69979
  76496 76497 76498 76499 76999 77299 77399 77499 77799 78099 78199 78299 78399 78499 78599 78699 78799 78999 79999
  81099 81479 81599 84999 85999 86486 86849 86999 87999 88099 88199 88299 88399 88749 89240 89398
  90399 90749 90899 90999 91299 92499 92700 93799 93998 94799 95199 95999 96379 96549 96999 97039 97139 97799
  99199 99429 99499 99600
`;

export const UNLISTED_LEVEL_ONE: readonly string[] = NUMBERS.trim().split(/\s+/);

const PACKED = new Set(UNLISTED_LEVEL_ONE.map(packCodeText));

/**
 * Whether a Level I code is unlisted.
 *
 * @example
 * isUnlistedLevelOne(packCodeText('17999')) // true
 */
export const isUnlistedLevelOne = (code: PackedCode): boolean => PACKED.has(code);

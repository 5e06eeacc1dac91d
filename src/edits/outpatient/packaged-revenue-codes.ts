/**
 * Revenue codes whose costs are packaged, so that their lines need no HCPCS code (Medicare Claims Processing Manual,
 * chapter 4, section 20.5.1.1), and 0001, the total.
 */
const PACKAGED =
  '1 250 251 252 254 255 257 258 259 260 261 262 263 264 269 270 271 272 275 276 278 279 280 289 343 344 370 371 372 379 ' +
  '390 392 399 621 622 623 624 630 631 632 633 681 682 683 684 689 700 710 720 721 732 762 801 802 803 804 809 810 815 819 ' +
  '821 824 825 829 942 943 948';

const IS_PACKAGED = new Uint8Array(10_000);
for (const code of PACKAGED.split(' ')) IS_PACKAGED[Number(code)] = 1;

/** Whether lines of a revenue code (as a number) stand without a HCPCS code. */
export const isPackaged = (revenue: number): boolean => IS_PACKAGED[revenue] === 1;

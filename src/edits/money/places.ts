/**
 * Places of service whose physicians are paid at the facility rate (Medicare Claims Processing Manual, chapter 12,
 * section 20.4.2); 02 is telehealth elsewhere than at home, 10 at home, which is paid as an office.
 */
const FACILITY = [2, 19, 21, 22, 23, 24, 26, 31, 34, 41, 42, 51, 52, 53, 56, 61];
const IS_FACILITY = new Uint8Array(100);
for (const place of FACILITY) IS_FACILITY[place] = 1;

/** Whether a place of service (two digits as a number) is paid at the facility rate. */
export const isFacilityPlace = (place: number): boolean => IS_FACILITY[place] === 1;

import { codeSet } from './code-set.ts';
import { type PackedCode, packCodeText } from './packed.ts';

const FIRST = packCodeText('00100');
const LAST = packCodeText('01999');

/** The anesthesia section of CPT, 00100 to 01999, by number alone. */
export const isAnesthesia = (code: PackedCode): boolean => code <= LAST && code >= FIRST && code % 36 <= 9;

/** Daily management of continuous drug administration: a unit a day, without time. */
export const isAnesthesiaByTheDay = codeSet('01996').has;

/** Add-on codes beside another anesthesia code, whose time is reported there or by itself: minutes and units both occur. */
export const isAnesthesiaAddOn = codeSet('01953 01968-01969').has;

/** Qualifying circumstances, add-on codes to anesthesia: age, hypothermia, hypotension, emergency. */
export const isQualifyingCircumstance = codeSet('99100 99116 99135 99140').has;

/**
 * Time units of anesthesia as Medicare pays them: a fifteenth of the minutes, to one decimal (Claims Processing Manual,
 * chapter 12, section 50).
 *
 * @example
 * timeUnits(62) // 4.1
 */
export const timeUnits = (minutes: number): number => Math.round((minutes / 15) * 10) / 10;

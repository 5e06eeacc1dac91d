import { type Day, dayOf } from './day.ts';

/**
 * CMS's place-of-service code set by number, with the first day where CMS prints one (Place of Service Codes for
 * Professional Claims, 2024-05-02; 49 and 57 have there a day of 2023, on which their words changed). Names are our own.
 */
const PLACES: readonly (readonly [code: number, name: string, from?: Day])[] = [
  [1, 'pharmacy', dayOf(2003, 10, 1)],
  [2, 'telehealth, not at home', dayOf(2017, 1, 1)],
  [3, 'school', dayOf(2003, 1, 1)],
  [4, 'homeless shelter', dayOf(2003, 1, 1)],
  [5, 'Indian Health Service, free-standing', dayOf(2003, 1, 1)],
  [6, 'Indian Health Service, provider-based', dayOf(2003, 1, 1)],
  [7, 'tribal, free-standing', dayOf(2003, 1, 1)],
  [8, 'tribal, provider-based', dayOf(2003, 1, 1)],
  [9, 'prison', dayOf(2006, 7, 1)],
  [10, 'telehealth at home', dayOf(2022, 1, 1)],
  [11, 'office'],
  [12, 'home'],
  [13, 'assisted living', dayOf(2003, 10, 1)],
  [14, 'group home', dayOf(2003, 10, 1)],
  [15, 'mobile unit', dayOf(2003, 1, 1)],
  [16, 'temporary lodging', dayOf(2008, 1, 1)],
  [17, 'walk-in retail clinic', dayOf(2010, 5, 1)],
  [18, 'worksite', dayOf(2013, 1, 1)],
  [19, 'hospital outpatient, off campus', dayOf(2016, 1, 1)],
  [20, 'urgent care', dayOf(2003, 1, 1)],
  [21, 'hospital inpatient'],
  [22, 'hospital outpatient, on campus'],
  [23, 'emergency room'],
  [24, 'ambulatory surgical center'],
  [25, 'birthing center'],
  [26, 'military treatment facility'],
  [27, 'outreach site', dayOf(2023, 10, 1)],
  [31, 'skilled nursing facility'],
  [32, 'nursing facility'],
  [33, 'custodial care'],
  [34, 'hospice'],
  [41, 'ambulance, land'],
  [42, 'ambulance, air or water'],
  [49, 'independent clinic', dayOf(2003, 10, 1)],
  [50, 'federally qualified health center'],
  [51, 'psychiatric inpatient'],
  [52, 'psychiatric partial hospitalization'],
  [53, 'community mental health center'],
  [54, 'intermediate care'],
  [55, 'residential substance abuse treatment'],
  [56, 'psychiatric residential treatment'],
  [57, 'non-residential substance abuse treatment', dayOf(2003, 10, 1)],
  [58, 'opioid treatment program', dayOf(2020, 1, 1)],
  [60, 'mass immunization'],
  [61, 'inpatient rehabilitation'],
  [62, 'outpatient rehabilitation'],
  [65, 'renal dialysis'],
  [66, 'all-inclusive care for the elderly', dayOf(2024, 8, 1)],
  [71, 'public health clinic'],
  [72, 'rural health clinic'],
  [81, 'independent laboratory'],
  [99, 'other'],
];

const NAMES = new Map(PLACES.map(([code, name]) => [code, name]));
const FROM = new Float64Array(100).fill(Number.POSITIVE_INFINITY);
for (const [code, , from = Number.NEGATIVE_INFINITY] of PLACES) FROM[code] = from;

/** Facilities, where the fee schedule's facility values hold (Claims Processing Manual, chapter 12, section 20.4.2). */
const FACILITIES: ReadonlySet<number> = new Set([19, 21, 22, 23, 24, 26, 31, 34, 41, 42, 51, 52, 53, 56, 61]);

/** What a place is, in a word or two; '' for a code that the set does not have. */
export const placeName = (code: number): string => NAMES.get(code) ?? '';
/** First day of a code; no day where the set does not have it. */
export const placeFrom = (code: number): Day => FROM[code] ?? Number.POSITIVE_INFINITY;
/** Hospitals, which furnish all that is not a professional service to their patients (42 CFR 410.42 and 411.15(m)). */
const HOSPITALS: ReadonlySet<number> = new Set([19, 21, 22, 23, 51, 61]);
export const isHospitalPlace = (code: number): boolean => HOSPITALS.has(code);
export const isFacilityPlace = (code: number): boolean => FACILITIES.has(code);

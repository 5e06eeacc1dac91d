import { type Day, dayOf } from '../../codes/day.ts';

/**
 * Parts in ten-thousandths that are taken off a further procedure of a day, from a day on; newest first. Imaging,
 * cardiovascular and ophthalmology: record layout of the relative value file, multiple procedure indicators 4, 6 and 7.
 * Therapy: the same and CMS CR 8206; in 2011 and 2012 by CR 7050 in offices.
 */
type Rates = readonly (readonly [Day, number])[];

const IMAGING_TECHNICAL: Rates = [
  [dayOf(2010, 7, 1), 5000],
  [dayOf(2006, 1, 1), 2500],
];
const IMAGING_PROFESSIONAL: Rates = [
  [dayOf(2017, 1, 1), 500],
  [dayOf(2012, 1, 1), 2500],
];
const THERAPY_EXPENSE: Rates = [
  [dayOf(2013, 4, 1), 5000],
  [dayOf(2011, 1, 1), 2000],
];
const CARDIOVASCULAR: Rates = [[dayOf(2013, 1, 1), 2500]];
const OPHTHALMOLOGY: Rates = [[dayOf(2013, 1, 1), 2000]];

function on(rates: Rates, day: Day): number {
  for (const [from, rate] of rates) if (day >= from) return rate;
  return 0;
}

export const imagingTechnical = (day: Day): number => on(IMAGING_TECHNICAL, day);
export const imagingProfessional = (day: Day): number => on(IMAGING_PROFESSIONAL, day);
export const therapyExpense = (day: Day): number => on(THERAPY_EXPENSE, day);
export const cardiovascular = (day: Day): number => on(CARDIOVASCULAR, day);
export const ophthalmology = (day: Day): number => on(OPHTHALMOLOGY, day);

/** Of surgery: the second to fifth procedure at half; further ones by report (chapter 12, section 40.6). */
export const SURGERY = 5000;
export const MOST_RANKED = 5;

/** Whose claims a table is for: 837P (and ambulatory surgical centres), outpatient 837I, DME suppliers. */
export const SETTINGS = ['professional', 'outpatient', 'dme'] as const;
export type Setting = (typeof SETTINGS)[number];

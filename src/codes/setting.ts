/** Whose claims a table is for: 837P (and ambulatory surgical centres), outpatient 837I, DME suppliers. */
export const SETTINGS = ['professional', 'outpatient', 'dme'] as const;
export type Setting = (typeof SETTINGS)[number];

/** What a claim is: one that a table is for, or a facility's that no table is for (inpatient, hospice …). */
export const CLAIM_SETTINGS = [...SETTINGS, 'facility'] as const;
export type ClaimSetting = (typeof CLAIM_SETTINGS)[number];

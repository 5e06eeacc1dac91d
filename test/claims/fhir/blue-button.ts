/**
 * The ExplanationOfBenefit samples of the reference data: claims, lines, settings, and the problems that are told.
 *
 * Files `v1_` are STU3, `v2_` R4 with the older Blue Button addresses, `idr_` R4 with CARIN's. Bundles hold one claim a
 * type. Why there are problems:
 * - `fhir-use`: pharmacy claims (PDE), whose lines have an NDC alone, and a prior authorization; both are read.
 * - `fhir-code-system`: in the newer professional samples the third item says that a code does not apply to it (it is
 *   revenue line 0001, the total), which a line of a professional claim cannot say.
 * Settings: all newer institutional samples have the same type of bill 0123 (inpatient Part B, for which Medicare's
 * outpatient edits are), whatever kind of facility the rest of the sample is of.
 */
const PHARMACY = 'fhir-use';
const BUNDLE = '8 8 outpatient dme facility×3 professional×2 facility | fhir-use';

export const BLUE_BUTTON: Readonly<Record<string, string>> = {
  'idr_ExplanationOfBenefit-Carrier.json': '1 4 professional | fhir-code-system',
  'idr_ExplanationOfBenefit-DME.json': '1 4 dme | fhir-code-system',
  'idr_ExplanationOfBenefit-HHA.json': '1 4 outpatient | ',
  'idr_ExplanationOfBenefit-Hospice.json': '1 4 outpatient | ',
  'idr_ExplanationOfBenefit-MCS.json': '1 4 professional | fhir-code-system',
  'idr_ExplanationOfBenefit-Outpatient.json': '1 4 outpatient | ',
  'idr_ExplanationOfBenefit-Pharmacy.json': `1 1 professional | ${PHARMACY}`,
  'idr_ExplanationOfBenefit-PriorAuth.json': '1 3 professional | fhir-use',
  'idr_ExplanationOfBenefit-SNF.json': '1 4 outpatient | ',
  'idr_ExplanationOfBenefit.json': '1 4 outpatient | ',
  'v1_eobByPatientIdAll.json': BUNDLE,
  'v1_eobByPatientIdAllWithSamhsa.json': '2 2 professional×2 | fhir-use',
  'v1_eobByPatientIdPaged.json': BUNDLE,
  'v1_eobReadCarrier.json': '1 1 professional | ',
  'v1_eobReadCarrierMultipleLines.json': '1 7 professional | ',
  'v1_eobReadCarrierWithTaxNumbers.json': '1 1 professional | ',
  'v1_eobReadDme.json': '1 1 dme | ',
  'v1_eobReadDmeWithTaxNumbers.json': '1 1 dme | ',
  'v1_eobReadHha.json': '1 1 facility | ',
  'v1_eobReadHospice.json': '1 1 facility | ',
  'v1_eobReadInpatient.json': '1 1 facility | ',
  'v1_eobReadOutpatient.json': '1 1 outpatient | ',
  'v1_eobReadPde.json': `1 1 professional | ${PHARMACY}`,
  'v1_eobReadSnf.json': '1 1 facility | ',
  'v2_eobByPatientIdAll.json': BUNDLE,
  'v2_eobByPatientIdPaged.json': BUNDLE,
  'v2_eobReadByPatientWithSamhsa.json': '2 2 professional×2 | fhir-use',
  'v2_eobReadCarrier.json': '1 1 professional | ',
  'v2_eobReadCarrierWithMultipleLines.json': '1 7 professional | ',
  'v2_eobReadCarrierWithTaxNumbers.json': '1 1 professional | ',
  'v2_eobReadDme.json': '1 1 dme | ',
  'v2_eobReadDmeWithTaxNumbers.json': '1 1 dme | ',
  'v2_eobReadHha.json': '1 1 facility | ',
  'v2_eobReadHospice.json': '1 1 facility | ',
  'v2_eobReadInpatient.json': '1 1 facility | ',
  'v2_eobReadOutpatient.json': '1 1 outpatient | ',
  'v2_eobReadPde.json': `1 1 professional | ${PHARMACY}`,
  'v2_eobReadSnf.json': '1 1 facility | ',
};

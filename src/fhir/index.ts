/** Claims in FHIR: the answer to a claim, and claims written as FHIR. */
export { claimResource, type FhirResource, type WriteClaimOptions } from '../claims/fhir/write.ts';
export type { FhirVersion } from '../claims/fhir/write-parts.ts';
export { type ClaimResponseOptions, claimResponse } from './claim-response.ts';

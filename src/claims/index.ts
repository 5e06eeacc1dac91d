/** Claims: the model and its readers. */
export { createClaimReader } from './claim-reader.ts';
export { type ClaimInput, type ClaimItem, readClaims } from './read-claims.ts';

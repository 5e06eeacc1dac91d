/** Claims: the model and its readers. */
export { createClaimReader } from './claim-reader.ts';
export { type ClaimInput, type ClaimItem, type ReadClaimsOptions, readClaims } from './read-claims.ts';
export type { ClaimReader, ClaimReaderOptions } from './reader.ts';

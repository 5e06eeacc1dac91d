/**
 * Reading X12: claims from 837P files.
 *
 * @packageDocumentation
 */
export { CodedClaim } from '../coded-claim.ts';
export type { ClaimReader, ClaimReaderOptions } from '../reader.ts';
export { type Delimiters, readHeader } from './delimiters.ts';
export { createX12Reader } from './reader.ts';

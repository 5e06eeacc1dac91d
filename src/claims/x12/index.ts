/**
 * Reading X12: claims from 837P and 837I files; writing claims as such.
 *
 * @packageDocumentation
 */
export { CodedClaim } from '../coded-claim.ts';
export type { ClaimReader, ClaimReaderOptions } from '../reader.ts';
export { type Delimiters, readHeader } from './delimiters.ts';
export { createX12Reader } from './reader.ts';
export { USUAL_FORM, type X12Form } from './write/form.ts';
export { type Envelope837, Writer837 } from './write/write-837.ts';

/**
 * Reading X12: claims from 837P and 837I files; writing claims as such. Checking the structure of such files and
 * acknowledging them (TA1, 999).
 *
 * @packageDocumentation
 */
export { CodedClaim } from '../coded-claim.ts';
export type { ClaimReader, ClaimReaderOptions } from '../reader.ts';
export { acknowledge } from './ack/implementation-ack.ts';
export type { AcknowledgmentProfile, AcknowledgmentStamp } from './ack/profile.ts';
export { writeTa1 } from './ack/ta1.ts';
export { type Delimiters, readHeader } from './delimiters.ts';
export { createX12Reader } from './reader.ts';
export {
  checkStructure,
  createStructureChecker,
  type StructureChecker,
  type StructureOptions,
} from './structure/checker.ts';
export {
  type GroupReport,
  hasErrors,
  type InterchangeReport,
  type StructureError,
  type TransactionReport,
} from './structure/report.ts';
export { USUAL_FORM, type X12Form } from './write/form.ts';
export { type Envelope837, Writer837 } from './write/write-837.ts';

/** Acknowledgments of X12 interchanges: TA1 and 999. */
export { acknowledge, verdictOf } from './implementation-ack.ts';
export { type AcknowledgmentProfile, type AcknowledgmentStamp, STRICT } from './profile.ts';
export { writeTa1 } from './ta1.ts';

/**
 * Answering checked claims as a payer would: 277CA claim acknowledgments, and 835 advices that estimate what HCPCS edits
 * alone would take.
 *
 * @packageDocumentation
 */
export { type ClaimAcknowledgmentProfile, DEFAULT_ACKNOWLEDGMENT } from './acknowledgment-profile.ts';
export type { AnswerOptions, Put } from './answers.ts';
export {
  type ClaimAcknowledgmentOptions,
  ClaimAcknowledgmentWriter,
  claimAcknowledgment,
} from './claim-acknowledgment.ts';
export { CLAIM_STATUS, type ClaimStatus } from './claim-status.ts';
export {
  balances,
  type ClaimPayment,
  claimPayment,
  type Imbalance,
  type LinePayment,
  type PaymentAdjustment,
} from './payment.ts';
export {
  DEFAULT_REMITTANCE,
  estimatedRemittance,
  type RemittanceOptions,
  type RemittanceProfile,
  RemittanceWriter,
} from './remittance.ts';
export { MemorySpill, type Spill } from './spill.ts';

export { type CheckClaimOptions, checkClaim } from './check-claim.ts';
export { Checker, type CheckOptions } from './checker.ts';
export { type CoverageAnswer, type CoverageQuestion, coverageOf } from './coverage/coverage-answer.ts';
export type {
  CheckInput,
  Edit,
  EditDefinition,
  FindingFacts,
  MessageDefinition,
  Report,
  RuleSource,
} from './define-edit.ts';
export { defineEdit } from './define-edit.ts';
export { EDITS } from './edits.ts';
export { FileHistory } from './file-history.ts';
export type {
  CheckResult,
  EditId,
  Finding,
  FindingMoney,
  FindingSource,
  LineDisposition,
  Outcome,
  Resolution,
} from './finding.ts';
export { EDIT_ORDER } from './finding.ts';
export type { History } from './history.ts';
export {
  type AllowedAmount,
  type AllowedOptions,
  type AmountStep,
  allowedAmount,
  allowedAmounts,
  type PricedService,
} from './money/allowed-amount.ts';
export type { PricingOptions } from './money/claim-amounts.ts';
export type { Rule as ReductionRule } from './money/multiple-procedures.ts';
export type { Stake, StakeBasis } from './money/stake.ts';
export { WHY_MEANS, type Why } from './money/why.ts';
export { findingLine } from './ndjson.ts';
export { NdjsonWriter } from './ndjson-writer.ts';
export type { Policy } from './policy.ts';
export {
  type Adjustment,
  DEFAULT_PROFILE,
  type Equivalent,
  type LocalCode,
  type Profile,
  type ProfileException,
} from './profile.ts';
export { PROFILES } from './profiles/index.ts';
export { readProfile } from './read-profile.ts';
export type { Condition, UserRule } from './rules/user-rule.ts';
export { RESOLUTION_ORDER } from './stages.ts';

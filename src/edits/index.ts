export { type CheckClaimOptions, checkClaim } from './check-claim.ts';
export { Checker, type CheckOptions } from './checker.ts';
export type {
  CheckInput,
  Edit,
  EditDefinition,
  FindingFacts,
  MessageDefinition,
  Policy,
  Report,
  RuleSource,
} from './define-edit.ts';
export { defineEdit } from './define-edit.ts';
export { EDITS } from './edits.ts';
export type {
  CheckResult,
  EditId,
  Finding,
  FindingSource,
  LineDisposition,
  Outcome,
  Resolution,
} from './finding.ts';
export { EDIT_ORDER } from './finding.ts';
export { findingLine, NdjsonWriter } from './ndjson.ts';
export { type Adjustment, DEFAULT_PROFILE, type Profile } from './profile.ts';
export { RESOLUTION_ORDER } from './resolve.ts';

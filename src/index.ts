/**
 * HCPCS as software: open a codebook, read claims, check them. Runs the same in Node, a worker and a browser.
 *
 * @packageDocumentation
 */
export type {
  Claim,
  ClaimLine,
  ClaimPlace,
  ClaimType,
  Diagnosis,
  InstitutionalFacts,
  Payer,
  Person,
  Provider,
} from './claims/claim.ts';
export { type ColumnMap, parseColumnMap } from './claims/csv/column-map.ts';
export type { TableLayout } from './claims/csv/table-layout.ts';
export { type ClaimItem, readClaims } from './claims/index.ts';
export type {
  AddOnAnswer,
  CodeAnswer,
  Codebook,
  CodebookRelease,
  CodeEntry,
  CodeRecord,
  Evidence,
  HcpcsEntry,
  MueAnswer,
  PairAnswer,
  PairRow,
  RecordAnswer,
  When,
} from './codebook/codebook.ts';
export { compile } from './codebook/compile.ts';
export { openCodebook } from './codebook/open.ts';
export { codeSuccessors } from './codebook/successors.ts';
export { type Code, type InvalidCode, type LevelOneCategory, parseCode, type Steward } from './codes/code.ts';
export { type Day, isoDay, OPEN_DAY, parseDay } from './codes/day.ts';
export * from './codes/index.ts';
export { type CheckClaimOptions, checkClaim } from './edits/check-claim.ts';
export type { CheckResult, Finding, LineDisposition, Outcome, Resolution } from './edits/finding.ts';
export { type CodeHistory, codeHistory, type HistoryEvent } from './history/history.ts';
export { formatProblem, type Place, PROBLEMS, type Problem, type ProblemCode, ProblemError } from './problems.ts';

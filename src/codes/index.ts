/** What can be told of codes without a codebook: facts decoded, drugs read, visits, stewards. */
export { type BillingUnits, type Given, type NoUnits, unitsFor } from './billing-units.ts';
export {
  type BadCategoryThreeRow,
  CATEGORY_THREE_COLUMNS,
  type CategoryThreeRow,
  categoryThreeRow,
  sunsetOf,
} from './category-three.ts';
export {
  type CrossReference,
  crossReference,
  crossReferences,
  type Standing,
  type Successor,
  successorsOf,
} from './cross-references.ts';
export { type Deadline, deadlinesAfter } from './deadlines.ts';
export { type Dated, type DecodedRecord, decodeRecord, type Named, type RecordFields } from './decode-record.ts';
export { diagnosisKey, withDot } from './diagnosis.ts';
export { isDrugCode } from './drug-codes.ts';
export { type DrugDescriptor, type NoDrug, parseDrugDescriptor, type StatedAmount } from './drug-descriptor.ts';
export type { DoseBound } from './drug-mentions.ts';
export { DRUG_UNITS, type DrugUnit, type Quantity } from './drug-units.ts';
export {
  type EvaluationAndManagement,
  evaluationAndManagementOf,
  type VisitTime,
} from './evaluation-and-management.ts';
export type { DecisionMaking, VisitTimeKind } from './evaluation-and-management-codes.ts';
export { type LevelTwoRange, levelTwoRange } from './level-two-sections.ts';
export { type Stewardship, stewardOf } from './stewards.ts';
export type {
  ChangeRequest,
  DeadlineRule,
  ReleaseSource,
  StewardshipFacts,
  StewardshipId,
} from './stewardship-facts.ts';
export { type ElementLevel, type SupportedLevel, supportedLevel, type VisitRecord } from './supported-level.ts';

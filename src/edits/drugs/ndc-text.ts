import type { FindingFacts } from '../define-edit.ts';
import type { FindingSource } from '../finding.ts';
import { recordSource } from '../record-source.ts';

/** The eleven digits of an NDC that is kept as a number. */
export const ndcDigits = (ndc: number): string => String(ndc).padStart(11, '0');

/** The crosswalk's row of the finding's NDC, whose digits are its detail. */
export const packageSource = (facts: FindingFacts): FindingSource | null =>
  recordSource(facts, 'ndc-hcpcs', ndcDigits(facts.detail), [
    'crosswalk',
    'code',
    'drugName',
    'dosage',
    'packageSize',
    'packageQuantity',
    'billUnits',
    'billUnitsPerPackage',
  ]);

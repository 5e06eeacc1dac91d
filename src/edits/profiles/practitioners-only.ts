import type { EditId } from '../finding.ts';

/** Edits that speak of practitioners' services and their payment under the physician fee schedule. */
export const PRACTITIONERS_ONLY: readonly EditId[] = [
  'pc-tc',
  'assistant-surgeon',
  'co-surgeon',
  'team-surgery',
  'anesthesia',
];

/** What changed between releases and codebooks. Needs nothing of Node. */
export { type DiffSummary, diffSummary, type TableSummary } from './between-codebooks.ts';
export type { Change, ChangeClass, ChangeCounts, FieldChange, ReleaseDiff } from './change.ts';
export { compareWithReport } from './compare-report.ts';
export { diffReleases } from './diff-releases.ts';
export { type WordPiece, wordChanges } from './words.ts';

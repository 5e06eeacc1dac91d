import type { Claim } from '../../src/claims/claim.ts';
import { checkClaim } from '../../src/edits/check-claim.ts';
import { type CheckResult, EDIT_ORDER, type EditId } from '../../src/edits/finding.ts';
import { claimOf, type EditCase, historyOf, profileOf } from '../cases/case.ts';
import { codebookOf } from '../cases/tables/index.ts';

/** The result of a case, or of another claim under the case's tables, history and policy, by these edits. */
export async function checkCase(
  row: EditCase,
  claim: Claim = claimOf(row),
  edits: readonly EditId[] = EDIT_ORDER,
): Promise<CheckResult> {
  const codebook = await codebookOf(row.tables ?? 'quarters');
  const history = row.history === undefined ? {} : { history: historyOf(row) };
  return checkClaim(codebook, claim, { ...history, profile: profileOf(row, edits) });
}

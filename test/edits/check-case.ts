import type { Claim } from '../../src/claims/claim.ts';
import { checkClaim } from '../../src/edits/check-claim.ts';
import type { CheckResult } from '../../src/edits/finding.ts';
import { claimOf, type EditCase, historyOf, profileOf } from '../cases/case.ts';
import { codebookOf } from '../cases/tables.ts';

/** The result of a case, or of another claim under the case's tables, history and policy. */
export async function checkCase(row: EditCase, claim: Claim = claimOf(row)): Promise<CheckResult> {
  const codebook = await codebookOf(row.tables ?? 'quarters');
  const history = row.history === undefined ? {} : { history: historyOf(row) };
  return checkClaim(codebook, claim, { ...history, profile: profileOf(row) });
}

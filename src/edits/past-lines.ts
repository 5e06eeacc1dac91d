import type { CodedClaim } from '../claims/coded-claim.ts';
import type { Policy } from './policy.ts';

/**
 * Whether another line, an earlier one mostly, is of the provider of one of the claim's own: the same billing provider
 * and, on practitioners' claims, the same rendering one or one of the same specialty, as the policy has it. Medicare
 * takes physicians of one group and specialty as one (Medicare Claims Processing Manual, chapter 12, section 30.6.5).
 *
 * @param past any line up to `pastEnd`
 */
export function isOfSameProvider(claim: CodedClaim, own: number, past: number, provider: Policy['provider']): boolean {
  if (past >= claim.ownLines && claim.historyBilling[claim.historyClaim[past]] !== claim.billing) return false;
  if (claim.isInstitutional || provider === 'billing') return true;
  const mine = claim.rendering[own] || claim.billing;
  const theirs = claim.rendering[past] || claim.billing;
  if (mine === theirs) return true;
  const specialty = claim.renderingTaxonomy[own] || (mine === claim.billing ? claim.billingTaxonomy : 0);
  const other = claim.renderingTaxonomy[past] || (theirs === claim.billing ? claim.billingTaxonomy : 0);
  return provider === 'group-and-specialty' && specialty !== 0 && specialty === other;
}

import type { Claim } from '../claims/claim.ts';
import { CodedClaim } from '../claims/coded-claim.ts';
import { addHistory, beneficiaryKey, encodeClaim } from '../claims/encode.ts';
import type { Codebook } from '../codebook/codebook.ts';
import { Checker, type CheckOptions } from './checker.ts';
import type { CheckResult } from './finding.ts';

export interface CheckClaimOptions extends CheckOptions {
  /** Earlier claims: those of the same beneficiary and billing provider are compared against. */
  readonly history?: readonly Claim[];
}

/**
 * Checks one claim: every edit on its own, then the dispositions of its lines.
 *
 * @example
 * const codebook = await openCodebook(bytes)
 * const { findings, lines } = checkClaim(codebook, claim)
 */
export function checkClaim(codebook: Codebook, claim: Claim, options: CheckClaimOptions = {}): CheckResult {
  const checker = new Checker(codebook, options);
  const coded = new CodedClaim();
  encodeClaim(claim, coded);
  if (options.history !== undefined) addHistory(coded, relevantHistory(claim, options.history));
  checker.check(coded);
  return checker.result();
}

/** The claims of the same beneficiary by the same billing provider, without the claim itself. */
export function relevantHistory(claim: Claim, history: readonly Claim[]): readonly Claim[] {
  const key = beneficiaryKey(claim);
  const billing = billingKey(claim);
  return history.filter((earlier) => beneficiaryKey(earlier) === key && billingKey(earlier) === billing);
}

/** What makes two claims of one billing provider. */
export const billingKey = ({ billingProvider }: Claim): string =>
  billingProvider.npi ?? billingProvider.identifier ?? '';

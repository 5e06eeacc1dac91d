import type { Claim } from '../claims/claim.ts';
import { CodedClaim } from '../claims/coded-claim.ts';
import { addHistory, encodeClaim } from '../claims/encode.ts';
import type { Codebook } from '../codebook/codebook.ts';
import { Checker, type CheckOptions } from './checker.ts';
import type { CheckResult } from './finding.ts';
import { relevantHistory } from './history.ts';

export interface CheckClaimOptions extends CheckOptions {
  /** Earlier claims, oldest first: those of the same beneficiary and billing provider are compared against. */
  readonly history?: readonly Claim[];
}

/**
 * Checks one claim: every edit on its own, then the dispositions of its lines. For many claims make one `Checker`.
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

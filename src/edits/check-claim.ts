import type { Claim } from '../claims/claim.ts';
import { CodedClaim } from '../claims/coded-claim.ts';
import { encodeClaim } from '../claims/encode.ts';
import type { Codebook } from '../codebook/codebook.ts';
import { Checker, type CheckOptions } from './checker.ts';
import { FileHistory } from './file-history.ts';
import type { CheckResult } from './finding.ts';

export interface CheckClaimOptions extends CheckOptions {
  /** Earlier claims, oldest first: those of the same beneficiary are looked back on. */
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
  if (options.history !== undefined) historyOf(options.history.filter((each) => each !== claim)).lookBack(coded);
  checker.check(coded);
  return checker.result();
}

/** History of claims, oldest first. */
export function historyOf(earlier: readonly Claim[]): FileHistory {
  const history = new FileHistory();
  const coded = new CodedClaim();
  for (const claim of earlier) {
    encodeClaim(claim, coded);
    history.keep(coded);
  }
  return history;
}

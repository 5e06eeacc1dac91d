import type { CodedClaim } from '../claims/coded-claim.ts';

/**
 * Earlier claims, wherever they are kept: a file's claims that came before (`FileHistory`), or a store.
 */
export interface History {
  /** Puts the earlier lines of the claim's beneficiary behind its own, as `CodedClaim` says, and sets `hasHistory`. */
  lookBack(claim: CodedClaim): void;
  /** Keeps the claim for those to come. */
  keep(claim: CodedClaim): void;
}

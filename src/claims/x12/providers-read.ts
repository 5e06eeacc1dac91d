import { type CodedClaim, providerNumber, taxonomyNumber } from '../coded-claim.ts';
import { trimmedEnd, trimmedStart } from './elements.ts';

const EIGHT = 56;

/** Whose provider a segment names. */
export const OF_NOTHING = 0;
export const OF_BILLING = 1;
export const OF_CLAIM = 2;
export const OF_LINE = 3;

/**
 * The providers that edits tell apart: billing (NM1*85), rendering for the claim (NM1*82 in loop 2310B) and for
 * a line (in loop 2420A). PRV and REF segments speak of the one named last.
 */
export class ProvidersRead {
  private readonly coded: CodedClaim;
  private named: number = OF_NOTHING;
  private billing = 0;
  private billingTaxonomy = 0;
  private claim = 0;
  private claimTaxonomy = 0;

  constructor(coded: CodedClaim) {
    this.coded = coded;
  }

  /** A new billing provider's level. */
  begin(): void {
    this.named = OF_NOTHING;
    this.billing = this.billingTaxonomy = 0;
  }

  beginClaim(): void {
    this.named = OF_NOTHING;
    this.claim = this.claimTaxonomy = 0;
    this.coded.billing = this.billing;
    this.coded.billingTaxonomy = this.billingTaxonomy;
  }

  beginLine(line: number): void {
    this.named = OF_NOTHING;
    this.coded.rendering[line] = this.claim;
    this.coded.renderingTaxonomy[line] = this.claimTaxonomy;
  }

  /** No provider is spoken of any more. */
  none(): void {
    this.named = OF_NOTHING;
  }

  /** An NM1 segment at `at` in a loop of `whose`; whether it names a provider to be read. */
  name(bytes: Uint8Array, at: number, element: number, terminator: number, whose: number, line: number): boolean {
    this.named = OF_NOTHING;
    const second = whose === OF_BILLING ? 53 : 50; // 85 or 82
    if (whose === OF_NOTHING || bytes[at + 4] !== EIGHT || bytes[at + 5] !== second) return false;
    if (bytes[at + 6] !== element && bytes[at + 6] !== terminator) return false;
    this.named = whose;
    if (whose === OF_BILLING) this.billing = 0;
    else if (whose === OF_CLAIM) this.claim = this.claimTaxonomy = 0;
    else this.coded.rendering[line] = this.coded.renderingTaxonomy[line] = 0;
    return true;
  }

  /** The identifier of the provider named last. */
  set(bytes: Uint8Array, from: number, to: number, line: number): void {
    const start = trimmedStart(bytes, from, to);
    const number = providerNumber(bytes, start, trimmedEnd(bytes, start, to));
    if (this.named === OF_BILLING) this.billing = number;
    else if (this.named === OF_CLAIM) this.claim = number;
    else this.coded.rendering[line] = number;
  }

  /** Whether the provider named last still has no identifier. */
  wantsIdentifier(line: number): boolean {
    if (this.named === OF_NOTHING) return false;
    if (this.named === OF_BILLING) return this.billing === 0;
    return this.named === OF_CLAIM ? this.claim === 0 : this.coded.rendering[line] === 0;
  }

  /** PRV: its code `[code, codeEnd)` and taxonomy `[from, to)`. */
  setTaxonomy(
    bytes: Uint8Array,
    code: number,
    codeEnd: number,
    from: number,
    to: number,
    inBilling: boolean,
    line: number,
  ): void {
    if (codeEnd - code !== 2) return;
    const isBilling = bytes[code] === 66 && bytes[code + 1] === 73;
    const isPerforming = bytes[code] === 80 && bytes[code + 1] === 69;
    const start = trimmedStart(bytes, from, to);
    const taxonomy = taxonomyNumber(bytes, start, trimmedEnd(bytes, start, to));
    if (isBilling && inBilling) this.billingTaxonomy = taxonomy;
    else if (isPerforming && this.named === OF_CLAIM) this.claimTaxonomy = taxonomy;
    else if (isPerforming && this.named === OF_LINE) this.coded.renderingTaxonomy[line] = taxonomy;
  }
}

import type { CodedClaim } from '../claims/coded-claim.ts';
import type { Policy } from './policy.ts';

/**
 * Which lines are of one provider. Medicare takes physicians of one group and specialty as one (Medicare Claims
 * Processing Manual, chapter 12, section 30.6.5): on a group's claims equal taxonomies are one provider, and so
 * are equal NPIs. Being one is passed on: of three lines, if the first and second share a taxonomy and the second
 * and third an NPI, all three are one provider's. Without a rendering provider the billing provider renders.
 */
export class SameProvider {
  /** A number a line, equal for lines of one provider. */
  of = new Int32Array(64);
  private readonly byNpi = new Map<number, number>();
  private readonly byTaxonomy = new Map<number, number>();

  prepare(claim: CodedClaim, isFacility: boolean, policy: Policy['provider']): void {
    const count = claim.lineCount;
    if (count > this.of.length) this.of = new Int32Array(count * 2);
    this.of.fill(0, 0, count);
    if (isFacility || policy === 'billing' || isAlike(claim)) return;
    this.byNpi.clear();
    this.byTaxonomy.clear();
    for (let line = 0; line < count; line++) this.join(claim, line, policy);
    for (let line = 0; line < count; line++) this.of[line] = this.root(line);
  }

  private join(claim: CodedClaim, line: number, policy: Policy['provider']): void {
    this.of[line] = line;
    const rendering = claim.rendering[line];
    const isBilling = rendering === 0 || rendering === claim.billing;
    const npi = isBilling ? claim.billing : rendering;
    this.joinBy(this.byNpi, npi, line);
    const taxonomy = claim.renderingTaxonomy[line] || (isBilling ? claim.billingTaxonomy : 0);
    if (taxonomy !== 0 && policy === 'group-and-specialty') this.joinBy(this.byTaxonomy, taxonomy, line);
  }

  private joinBy(index: Map<number, number>, key: number, line: number): void {
    const earlier = index.get(key);
    if (earlier === undefined) index.set(key, line);
    else {
      const a = this.root(earlier);
      const b = this.root(line);
      if (a < b) this.of[b] = a;
      else this.of[a] = b;
    }
  }

  private root(line: number): number {
    let at = line;
    while (this.of[at] !== at) {
      this.of[at] = this.of[this.of[at]];
      at = this.of[at];
    }
    return at;
  }
}

/** Whether all lines name the same rendering provider and taxonomy: nearly always. */
function isAlike({ rendering, renderingTaxonomy, lineCount }: CodedClaim): boolean {
  for (let line = 1; line < lineCount; line++) {
    if (rendering[line] !== rendering[0] || renderingTaxonomy[line] !== renderingTaxonomy[0]) return false;
  }
  return true;
}

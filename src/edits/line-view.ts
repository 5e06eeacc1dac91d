import type { CodedClaim } from '../claims/coded-claim.ts';
import { MODIFIER_SLOTS, taxonomyNumber } from '../claims/coded-claim.ts';
import type { CodebookTables } from '../codebook/codebook.ts';
import type { Setting } from '../releases/release.ts';

/** Clinic/Center, Ambulatory Surgical, in the Health Care Provider Taxonomy code set. */
const SURGICAL_CENTRE = new TextEncoder().encode('261QA1903X');
const SURGICAL_CENTRE_TAXONOMY = taxonomyNumber(SURGICAL_CENTRE, 0, SURGICAL_CENTRE.length);

/**
 * What several edits ask of a claim's lines, worked out once: dense code ids and who counts as the same
 * provider.
 */
export class LineView {
  claim!: CodedClaim;
  /** Dense code id a line, -1 where no release names the code. */
  codeId = new Int32Array(64);
  /** Whether the billing provider is an ambulatory surgical centre, by its taxonomy. */
  isSurgicalCentre = false;
  private npi = new Float64Array(64);
  private taxonomy = new Float64Array(64);
  private facility = false;

  prepare(claim: CodedClaim, tables: CodebookTables, setting: Setting): void {
    this.claim = claim;
    this.facility = setting === 'outpatient';
    this.isSurgicalCentre = claim.billingTaxonomy === SURGICAL_CENTRE_TAXONOMY;
    const count = claim.lineCount;
    if (count > this.codeId.length) this.grow(count);
    for (let line = 0; line < count; line++) {
      this.codeId[line] = claim.code[line] < 0 ? -1 : tables.codeId(claim.code[line]);
      const rendering = claim.rendering[line];
      const own = rendering === 0 || rendering === claim.billing;
      this.npi[line] = own ? claim.billing : rendering;
      this.taxonomy[line] = claim.renderingTaxonomy[line] || (own ? claim.billingTaxonomy : 0);
    }
  }

  /**
   * Same day and same provider. Medicare takes physicians of one group and specialty as one (Claims
   * Processing Manual chapter 12, section 30.6.5): equal taxonomies are the same provider, and so are equal
   * NPIs. A facility is one provider. Lines of earlier claims are here only when the billing provider is
   * the same.
   */
  sameService(a: number, b: number): boolean {
    return this.claim.from[a] === this.claim.from[b] && this.sameProvider(a, b);
  }

  sameProvider(a: number, b: number): boolean {
    return (
      this.facility || this.npi[a] === this.npi[b] || (this.taxonomy[a] !== 0 && this.taxonomy[a] === this.taxonomy[b])
    );
  }

  hasModifier(line: number, modifier: number): boolean {
    const start = line * MODIFIER_SLOTS;
    for (let slot = start; slot < start + this.claim.modifierCount[line]; slot++) {
      if (this.claim.modifiers[slot] === modifier) return true;
    }
    return false;
  }

  private grow(count: number): void {
    const size = Math.max(count, this.codeId.length * 2);
    this.codeId = new Int32Array(size);
    this.npi = new Float64Array(size);
    this.taxonomy = new Float64Array(size);
  }
}

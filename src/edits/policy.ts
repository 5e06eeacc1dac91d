/**
 * The choices that published rules leave to the payer. `DEFAULT_PROFILE` has Medicare's; docs/edits/profile.md
 * says what each does.
 */
export interface Policy {
  /**
   * Who counts as one provider on 837P claims. `group-and-specialty`: equal taxonomies or, where one is not
   * given, equal NPIs. `rendering`: equal rendering NPIs alone. `billing`: all lines of a billing provider.
   * Facilities are always one provider each.
   */
  readonly provider: 'group-and-specialty' | 'rendering' | 'billing';
  readonly ptp: {
    /** Where modifiers other than 24, 25, 57, 59 and X{EPSU} bypass an edit; hospitals: always on either line. */
    readonly modifierLine: 'either' | 'column-two';
    /** Deny a column-two line only if its column-one line is itself payable. */
    readonly requireColumnOnePayable: boolean;
  };
  readonly mue: {
    /** Above a day's MUE: deny all lines of the code, or only what is above it. */
    readonly day: 'deny-all' | 'cut-back';
    /** Whether lines that an earlier stage denied count towards a day's units. */
    readonly countDeniedLines: boolean;
    /** How units over several days become units a day. */
    readonly rangeUnits: 'round-up' | 'nearest';
  };
  readonly visits: {
    /** Whose codes for prolonged services the payer takes: CMS's (G2212, G0316–G0318), CPT's (99417, 99418), or either. */
    readonly prolonged: 'medicare' | 'cpt' | 'either';
  };
  readonly drugs: {
    /** Whether lines of drugs need a National Drug Code; Medicaid asks for it (42 CFR 447.520). */
    readonly ndcRequired: boolean;
    /** Codes of drugs that come in single-dose containers alone, which need JW or JZ; null where not known. */
    readonly singleDose: readonly string[] | null;
  };
  readonly laboratory: {
    /** Whether practitioners' claims for laboratory tests need a CLIA number. */
    readonly cliaRequired: boolean;
    /** Codes of the 80000s that need none. */
    readonly cliaExempt: readonly string[];
    /** Codes that QW may stand on; null where not known. */
    readonly waived: readonly string[] | null;
  };
  readonly therapy: {
    /** Codes that are always therapy beside those with multiple procedure indicator 5. */
    readonly always: readonly string[];
  };
}

/**
 * Which types of bill Medicare's edits for outpatient facilities are for, by facility type: the first two digits of
 * the type of bill (UB-04 form locator 4 without its leading zero).
 *
 * Procedure-to-procedure and add-on edits run in the Integrated Outpatient Code Editor (edits 20, 40, 106 to 108):
 * hospitals 12x, 13x, 14x, critical access hospitals 85x, skilled nursing facilities' Part B 22x and 23x, renal
 * dialysis 72x, outpatient rehabilitation 74x, community mental health 76x (Noridian JF Part A, "OPPS and non-OPPS
 * providers: implemented billing requirements", 2018); home health outside a plan of care 34x and comprehensive
 * outpatient rehabilitation 75x (CMS, Medicare NCCI procedure-to-procedure edits, outpatient services). Inpatient
 * claims have none. Units: MUE values for outpatient hospitals are for 13x, 14x and 85x (NCCI Policy Manual for
 * Medicare Services, chapter I, section V).
 */
const PAIRED: ReadonlySet<number> = new Set([12, 13, 14, 22, 23, 34, 72, 74, 75, 76, 85]);
const UNITS: ReadonlySet<number> = new Set([13, 14, 85]);

/** Which of the edits for outpatient facilities are for a claim. */
export interface OutpatientEdits {
  readonly pairs: boolean;
  readonly units: boolean;
  readonly addOns: boolean;
}

export const ALL_EDITS: OutpatientEdits = { pairs: true, units: true, addOns: true };

const BY_FACILITY: readonly OutpatientEdits[] = Array.from({ length: 100 }, (_, facility) => ({
  pairs: PAIRED.has(facility),
  units: UNITS.has(facility),
  addOns: PAIRED.has(facility),
}));
const NO_EDITS: OutpatientEdits = { pairs: false, units: false, addOns: false };

/** The edits that are for a facility type; none where it is not given (-1). */
export const editsOfBill = (facility: number): OutpatientEdits => BY_FACILITY[facility] ?? NO_EDITS;

/** `outpatient` where at least one of the edits is for a facility type, else `facility`. */
export function settingOfBill(facility: number): 'outpatient' | 'facility' {
  const { pairs, units } = editsOfBill(facility);
  return pairs || units ? 'outpatient' : 'facility';
}

import { grown } from '../arrays.ts';
import { NOT_A_DAY } from '../codes/day.ts';
import type { PackedModifier } from '../codes/packed.ts';
import { type BeneficiaryBytes, beneficiaryKey } from './beneficiary.ts';
import type { Claim } from './claim.ts';
import { ClinicalFacts } from './clinical-facts.ts';
import { clinicalOfClaim } from './clinical-of-claim.ts';
import { hash52 } from './hash52.ts';
import type { ClaimBytes } from './x12/claim-bytes.ts';
import type { Delimiters } from './x12/delimiters.ts';
import type { Transmission } from './x12/transmission.ts';

/**
 * A claim as numbers: what the edits read. One value of this class is filled again for each claim by a
 * reader (from bytes, without building strings) or by `encodeClaim` (from a `Claim`), so checking a claim
 * allocates nothing. Line `i` is at index `i` of every array; the arrays are longer than `lineCount`.
 *
 * Lines `0 … ownLines - 1` are the claim's. Behind them stand earlier lines of the same beneficiary (history), if
 * any, against which edits compare and on which they never report: from `ownLines` to `lineCount - 1` those of a day of
 * the claim's by the same billing provider in the same setting, which are one service with its own; from `lineCount` to
 * `pastEnd - 1` all the others, on which only edits that look back look.
 */
export class CodedClaim {
  /** What text positions point into: valid until the next claim is read. */
  bytes: Uint8Array = new Uint8Array(0);
  /** Offset in its file of `bytes[0]` where a file's own bytes stand there; -1 for texts gathered by `encodeClaim`. */
  base = -1;
  /** The delimiters of those bytes; null where they are no X12. */
  delimiters: Delimiters | null = null;
  /** Where its segments and those above it stand, and the transaction set they stand in; null for no X12. */
  source: ClaimBytes | null = null;
  transmission: Transmission | null = null;
  /** CLM01: bytes `[idStart, idEnd)`. */
  idStart = 0;
  idEnd = 0;
  /** Of the claim's first byte, from the start of its file; -1 where the claim came from no file. */
  offset = -1;
  /** Segment, line or array index at which it began, from 1; 0 where unknown. */
  segment = 0;
  setting: SettingCode = 0;
  isInstitutional = false;
  /** First two digits of the type of bill (CLM05-1 of an 837I) as a number, -1 where not given. */
  facility = -1;
  /** Statement dates (DTP 434), on which institutional lines without a date stand; NOT_A_DAY where not given. */
  statementFrom = NOT_A_DAY;
  statementTo = NOT_A_DAY;
  /** ASCII code of the frequency (CLM05-3): 49 original, 54 adjustment, 55 replacement, 56 void; 0 where not given. */
  frequency = 0;
  /** Two digits as a number, -1 where not given. */
  placeOfService = -1;
  /** Billing provider: see `providerNumber`. */
  billing = 0;
  /** Billing provider's taxonomy: see `taxonomyNumber`; 0 where not given. */
  billingTaxonomy = 0;
  /** Makes the whole claim, as long as this claim is the current one. */
  toClaim: () => Claim = () => {
    throw new Error('no claim has been read');
  };
  /** Fills what the claim says beside its lines, as long as this claim is the current one. */
  readClinical: (into: ClinicalFacts) => void = (into) => clinicalOfClaim(this.toClaim(), into);
  /** Gathers the key of the beneficiary; false where only the claim's text can tell it. */
  readBeneficiary: (into: BeneficiaryBytes) => boolean = () => false;
  private readonly facts = new ClinicalFacts();
  private areFactsRead = false;

  ownLines = 0;
  lineCount = 0;
  pastEnd = 0;
  /** Whether earlier claims were there to look back on, be it none of this beneficiary. */
  hasHistory = false;
  /** LX01. */
  number = new Int32Array(64);
  /** Revenue code (SV201) as a number, -1 where there is none. */
  revenue = new Int16Array(64);
  /** Packed code, UNPACKABLE for what is no five letters and digits; a blank one has codeStart = codeEnd. */
  code = new Int32Array(64);
  /** The code as submitted: bytes `[codeStart, codeEnd)`. */
  codeStart = new Int32Array(64);
  codeEnd = new Int32Array(64);
  /**
   * Slots `i * MODIFIER_SLOTS …`: packed modifier, UNPACKABLE for what is no modifier, EMPTY_MODIFIER for an
   * empty slot.
   */
  modifiers = new Int16Array(64 * MODIFIER_SLOTS).fill(EMPTY_MODIFIER);
  /** Slots up to the last filled one; more than four when more were submitted, at most MODIFIER_SLOTS kept. */
  modifierCount = new Uint8Array(64);
  /** NaN where missing or no number. */
  units = new Float64Array(64);
  unitBasis = new Uint8Array(64);
  /** Cents; NaN where missing or no amount. */
  charge = new Float64Array(64);
  /** Day numbers; NOT_A_DAY where missing or no date. Institutional lines without a date have the statement's. */
  from = new Int32Array(64);
  to = new Int32Array(64);
  /** Place of service of the line (the claim's where it has none), -1 where neither is given. */
  place = new Int16Array(64);
  /** Rendering provider, of the line or else of the claim: see `providerNumber`; 0 where there is none. */
  rendering = new Float64Array(64);
  /** Its taxonomy; 0 where not given. */
  renderingTaxonomy = new Float64Array(64);
  /** Which earlier claim a history line is of: index into `historyClaims`; -1 for the claim's own lines. */
  historyClaim = new Int32Array(64).fill(-1);
  /** Of the earlier claims: id, billing provider as a number, setting. */
  historyClaims: string[] = [];
  historyBilling: number[] = [];
  historySetting: SettingCode[] = [];

  /** What the claim says beside its lines: read when first asked for. */
  get clinical(): ClinicalFacts {
    if (!this.areFactsRead) this.readClinical(this.facts);
    this.areFactsRead = true;
    return this.facts;
  }

  /** The key of the current claim's beneficiary (`beneficiaryKey`) as bytes. */
  putBeneficiary(into: BeneficiaryBytes): void {
    if (this.readBeneficiary(into)) return;
    into.clear();
    into.text(beneficiaryKey(this.toClaim()));
  }

  /** Forgets the lines and the claim's fields, keeping the arrays. */
  clear(): void {
    this.areFactsRead = false;
    this.base = -1;
    this.delimiters = null;
    this.source = null;
    this.transmission = null;
    this.offset = -1;
    this.segment = 0;
    this.idStart = this.idEnd = 0;
    this.setting = 0;
    this.isInstitutional = false;
    this.facility = -1;
    this.statementFrom = this.statementTo = NOT_A_DAY;
    this.frequency = 0;
    this.placeOfService = -1;
    this.billing = this.billingTaxonomy = 0;
    this.ownLines = this.lineCount = this.pastEnd = 0;
    this.hasHistory = false;
    if (this.historyClaims.length > 0) {
      this.historyClaims = [];
      this.historyBilling = [];
      this.historySetting = [];
    }
  }

  /** Adds a line with every field at "not given" and returns its index. */
  addLine(): number {
    const line = this.blankLine(this.lineCount++);
    this.pastEnd = this.lineCount;
    return line;
  }

  /** As `addLine`, among those on which only edits that look back look. */
  addPastLine(): number {
    return this.blankLine(this.pastEnd++);
  }

  private blankLine(line: number): number {
    if (line === this.number.length) this.grow();
    this.number[line] = 0;
    this.revenue[line] = -1;
    this.code[line] = -1;
    this.codeStart[line] = this.codeEnd[line] = 0;
    this.modifierCount[line] = 0;
    this.units[line] = this.charge[line] = Number.NaN;
    this.unitBasis[line] = UNIT_BASIS_MISSING;
    this.from[line] = this.to[line] = NOT_A_DAY;
    this.place[line] = -1;
    this.rendering[line] = this.renderingTaxonomy[line] = 0;
    this.historyClaim[line] = -1;
    return line;
  }

  private grow(): void {
    const size = this.number.length * 2;
    this.number = grown(this.number, size);
    this.revenue = grown(this.revenue, size);
    this.code = grown(this.code, size);
    this.codeStart = grown(this.codeStart, size);
    this.codeEnd = grown(this.codeEnd, size);
    this.modifiers = grown(this.modifiers, size * MODIFIER_SLOTS);
    this.modifierCount = grown(this.modifierCount, size);
    this.units = grown(this.units, size);
    this.unitBasis = grown(this.unitBasis, size);
    this.charge = grown(this.charge, size);
    this.from = grown(this.from, size);
    this.to = grown(this.to, size);
    this.place = grown(this.place, size);
    this.rendering = grown(this.rendering, size);
    this.renderingTaxonomy = grown(this.renderingTaxonomy, size);
    this.historyClaim = grown(this.historyClaim, size);
  }
}

/** Modifier slots kept a line: four may be reported; the rest are kept to name what is too many. */
export const MODIFIER_SLOTS = 8;
export const EMPTY_MODIFIER = -2 as PackedModifier;

/** 0 professional, 1 outpatient, 2 DME, 3 facility: index into CLAIM_SETTINGS. */
export type SettingCode = 0 | 1 | 2 | 3;

/** Unit basis (SV103, SV204) as a number. */
export const UNIT_BASIS_OTHER = 0;
export const UNIT_BASIS_UNITS = 1; // UN
export const UNIT_BASIS_MINUTES = 2; // MJ
export const UNIT_BASIS_DAYS = 3; // DA
export const UNIT_BASIS_MISSING = 4;

/**
 * A provider as a number that is equal for equal providers: an NPI is its own ten digits; any other
 * identifier is the negative of a 52-bit FNV-1a hash of its bytes; 0 means none.
 */
export function providerNumber(bytes: Uint8Array, start: number, end: number): number {
  if (end - start === 10) {
    let npi = 0;
    let i = start;
    for (; i < end; i++) {
      const digit = bytes[i] - 48;
      if (!(digit >= 0 && digit <= 9)) break;
      npi = npi * 10 + digit;
    }
    if (i === end && npi > 0) return npi;
  }
  return end > start ? -hash52(bytes, start, end) : 0;
}

/** A taxonomy code as a number that is equal for equal codes; 0 for none. */
export function taxonomyNumber(bytes: Uint8Array, start: number, end: number): number {
  return end > start ? hash52(bytes, start, end) : 0;
}

import { grown } from '../arrays.ts';
import { type Day, NOT_A_DAY } from '../codes/day.ts';
import { UNPACKABLE } from '../codes/packed.ts';

/**
 * What a claim says beside its service lines: who the patient is, why, where, and with which drugs. Read from the
 * claim only when an edit asks for it, and as numbers, as a `CodedClaim` is. What stands for one line is at that
 * line's index.
 */
export class ClinicalFacts {
  /** The patient's (DMG02); NOT_A_DAY where not given. */
  birthDay: Day = NOT_A_DAY;
  /** ASCII code of DMG03: 70 female, 77 male, 85 unknown; 0 where not given. */
  sex = 0;
  /** SBR09 packed as a modifier is (`MB`, `MC`, `CI` …); UNPACKABLE where not given. */
  filingIndicator = UNPACKABLE;
  /** State of the service facility or else of the billing provider (N402), packed as a modifier is. */
  state = UNPACKABLE;
  /** First five digits of the same one's ZIP code (N403), -1 where not given. */
  zip = -1;
  /** Whether a referring provider (NM1*DN) is named. */
  hasReferring = false;
  /** Whether a CLIA number (REF*X4) is given for the claim. */
  hasClia = false;
  /** CL101 and CL103 as numbers, -1 where not given. */
  admissionType = -1;
  patientStatus = -1;

  diagnosisCount = 0;
  /** Packed (`codes/packed-diagnosis.ts`), UNPACKABLE for what is none. In the order in which pointers count. */
  diagnosis = new Float64Array(32);
  /** One of the ROLE constants. */
  diagnosisRole = new Uint8Array(32);
  /** 1 where the qualifier says ICD-9-CM. */
  isIcd9 = new Uint8Array(32);

  conditionCount = 0;
  /** Condition codes (HI*BG), packed as modifiers are. */
  condition = new Int16Array(16);
  occurrenceCount = 0;
  /** Occurrence codes (HI*BH), packed as modifiers are, with their days. */
  occurrence = new Int16Array(16);
  occurrenceDay = new Int32Array(16);
  valueCount = 0;
  /** Value codes (HI*BE), packed as modifiers are, with their amounts in hundredths; NaN for none. */
  value = new Int16Array(16);
  valueAmount = new Float64Array(16);

  /** Slots `line * POINTER_SLOTS …`: 1-based pointers to diagnoses. */
  pointer = new Uint8Array(64 * POINTER_SLOTS);
  pointerCount = new Uint8Array(64);
  /** National Drug Code (LIN03 after N4) as a number of eleven digits; -1 where there is none, -2 for another shape. */
  ndc = new Float64Array(64);
  /** CTP04; NaN where missing or no number. */
  ndcQuantity = new Float64Array(64);
  /** CTP05 packed as a modifier is (`UN`, `ML`, `GR`, `F2`, `ME`); UNPACKABLE where missing. */
  ndcUnit = new Int16Array(64);
  /** 1 where a description (SV101-7, SV202-7) or a note (NTE) stands on the line. */
  isDescribed = new Uint8Array(64);
  /** 1 where a CLIA number (REF*X4) stands on the line. */
  lineHasClia = new Uint8Array(64);

  clear(lines: number): void {
    if (lines > this.ndc.length) this.grow(lines * 2);
    this.birthDay = NOT_A_DAY;
    this.sex = 0;
    this.filingIndicator = this.state = UNPACKABLE;
    this.zip = this.admissionType = this.patientStatus = -1;
    this.hasReferring = this.hasClia = false;
    this.diagnosisCount = this.conditionCount = this.occurrenceCount = this.valueCount = 0;
    this.pointerCount.fill(0, 0, lines);
    this.ndc.fill(-1, 0, lines);
    this.ndcQuantity.fill(Number.NaN, 0, lines);
    this.ndcUnit.fill(UNPACKABLE, 0, lines);
    this.isDescribed.fill(0, 0, lines);
    this.lineHasClia.fill(0, 0, lines);
  }

  addDiagnosis(packed: number, role: number, isIcd9: boolean): void {
    const at = this.diagnosisCount++;
    if (at === this.diagnosis.length) {
      this.diagnosis = grown(this.diagnosis, at * 2);
      this.diagnosisRole = grown(this.diagnosisRole, at * 2);
      this.isIcd9 = grown(this.isIcd9, at * 2);
    }
    this.diagnosis[at] = packed;
    this.diagnosisRole[at] = role;
    this.isIcd9[at] = isIcd9 ? 1 : 0;
  }

  addCondition(packed: number): void {
    const at = this.conditionCount++;
    if (at === this.condition.length) this.condition = grown(this.condition, at * 2);
    this.condition[at] = packed;
  }

  addOccurrence(packed: number, day: Day): void {
    const at = this.occurrenceCount++;
    if (at === this.occurrence.length) {
      this.occurrence = grown(this.occurrence, at * 2);
      this.occurrenceDay = grown(this.occurrenceDay, at * 2);
    }
    this.occurrence[at] = packed;
    this.occurrenceDay[at] = day;
  }

  addValue(packed: number, amount: number): void {
    const at = this.valueCount++;
    if (at === this.value.length) {
      this.value = grown(this.value, at * 2);
      this.valueAmount = grown(this.valueAmount, at * 2);
    }
    this.value[at] = packed;
    this.valueAmount[at] = amount;
  }

  /** A further pointer of a line; those beyond the slots are counted and not kept. */
  addPointer(line: number, pointer: number): void {
    const at = this.pointerCount[line]++;
    if (at < POINTER_SLOTS) this.pointer[line * POINTER_SLOTS + at] = pointer;
  }

  /** Whether a condition code is given. */
  hasCondition(packed: number): boolean {
    for (let i = 0; i < this.conditionCount; i++) if (this.condition[i] === packed) return true;
    return false;
  }

  private grow(lines: number): void {
    this.pointer = new Uint8Array(lines * POINTER_SLOTS);
    this.pointerCount = new Uint8Array(lines);
    this.ndc = new Float64Array(lines);
    this.ndcQuantity = new Float64Array(lines);
    this.ndcUnit = new Int16Array(lines);
    this.isDescribed = new Uint8Array(lines);
    this.lineHasClia = new Uint8Array(lines);
  }
}

/** Pointers kept a line: four may be reported (SV107). */
export const POINTER_SLOTS = 8;

/** What a diagnosis is on the claim. */
export const ROLE_PRINCIPAL = 0;
export const ROLE_OTHER = 1;
const ROLE_ADMITTING = 2;
const ROLE_REASON_FOR_VISIT = 3;
export const ROLE_EXTERNAL_CAUSE = 4;

/** By HI qualifier. */
export const DIAGNOSIS_ROLES: Readonly<Record<string, number>> = {
  ABK: ROLE_PRINCIPAL,
  BK: ROLE_PRINCIPAL,
  ABF: ROLE_OTHER,
  BF: ROLE_OTHER,
  ABJ: ROLE_ADMITTING,
  BJ: ROLE_ADMITTING,
  APR: ROLE_REASON_FOR_VISIT,
  PR: ROLE_REASON_FOR_VISIT,
  ABN: ROLE_EXTERNAL_CAUSE,
  BN: ROLE_EXTERNAL_CAUSE,
};

export const NDC_OF_ANOTHER_SHAPE = -2;

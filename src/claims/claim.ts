import type { ClaimSetting } from '../codes/setting.ts';

/**
 * The claim, as in the 837: what a provider asks a payer to pay. Readonly values; dates are ISO strings
 * (`2024-07-01`), money is integer cents, codes and identifiers are text as submitted (trimmed).
 */
export interface Claim {
  /** Patient control number (CLM01). */
  readonly id: string;
  readonly type: ClaimType;
  /** Whose tables hold for it; of an institutional claim told by its type of bill. */
  readonly setting: ClaimSetting;
  /** Claim frequency (CLM05-3): 1 original, 6 adjustment, 7 replacement, 8 void. */
  readonly frequency: string;
  /** The payer's number of the claim that this one adjusts, replaces or voids (REF F8); '' where not given. */
  readonly originalReference: string;
  /** Place of service of the whole claim (CLM05-1), two digits; '' where not given and on institutional claims. */
  readonly placeOfService: string;
  /** Total charge in cents (CLM02); null where not given or no amount. */
  readonly charge: number | null;
  readonly billingProvider: Provider;
  /** Rendering provider of the whole claim (NM1*82 of loop 2310). */
  readonly renderingProvider: Provider | null;
  /** Referring provider of the whole claim (NM1*DN). */
  readonly referringProvider: Provider | null;
  /** Where the services were rendered (NM1*77), if it is not the billing provider's; absent where not given. */
  readonly serviceFacility?: Provider;
  /** CLIA number of the laboratory (REF*X4); absent where not given. */
  readonly cliaNumber?: string;
  readonly subscriber: Person;
  /** null where the subscriber is the patient. */
  readonly patient: Person | null;
  readonly payer: Payer | null;
  readonly diagnoses: readonly Diagnosis[];
  /** What only institutional claims say; null on professional ones. */
  readonly institutional: InstitutionalFacts | null;
  readonly lines: readonly ClaimLine[];
  /** Where the claim stood in its file. */
  readonly place?: ClaimPlace;
}

export type ClaimType = 'professional' | 'institutional';

/** What the 837I has beside the 837P. Codes are the NUBC's (UB-04), as submitted. */
export interface InstitutionalFacts {
  /** Facility type and frequency, without the leading zero of the paper form: `131`; '' where not given. */
  readonly typeOfBill: string;
  /** Statement dates (DTP 434). */
  readonly statementFrom: string | null;
  readonly statementTo: string | null;
  /** Admission or start of care (DTP 435) and its hour, `HHMM`, '' where not given. */
  readonly admissionDate: string | null;
  readonly admissionHour: string;
  /** Hour of discharge (DTP 096), `HHMM`. */
  readonly dischargeHour: string;
  /** CL101, CL102, CL103. */
  readonly admissionType: string;
  readonly admissionSource: string;
  readonly patientStatus: string;
  /** NM1*71, NM1*72, NM1*ZZ. */
  readonly attendingProvider: Provider | null;
  readonly operatingProvider: Provider | null;
  readonly otherOperatingProvider: Provider | null;
  /** ICD-10-PCS (HI BBR, BBQ) and ICD-9 (BR, BQ) procedures. */
  readonly procedures: readonly { readonly qualifier: string; readonly code: string; readonly date: string | null }[];
  /** HI BE; hundredths: cents where the code stands for money. null for no number. */
  readonly values: readonly { readonly code: string; readonly amount: number | null }[];
  /** HI BH. */
  readonly occurrences: readonly { readonly code: string; readonly date: string | null }[];
  /** HI BI. */
  readonly occurrenceSpans: readonly {
    readonly code: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  /** HI BG. */
  readonly conditions: readonly string[];
  /** Diagnosis related group (HI DR); '' where not given. */
  readonly drg: string;
}

export interface ClaimPlace {
  readonly file?: string;
  /** Segment (X12), line (CSV) or array index (JSON), from 1. */
  readonly segment?: number;
  readonly line?: number;
  /** Byte offset in the file, from 0. */
  readonly offset?: number;
  /** The FHIR resource that it was read from. */
  readonly resource?: ClaimResource;
}

/** What an answer to a FHIR resource has to name of it; references as written there, '' where not given. */
export interface ClaimResource {
  /** `Claim` or `ExplanationOfBenefit`. */
  readonly type: string;
  readonly id: string;
  readonly patient: string;
  readonly insurer: string;
  readonly provider: string;
  /** Whether it stood in a Bundle. */
  readonly inBundle: boolean;
}

export interface Provider {
  /** National Provider Identifier, ten digits; null where another identifier stands. */
  readonly npi: string | null;
  /** Other identifier where there is no NPI. */
  readonly identifier: string | null;
  /** Health Care Provider Taxonomy code (PRV03). */
  readonly taxonomy: string | null;
  readonly name: string;
  /** State and ZIP code of the address (N402, N403), as submitted; absent where not given. */
  readonly state?: string;
  readonly postalCode?: string;
}

export interface Person {
  /** Member id (NM109); '' where not given, as with a dependent. */
  readonly memberId: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly birthDate: string | null;
  /** F, M or U; null where not given. */
  readonly sex: string | null;
}

export interface Payer {
  readonly identifier: string;
  readonly name: string;
  /** Claim filing indicator (SBR09): MB Medicare Part B, MC Medicaid, CI commercial … */
  readonly filingIndicator: string;
}

export interface Diagnosis {
  /**
   * HI qualifier: ABK principal, ABF other, and on institutional claims ABJ admitting, APR reason for the visit,
   * ABN external cause (ICD-10-CM); BK, BF, BJ, PR, BN (ICD-9-CM).
   */
  readonly qualifier: string;
  /** Without decimal point. */
  readonly code: string;
  /** Present on admission (HI0x-9 of institutional claims): Y, N, U, W; absent where not given. */
  readonly presentOnAdmission?: string;
}

export interface ClaimLine {
  /** Assigned number (LX01). */
  readonly number: number;
  /** Revenue code (SV201) as submitted; '' on professional claims. */
  readonly revenueCode: string;
  /** Code as submitted, trimmed; '' where missing, which an institutional line with a revenue code may be. */
  readonly code: string;
  /** Product or service qualifier (SV101-1, SV202-1): HC for HCPCS; '' where an institutional line has no code. */
  readonly qualifier: string;
  /** As submitted, in order, '' for an empty slot before a filled one. */
  readonly modifiers: readonly string[];
  /** SV101-7, SV202-7. */
  readonly description: string;
  /** Note on the line (NTE02); absent where not given. */
  readonly note?: string;
  /** null where not given or no number. */
  readonly units: number | null;
  /** UN units, MJ minutes, DA days, F2 … (SV103, SV204). */
  readonly unitBasis: string;
  /** Cents. */
  readonly charge: number | null;
  /**
   * First and last day of service, ISO; `to` equals `from` for a single day. null where missing or no date: an
   * institutional line is then checked on the statement dates.
   */
  readonly from: string | null;
  readonly to: string | null;
  /** Place of service of the line (SV105), '' where the claim's holds. */
  readonly placeOfService: string;
  /** 1-based indexes into the claim's diagnoses. */
  readonly diagnosisPointers: readonly number[];
  /** Rendering provider of the line (NM1*82 of loop 2420). */
  readonly renderingProvider: Provider | null;
  /** CLIA number of the laboratory that did the line's test (REF*X4); absent where the claim's holds. */
  readonly cliaNumber?: string;
  /** National Drug Code (LIN03) with quantity and unit (CTP04, CTP05). */
  readonly drug: { readonly ndc: string; readonly quantity: number | null; readonly unit: string } | null;
  /** Line item control number (REF 6R). */
  readonly controlNumber: string;
}

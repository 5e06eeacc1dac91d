import type { Setting } from '../codes/setting.ts';

/**
 * The claim, as in the 837: what a provider asks a payer to pay. Readonly values; dates are ISO strings
 * (`2024-07-01`), money is integer cents, codes and identifiers are text as submitted (trimmed).
 */
export interface Claim {
  /** Patient control number (CLM01). */
  readonly id: string;
  readonly setting: Setting;
  /** Claim frequency (CLM05-3): 1 original, 7 replacement, 8 void. */
  readonly frequency: string;
  /** Place of service of the whole claim (CLM05-1), two digits; '' where not given. */
  readonly placeOfService: string;
  /** Total charge in cents (CLM02); null where not given or no amount. */
  readonly charge: number | null;
  readonly billingProvider: Provider;
  /** Rendering provider of the whole claim (loop 2310B). */
  readonly renderingProvider: Provider | null;
  readonly subscriber: Person;
  /** null where the subscriber is the patient. */
  readonly patient: Person | null;
  readonly payer: Payer | null;
  readonly diagnoses: readonly Diagnosis[];
  readonly lines: readonly ClaimLine[];
  /** Where the claim stood in its file. */
  readonly place?: ClaimPlace;
}

export interface ClaimPlace {
  readonly file?: string;
  /** Segment (X12), line (CSV) or array index (JSON), from 1. */
  readonly segment?: number;
  readonly line?: number;
  /** Byte offset in the file, from 0. */
  readonly offset?: number;
}

export interface Provider {
  /** National Provider Identifier, ten digits; null where another identifier stands. */
  readonly npi: string | null;
  /** Other identifier where there is no NPI. */
  readonly identifier: string | null;
  /** Health Care Provider Taxonomy code (PRV03). */
  readonly taxonomy: string | null;
  readonly name: string;
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
  /** HI qualifier: ABK principal, ABF other (ICD-10-CM); BK, BF (ICD-9-CM). */
  readonly qualifier: string;
  /** Without decimal point. */
  readonly code: string;
}

export interface ClaimLine {
  /** Assigned number (LX01). */
  readonly number: number;
  /** Code as submitted, trimmed; '' where missing. */
  readonly code: string;
  /** Product or service qualifier (SV101-1): HC for HCPCS. */
  readonly qualifier: string;
  /** As submitted, in order, '' for an empty slot before a filled one. */
  readonly modifiers: readonly string[];
  /** SV101-7. */
  readonly description: string;
  /** null where not given or no number. */
  readonly units: number | null;
  /** UN units, MJ minutes, F2 … (SV103). */
  readonly unitBasis: string;
  /** Cents. */
  readonly charge: number | null;
  /** First and last day of service, ISO; `to` equals `from` for a single day. null where missing or no date. */
  readonly from: string | null;
  readonly to: string | null;
  /** Place of service of the line (SV105), '' where the claim's holds. */
  readonly placeOfService: string;
  /** 1-based indexes into the claim's diagnoses. */
  readonly diagnosisPointers: readonly number[];
  /** Rendering provider of the line (loop 2420A). */
  readonly renderingProvider: Provider | null;
  /** National Drug Code (LIN03) with quantity and unit (CTP04, CTP05). */
  readonly drug: { readonly ndc: string; readonly quantity: number | null; readonly unit: string } | null;
  /** Line item control number (REF 6R). */
  readonly controlNumber: string;
}

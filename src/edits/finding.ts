import type { ClaimSetting } from '../codes/setting.ts';
import type { StakeBasis } from './money/stake.ts';

/**
 * What an edit decides on a line: `deny` it is not paid; `return` it cannot be processed as it stands;
 * `review` a person has to look; `info` worth knowing, changes nothing.
 */
export type Outcome = 'deny' | 'return' | 'review' | 'info';

/** The edits in the published order in which their verdicts are resolved; findings of a line come in it too. */
export const EDIT_ORDER = [
  'code-validity',
  'modifier-validity',
  'ncci-ptp',
  'ncci-mue',
  'ncci-aoc',
  'coverage',
  'pfs-status',
  'pc-tc',
  'bilateral',
  'assistant-surgeon',
  'co-surgeon',
  'team-surgery',
  'multiple-procedure',
  'global-period',
  'diagnosis-validity',
  'diagnosis-pointers',
  'diagnosis-order',
  'demographics',
  'place-of-service',
  'telehealth',
  'dmepos-modifiers',
  'new-patient',
  'visits-a-day',
  'prolonged-services',
  'duplicate-line',
  'frequency',
  'ioce-claim',
  'ioce-revenue',
  'ioce-modifiers',
  'ioce-products',
  'ioce-fqhc',
  'unit-basis',
  'drug-units',
  'ndc',
  'drug-wastage',
  'unlisted-code',
  'laboratory',
  'ambulance',
  'therapy-modifiers',
  'anesthesia',
  'code-equivalents',
  'user-rules',
] as const;
export type EditId = (typeof EDIT_ORDER)[number];

/** Something that would make the finding go away, if the record supports it. */
export type Resolution =
  /** One of these modifiers on one of these lines, where the documentation supports it. */
  | { readonly kind: 'modifier'; readonly modifiers: readonly string[]; readonly lines: readonly number[] }
  /** Report at most this many units. */
  | { readonly kind: 'units'; readonly most: number }
  /** Report further units on further lines with one of these modifiers. */
  | { readonly kind: 'split-lines'; readonly modifiers: readonly string[] }
  /** Bill one of these primary codes on the same day by the same provider. */
  | { readonly kind: 'primary'; readonly codes: readonly string[] }
  /** Use one of these codes instead. */
  | { readonly kind: 'code'; readonly codes: readonly string[] }
  /** Take one of these modifiers off the line. */
  | { readonly kind: 'remove-modifier'; readonly modifiers: readonly string[] }
  /** Send documentation, or ask for a review on it. */
  | { readonly kind: 'documentation' }
  /** Only a corrected claim helps. */
  | { readonly kind: 'correct-claim' };

/** The published row behind a finding. */
export interface FindingSource {
  /** Release id, `ncci-ptp/professional/2024Q3`. */
  readonly release: string;
  /** The row's columns, dates as ISO strings, `null` for an open end. */
  readonly row: Readonly<Record<string, string | number | null>>;
}

/** One edit's verdict on one line of a claim (or, with `line` null, on the claim). */
export interface Finding {
  /** Patient control number (CLM01). */
  readonly claim: string;
  /** Line number (LX01). */
  readonly line: number | null;
  /** The line's code, normalised where it could be, as submitted where not. */
  readonly code: string | null;
  readonly edit: EditId;
  readonly outcome: Outcome;
  /** Stable message id of the edit. */
  readonly reason: string;
  readonly message: string;
  /** Claim adjustment reason code, remittance advice remark code and group code of the payer profile. */
  readonly carc: string | null;
  readonly rarc: string | null;
  readonly group: string | null;
  /** The other line; `claim` is there only when it is a line of an earlier claim. */
  readonly with: { readonly line: number; readonly code: string; readonly claim?: string } | null;
  readonly source: FindingSource | null;
  readonly resolutions: readonly Resolution[];
  /** Money, where it was asked for. */
  readonly atStake?: number | null;
  readonly basis?: StakeBasis | null;
  readonly besideAtStake?: number | null;
}

/** What a finding says of money, in cents. */
export interface FindingMoney {
  /**
   * What hangs on a line denied, returned or to review: the lower of what Medicare allows and what is charged; null for
   * other findings, and where neither is known.
   */
  readonly atStake: number | null;
  /** Which of the two it is. */
  readonly basis: StakeBasis | null;
  /** Of a pair: the same of the other line, the one that is paid. Where it is less, the pair costs the dearer line. */
  readonly besideAtStake: number | null;
}

/** What becomes of a line when all edits have spoken. */
export interface LineDisposition {
  readonly line: number;
  readonly code: string;
  /** `pay` means that no edit that ran objects. */
  readonly disposition: 'pay' | 'review' | 'return' | 'deny';
  /** The first edit in the published order with that verdict. */
  readonly decidedBy: EditId | null;
}

/** All that a check says of one claim. */
export interface CheckResult {
  readonly claim: string;
  readonly setting: ClaimSetting;
  /** SHA-256 of the codebook that answered. */
  readonly codebook: string;
  readonly findings: readonly Finding[];
  readonly lines: readonly LineDisposition[];
  /** The published order of resolution, for the record. */
  readonly order: readonly string[];
  /** Whether earlier claims were looked at. */
  readonly historyUsed: boolean;
  /** Id of the payer's profile. */
  readonly profile: string;
  /** Nothing is denied or returned, and every edit that the profile requires had its data. */
  readonly clean: boolean;
}

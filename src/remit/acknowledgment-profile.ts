/** Where published acknowledgments differ, and what a receiver may choose; docs/acknowledgments-277ca.md. */
export interface ClaimAcknowledgmentProfile {
  /** What a claim is refused for: codes, modifiers, dates and units that are none, or NCCI edits too. */
  readonly refuse: 'validity' | 'validity-and-ncci';
  /** Refuse a claim whose charge (CLM02) is missing or not that of its lines. */
  readonly balance: boolean;
  /** Status code of the batch and of its providers beside A1: 19 received, 20 accepted. */
  readonly received: '19' | '20';
  /** Name the payer (PR) as the entity of A1 and A2. */
  readonly entity: boolean;
  /** Status and totals of each billing provider (2200C). */
  readonly providers: boolean;
  /** The lines at fault (2220D). */
  readonly lines: boolean;
  /** Of a claim refused for a line: A3 with 247, or the status of its first such line. */
  readonly claimStatus: 'see-line' | 'first-line';
  /** Words on the claim, STC12. */
  readonly freeText: boolean;
  /** The date of the answer on lines too, STC02 of 2220D. */
  readonly lineDates: boolean;
  /** Which claims get a number of this answer's own, REF*1K. */
  readonly claimNumbers: 'accepted' | 'all' | 'none';
  /** What the identifier of the one who answers is: NM108 of 2100A. */
  readonly sourceQualifier: '46' | 'FI' | 'PI' | 'XV';
}

export const DEFAULT_ACKNOWLEDGMENT: ClaimAcknowledgmentProfile = {
  refuse: 'validity',
  balance: true,
  received: '19',
  entity: true,
  providers: true,
  lines: true,
  claimStatus: 'see-line',
  freeText: true,
  lineDates: false,
  claimNumbers: 'accepted',
  sourceQualifier: 'PI',
};

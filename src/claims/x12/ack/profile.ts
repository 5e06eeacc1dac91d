/** What a receiver makes of errors in the structure. */
export interface AcknowledgmentProfile {
  /** `reject` refuses a transaction set with any error; `accept` takes it and tells of the errors (IK501 is E). */
  readonly onErrors: 'reject' | 'accept';
}

export const STRICT: AcknowledgmentProfile = { onErrors: 'reject' };

/** When acknowledgments are written, and under which number. */
export interface AcknowledgmentStamp {
  /** `YYYYMMDD` and `HHMM`. */
  readonly date: string;
  readonly time: string;
  /** Control number of the first interchange written; each further one gets the next. */
  readonly control: number;
}

/**
 * An implementation guide as data: which segments stand in which loops, how often, and which elements they
 * have. Facts only; what they mean is in the guides, which X12 sells.
 */
export interface GuideTable {
  /** `837P` or `837I`. */
  readonly id: string;
  /** GS08 and ST03: the guide and its addenda. */
  readonly versions: readonly string[];
  /** The whole transaction set between ST and SE. */
  readonly loop: LoopTable;
}

export interface LoopTable {
  /** As the guide names it: `2010AA`; '' for the transaction set itself. */
  readonly id: string;
  /** `R` required or `S` situational, and how often within the loop above; `*` without a limit. */
  readonly use: string;
  /**
   * Segments, the one that begins the loop first, and loops in it, in order. Neighbours that begin with the
   * same segment id stand at one position of the standard: in any order.
   *
   * A segment is `id use most | elements`. Each element has its usage R, S or N (not used), and after `=` the
   * codes that the guide allows; a composite has its components in parentheses. What is left out at the end is
   * not used.
   */
  readonly of: readonly (string | LoopTable)[];
}

export const loop = (id: string, use: string, ...of: (string | LoopTable)[]): LoopTable => ({ id, use, of });

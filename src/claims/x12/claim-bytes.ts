import type { Context } from './context.ts';

/** The bytes of a claim and of the levels above it, with the delimiters they are written in. */
export interface ClaimBytes {
  readonly element: number;
  readonly component: number;
  readonly terminator: number;
  readonly levels: { readonly billing: Context; readonly subscriber: Context; readonly patient: Context };
  readonly claimStart: number;
  readonly claimEnd: number;
}

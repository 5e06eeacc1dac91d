import type { CodedClaim } from '../claims/coded-claim.ts';
import { NOT_A_DAY, parseDay } from '../codes/day.ts';
import { codeMatcher } from './code-patterns.ts';
import { EDITS } from './edits.ts';
import type { FindingRows } from './finding-rows.ts';
import type { Profile, ProfileException } from './profile.ts';

/** An exception that can be asked of a finding by its numbers. */
interface Compiled {
  readonly edit: number;
  /** 1 for the reasons that it is for. */
  readonly reasons: Uint8Array;
  readonly has: (code: number) => boolean;
  readonly from: number;
  readonly to: number;
  readonly places: ReadonlySet<number> | null;
}

/** Takes away the findings that a payer's profile makes exceptions of. */
export class Exceptions {
  private readonly compiled: readonly Compiled[];

  constructor({ exceptions = [] }: Profile) {
    this.compiled = exceptions.map(compile);
  }

  get isEmpty(): boolean {
    return this.compiled.length === 0;
  }

  /** Keeps the findings that no exception is for, in their order. */
  apply(claim: CodedClaim, rows: FindingRows): void {
    rows.keep((i) => !this.isMade(claim, rows.edit[i], rows.reason[i], rows.line[i]));
  }

  /** Whether an exception is made of an edit's reason on a line; never of what is said of a claim as a whole. */
  isMade(claim: CodedClaim, edit: number, reason: number, line: number): boolean {
    return line >= 0 && this.compiled.some((each) => isFor(each, claim, edit, reason, line));
  }
}

function isFor(
  { edit, reasons, has, from, to, places }: Compiled,
  claim: CodedClaim,
  ofEdit: number,
  reason: number,
  line: number,
): boolean {
  if (ofEdit !== edit || reasons[reason] === 0) return false;
  const day = claim.from[line];
  return has(claim.code[line]) && day >= from && day <= to && (places === null || places.has(claim.place[line]));
}

function compile({ edit, reasons, codes, from, to, places }: ProfileException): Compiled {
  const order = EDITS.findIndex(({ id }) => id === edit);
  return {
    edit: order,
    reasons: Uint8Array.from(EDITS[order].reasons, (reason) =>
      reasons === undefined || reasons.includes(reason) ? 1 : 0,
    ),
    has: codes === undefined ? () => true : codeMatcher(codes),
    from: from === undefined ? NOT_A_DAY : parseDay(from),
    to: to === undefined ? Number.MAX_SAFE_INTEGER : parseDay(to),
    places: places === undefined ? null : new Set(places.map(Number)),
  };
}

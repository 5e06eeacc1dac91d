import type { ProblemCode } from '../../../problems.ts';

/** One thing wrong with the structure of a file, with the code that an acknowledgment gives for it. */
export interface StructureError {
  readonly problem: ProblemCode;
  /** For a person, without values of the claim. */
  readonly message: string;
  /** SNIP type: 1 syntax, 2 the guide's requirements, 3 balancing. */
  readonly snip: 1 | 2 | 3;
  /** CLM01 of the claim in which it stands; null outside of claims. */
  readonly claim: string | null;
  readonly segmentId: string;
  /** Position in the transaction set, ST being 1; in the file for envelope segments. */
  readonly segmentNumber: number;
  /** Byte in the file, from 0. */
  readonly offset: number;
  /** As the guide names it; '' for the transaction set's own segments. */
  readonly loop: string;
  /** Positions from 1; null where the whole segment is meant, or the element is no composite or repeated. */
  readonly element: number | null;
  readonly component: number | null;
  readonly repetition: number | null;
  /** The element's number in the dictionary: `66`. */
  readonly dataElement: string | null;
  /** Segment error code of the 999. */
  readonly ik304: string | null;
  /** Element error code of the 999. */
  readonly ik403: string | null;
  /** What the acknowledgments say of whole transaction sets, groups and interchanges; null for all else. */
  readonly ik502: string | null;
  readonly ak905: string | null;
  readonly ta105: string | null;
  /** The bad value where it stands for a code or qualifier; null for anything that may be personal. */
  readonly value: string | null;
  /** The bad value whatever it is, for IK404 alone: a 999 goes to who sent it. */
  readonly copy: () => string;
}

export interface TransactionReport {
  /** ST01, ST02, ST03. */
  readonly id: string;
  readonly control: string;
  readonly guide: string;
  /** IK502 to IK506. */
  readonly codes: readonly string[];
  readonly errors: readonly StructureError[];
  /** Balancing: worth a look, never a reason to reject. */
  readonly findings: readonly StructureError[];
  /** Errors and findings beyond those listed. */
  readonly more: number;
  readonly segments: number;
  readonly claims: number;
}

export interface GroupReport {
  /** GS01, GS02, GS03, GS06, GS08. */
  readonly functionalId: string;
  readonly sender: string;
  readonly receiver: string;
  readonly control: string;
  readonly version: string;
  /** GE01; null where there is none. */
  readonly included: number | null;
  /** AK905 to AK909. */
  readonly codes: readonly string[];
  /** Whether it is checked at all: a group of claims of a guide that is known. */
  readonly supported: boolean;
  readonly transactions: readonly TransactionReport[];
}

/** An interchange with all that is in it. */
export interface InterchangeReport {
  readonly file: string | null;
  readonly senderQualifier: string;
  readonly sender: string;
  readonly receiverQualifier: string;
  readonly receiver: string;
  /** ISA09 and ISA10 as they stand. */
  readonly date: string;
  readonly time: string;
  readonly control: string;
  readonly acknowledgmentRequested: boolean;
  /** ISA15: `P` production, `T` test. */
  readonly usage: string;
  /** TA105: `000` where nothing is wrong with the interchange itself. */
  readonly code: string;
  /** What is wrong with envelopes: this one and those in it. */
  readonly errors: readonly StructureError[];
  readonly groups: readonly GroupReport[];
}

/** Whether anything but balancing is wrong with an interchange or what is in it. */
export const hasErrors = ({ errors, groups }: InterchangeReport): boolean =>
  errors.length > 0 || groups.some((group) => group.transactions.some(({ codes }) => codes.length > 0));

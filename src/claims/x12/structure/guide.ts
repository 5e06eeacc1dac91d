import type { NodeTable } from './node-table.ts';
import type { SegmentIds } from './segment-id-table.ts';

/** A guide made ready for checking: numbers for names, masks for what is required. See `compile-guide.ts`. */

/** How an element's value is judged. */
export const NOT_USED = 0;
/** By its length alone. */
export const FREE = 1;
/** By a list of codes. */
export const CODED = 2;
/** As a date or time in the format that the element before names. */
export const PERIOD = 3;
export const DATE = 4;
export const TIME = 5;
export const WHOLE = 6;
export const DECIMAL = 7;
/** By its components. */
export const COMPOSITE = 8;

export interface ElementSpec {
  /** Number in the dictionary of data elements: `98`, `C003`. */
  readonly number: string;
  readonly mode: number;
  readonly shortest: number;
  readonly longest: number;
  /** Codes that the guide allows, packed; empty where it takes any. */
  readonly codes: Int32Array;
  /** Whether X12 has a list of codes for it. */
  readonly isCode: boolean;
  /** Whether it names the format of the next. */
  readonly nextIsPeriod: boolean;
  readonly parts: Parts | null;
}

/** Elements of a segment or components of a composite. Bit `n` of a mask is the one at position `n`, from 1. */
export interface Parts {
  /** Of all segments and composites of the guide. */
  readonly index: number;
  readonly elements: readonly ElementSpec[];
  readonly required: number;
  readonly relations: readonly Relation[];
}

/** P0304 and the like. */
export interface Relation {
  readonly kind: string;
  /** The position that asks for the others (C, L); 0 for the other kinds. */
  readonly first: number;
  readonly mask: number;
}

export interface SegmentSpec extends Parts {
  readonly id: string;
  /** Position of the element that tells this segment from others with its id; 0 where none does. */
  readonly qualifier: number;
  /** Codes that it may have; empty where any will do. */
  readonly qualifiers: Int32Array;
  /** One of the segments whose numbers and amounts are compared with others'. */
  readonly compared: boolean;
}

/** A segment or a loop within a loop. */
export interface Node {
  /** Of all nodes of the guide. */
  readonly index: number;
  /** Its position among the loop's; nodes of one group stand in any order. */
  readonly group: number;
  /** The segment, or the one that begins the loop. */
  readonly segment: SegmentSpec;
  readonly loop: LoopSpec | null;
  /** A bit of the loop's `required` masks; 0 where the guide does not ask for it. */
  readonly bit: number;
  /** How often in one loop; 0 for any number. */
  readonly most: number;
}

export interface LoopSpec {
  readonly id: string;
  readonly nodes: readonly Node[];
  /** Its nodes by id and qualifier of the segment that begins them, without the one that begins the loop itself. */
  readonly table: NodeTable;
  /** Required nodes of the groups before each one, as bits. */
  readonly due: readonly number[];
  /** All required nodes. */
  readonly dueAtEnd: number;
}

export interface Guide {
  readonly id: string;
  readonly versions: readonly string[];
  readonly loop: LoopSpec;
  readonly nodes: number;
  readonly parts: number;
  readonly segmentIds: SegmentIds;
}

/** Up to four bytes as one number; -1 for more, or none. */
export function packCode(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 4 || end === start) return -1;
  let packed = 0;
  for (let at = start; at < end; at++) packed = (packed << 8) | bytes[at];
  return packed;
}

export const packText = (text: string): number => [...text].reduce((sum, c) => (sum << 8) | c.charCodeAt(0), 0);

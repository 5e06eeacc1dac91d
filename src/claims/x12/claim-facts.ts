import type { ClaimBytes } from './claim-bytes.ts';
import type { Context } from './context.ts';
import { cents, elementEnd, segmentEnd } from './elements.ts';

/** The elements of a segment as ranges of the bytes in which it stands; reused from segment to segment. */
export class SegmentFound {
  bytes: Uint8Array = new Uint8Array(0);
  private readonly starts = new Int32Array(MOST_ELEMENTS);
  private readonly ends = new Int32Array(MOST_ELEMENTS);
  private count = 0;

  /** First byte of an element, the id being number 0; an empty range where there is none. */
  start(element: number): number {
    return element < this.count ? this.starts[element] : 0;
  }

  end(element: number): number {
    return element < this.count ? this.ends[element] : 0;
  }

  isEmpty(element: number): boolean {
    return this.start(element) === this.end(element);
  }

  /** A segment of a level above the claim; whether there is one. */
  inLevel(source: ClaimBytes, level: Context, wanted: Prefix): boolean {
    return this.find(source, level.bytes, level.start, level.end, wanted);
  }

  /** A segment of the claim itself, before its lines. */
  inClaim(source: ClaimBytes, bytes: Uint8Array, wanted: Prefix): boolean {
    return this.find(source, bytes, source.claimStart, source.claimEnd, wanted);
  }

  /** A segment of the line in which `at` stands, after it. */
  inLine(source: ClaimBytes, bytes: Uint8Array, at: number, wanted: Prefix): boolean {
    return this.find(source, bytes, segmentEnd(bytes, at, source.terminator), source.claimEnd, wanted);
  }

  /** The first segment that begins so, up to where an LX stands. */
  private find(source: ClaimBytes, bytes: Uint8Array, from: number, to: number, wanted: Prefix): boolean {
    const { element, terminator } = source;
    this.bytes = bytes;
    this.count = 0;
    for (let at = from; at < to; ) {
      if (bytes[at] <= 32 || bytes[at] === terminator) {
        at++;
        continue;
      }
      if (bytes[at] === 76 && bytes[at + 1] === 88 && bytes[at + 2] === element) return false;
      if (matches(bytes, at, wanted, element, terminator)) {
        this.split(at, element, terminator);
        return true;
      }
      at = segmentEnd(bytes, at, terminator) + 1;
    }
    return false;
  }

  private split(at: number, element: number, terminator: number): void {
    let start = at;
    for (let end = at; this.count < MOST_ELEMENTS; start = end + 1) {
      end = elementEnd(this.bytes, start, element, terminator);
      this.starts[this.count] = start;
      this.ends[this.count++] = end;
      if (this.bytes[end] === terminator) return;
    }
  }
}

/** Elements kept of a segment: up to NM112. */
const MOST_ELEMENTS = 13;

/** Id and first element of a segment as bytes. */
export interface Prefix {
  readonly id: Uint8Array;
  readonly qualifier: Uint8Array;
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

export const prefix = (id: string, qualifier: string): Prefix => ({ id: ascii(id), qualifier: ascii(qualifier) });

function matches(bytes: Uint8Array, at: number, wanted: Prefix, element: number, terminator: number): boolean {
  const { id, qualifier } = wanted;
  for (let i = 0; i < id.length; i++) if (bytes[at + i] !== id[i]) return false;
  if (bytes[at + id.length] !== element) return false;
  const start = at + id.length + 1;
  for (let i = 0; i < qualifier.length; i++) if (bytes[start + i] !== qualifier[i]) return false;
  const after = bytes[start + qualifier.length];
  return after === element || after === terminator;
}

/** CLM02 in cents; NaN where missing or no amount. */
export function claimCharge({ claimStart, element, terminator }: ClaimBytes, bytes: Uint8Array): number {
  const end1 = elementEnd(bytes, claimStart + 4, element, terminator);
  if (bytes[end1] === terminator) return Number.NaN;
  return cents(bytes, end1 + 1, elementEnd(bytes, end1 + 1, element, terminator));
}

import type { ClaimBytes } from './claim-bytes.ts';
import type { Context } from './context.ts';
import { elementEnd, segmentEnd } from './elements.ts';
import { DMG, NM1 } from './segment-ids.ts';

/** The id and nine elements: of no segment that is split is a later one read. */
const MOST_ELEMENTS = 10;

/** Qualifiers of one to three letters as numbers, as the segment ids are. */
export const packedText = (text: string): number =>
  Array.from(text).reduce((all, letter) => (all << 8) | letter.charCodeAt(0), 0);

/** Bytes `[start, end)` as `packedText` of what they say; -1 for more than three. */
export function packedRange(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 3) return -1;
  let all = 0;
  for (let i = start; i < end; i++) all = (all << 8) | bytes[i];
  return all;
}

/** Walks over the segments of a claim or of a level above it, splitting those that are asked for. */
export class SegmentScan {
  protected readonly source: ClaimBytes;
  protected bytes: Uint8Array = new Uint8Array(0);
  protected readonly starts = new Int32Array(MOST_ELEMENTS);
  protected readonly ends = new Int32Array(MOST_ELEMENTS);

  constructor(source: ClaimBytes) {
    this.source = source;
  }

  /**
   * Looks in a level for the first NM1 of an entity and the first DMG after it, and calls what is given with where they
   * begin; whether there is that entity.
   */
  protected person(
    level: Context,
    entity: number,
    name: (at: number) => void,
    demographics: (at: number) => void,
  ): boolean {
    this.bytes = level.bytes;
    let isNamed = false;
    for (let at = this.skip(level.start, level.end); at < level.end; at = this.next(at, level.end)) {
      const id = this.idAt(at);
      if (id === NM1 && !isNamed && this.qualifier(at, 4) === entity) {
        isNamed = true;
        name(at);
      } else if (id === DMG && isNamed) {
        demographics(at);
        break;
      }
    }
    return isNamed;
  }

  /** Splits the segment into `starts` and `ends`, the id being number 0; elements that it has not are empty. */
  protected split(at: number): void {
    const { bytes, starts, ends } = this;
    const { element, terminator } = this.source;
    let count = 0;
    let start = at;
    for (; count < MOST_ELEMENTS; start = ends[count - 1] + 1) {
      starts[count] = start;
      ends[count] = elementEnd(bytes, start, element, terminator);
      if (bytes[ends[count++]] === terminator) break;
    }
    for (let i = count; i < MOST_ELEMENTS; i++) starts[i] = ends[i] = 0;
  }

  /** The first element of a segment as a number, where it is of up to three letters; `at + offset` is where it begins. */
  protected qualifier(at: number, offset: number): number {
    const start = at + offset;
    return packedRange(this.bytes, start, elementEnd(this.bytes, start, this.source.element, this.source.terminator));
  }

  protected idAt(at: number): number {
    const { bytes } = this;
    const { element } = this.source;
    if (bytes[at + 2] === element) return (bytes[at] << 8) | bytes[at + 1];
    return bytes[at + 3] === element ? (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2] : 0;
  }

  protected next(at: number, end: number): number {
    return this.skip(segmentEnd(this.bytes, at, this.source.terminator) + 1, end);
  }

  protected skip(from: number, end: number): number {
    const { terminator } = this.source;
    let at = from;
    while (at < end && (this.bytes[at] <= 32 || this.bytes[at] === terminator)) at++;
    return at;
  }
}

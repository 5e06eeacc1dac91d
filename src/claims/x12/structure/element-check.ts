import { COMPONENT, ELEMENT, ODD, PLAIN, REPETITION, TERMINATOR } from './byte-kinds.ts';
import {
  CODED,
  COMPOSITE,
  DATE,
  DECIMAL,
  type ElementSpec,
  FREE,
  NOT_USED,
  type Parts,
  PERIOD,
  packCode,
  type SegmentSpec,
  TIME,
} from './guide.ts';
import { isDate, isPeriod, isTime, isTimeFormat, numberLength } from './values.ts';

/**
 * Told of each bad element: its IK403, positions from 1, 0 for `component` and `repetition` where they do not
 * matter, and its bytes; of what is missing, where it should stand.
 */
export type ElementReport = (
  code: string,
  element: number,
  component: number,
  repetition: number,
  spec: ElementSpec | null,
  start: number,
  end: number,
) => void;

/** Elements of a segment that can be told apart by a bit; LIN has as many as any. */
const MOST = 31;

/** Checks the elements of one segment after the other, and remembers where they stood. */
export class ElementChecker {
  count = 0;
  /** By position: the separator before each element of the last segment, and after the last one its end. */
  private readonly marks = new Int32Array(MOST + 3);
  private readonly report: ElementReport;
  private kinds: Uint8Array = new Uint8Array(256);
  /** By index of parts: which elements were there when last nothing was missing. Most segments look alike. */
  private complete = new Int32Array(0);

  constructor(report: ElementReport) {
    this.report = report;
  }

  useDelimiters(kinds: Uint8Array): void {
    this.kinds = kinds;
  }

  /** A transaction set of a guide with so many parts begins. */
  begin(parts: number): void {
    this.complete = new Int32Array(parts).fill(-1);
  }

  /** Checks the elements from the separator at `at` on; gives the position of the segment's terminator. */
  check(spec: SegmentSpec, bytes: Uint8Array, at: number): number {
    const { kinds, marks } = this;
    const { elements, required } = spec;
    const known = elements.length;
    let present = 0;
    let position = 0;
    let end = at;
    let kind = kinds[bytes[end]];
    while (kind === ELEMENT) {
      const mark = end++;
      kind = kinds[bytes[end]];
      while (kind === PLAIN) kind = kinds[bytes[++end]];
      if (++position > known) {
        end = this.beyond(position, bytes, mark + 1);
        kind = kinds[bytes[end]];
        continue;
      }
      marks[position] = mark;
      const length = end - mark - 1;
      if (length === 0 && kind <= TERMINATOR) continue;
      present |= 1 << position;
      const element = elements[position - 1];
      const { mode } = element;
      if (kind > TERMINATOR || mode === COMPOSITE) {
        end = this.structured(element, position, bytes, mark + 1);
        kind = kinds[bytes[end]];
      } else if (mode !== FREE || length < element.shortest || length > element.longest || bytes[mark + 1] <= 32) {
        this.simple(element, position, 0, bytes, mark + 1, end);
      }
    }
    this.count = Math.min(position, known);
    if (position <= known) marks[position + 1] = end;
    if ((present & required) !== required || (spec.relations.length > 0 && present !== this.complete[spec.index])) {
      this.judge(spec, present, 0, at, end);
    }
    return end;
  }

  /** Where an element of the last segment begins, by position. */
  start(position: number): number {
    return this.marks[position] + 1;
  }

  end(position: number): number {
    return this.marks[position + 1];
  }

  /** Whether an element is there and not empty. */
  has(position: number): boolean {
    return position <= this.count && this.marks[position + 1] > this.marks[position] + 1;
  }

  /** An element that the segment does not have; gives its end. */
  private beyond(position: number, bytes: Uint8Array, start: number): number {
    const end = this.elementEnd(bytes, start);
    if (end > start) this.report('3', position, 0, 0, null, start, end);
    return end;
  }

  private elementEnd(bytes: Uint8Array, at: number): number {
    const { kinds } = this;
    let end = at;
    for (let kind = kinds[bytes[end]]; kind !== ELEMENT && kind !== TERMINATOR; kind = kinds[bytes[end]]) end++;
    return end;
  }

  /** A composite, or an element with delimiters or odd characters in it; gives its end. */
  private structured(element: ElementSpec, position: number, bytes: Uint8Array, from: number): number {
    const { parts } = element;
    if (parts === null || element.mode === NOT_USED) return this.unstructured(element, position, bytes, from);
    const { kinds } = this;
    const { elements } = parts;
    let present = 0;
    let number = 0;
    let format = -1;
    for (let start = from; ; ) {
      let end = start;
      let kind = kinds[bytes[end]];
      while (kind === PLAIN) kind = kinds[bytes[++end]];
      if (kind === REPETITION || kind === ODD) return this.unstructured(element, position, bytes, from);
      if (++number > elements.length) {
        if (end > start) this.report('13', position, 0, 0, element, from, this.elementEnd(bytes, end));
      } else if (end > start) {
        present |= 1 << number;
        const component = elements[number - 1];
        if (component.mode === PERIOD) this.period(component, position, number, bytes, start, end, format);
        else this.simple(component, position, number, bytes, start, end);
        format = component.nextIsPeriod ? packCode(bytes, start, end) : -1;
      }
      if (kind !== COMPONENT) {
        if ((present & parts.required) !== parts.required || parts.relations.length > 0) {
          this.judge(parts, present, position, from, end);
        }
        return end;
      }
      start = end + 1;
    }
  }

  /** What is wrong with an element that has more in it than it may; gives its end. */
  private unstructured(element: ElementSpec, position: number, bytes: Uint8Array, start: number): number {
    const { kinds } = this;
    const end = this.elementEnd(bytes, start);
    let code = '13';
    for (let at = start; at < end; at++) {
      const kind = kinds[bytes[at]];
      if (kind === REPETITION) code = '12';
      if (kind === ODD) code = '6';
      if (kind > COMPONENT) break;
    }
    if (element.mode === NOT_USED) code = 'I10';
    this.report(code, position, 0, code === '12' ? 2 : 0, element, start, end);
    return end;
  }

  /** One value; `component` is 0 for an element of the segment itself. */
  private simple(
    element: ElementSpec,
    position: number,
    component: number,
    bytes: Uint8Array,
    start: number,
    end: number,
  ): void {
    const length = end - start;
    const { mode } = element;
    if (mode === FREE) {
      if (length >= element.shortest && length <= element.longest && bytes[start] > 32) return;
    } else if (mode === CODED) {
      if (length <= 4 && contains(element.codes, packCode(bytes, start, end))) return;
    } else if (mode === PERIOD) {
      const format = packCode(bytes, this.start(position - 1), start - 1);
      this.period(element, position, component, bytes, start, end, format);
      return;
    }
    const code = valueCode(element, bytes, start, end);
    if (code !== '') this.report(code, position, component, 0, element, start, end);
  }

  private period(
    element: ElementSpec,
    position: number,
    component: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    format: number,
  ): void {
    if (isPeriod(bytes, start, end, format)) return;
    this.report(isTimeFormat(format) ? '9' : '8', position, component, 0, element, start, end);
  }

  /** Remembers that nothing is missing, or tells what is; see `missing`. */
  private judge(parts: Parts, present: number, composite: number, at: number, end: number): void {
    if (present === this.complete[parts.index]) return;
    if (this.missing(parts, present, composite, at, end)) this.complete[parts.index] = present;
  }

  /** Tells of required elements that are not there and of relations that do not hold; true where there are none. */
  private missing(parts: Parts, present: number, composite: number, at: number, end: number): boolean {
    const required = parts.required & ~present;
    let all = required === 0;
    for (let position = 1; position <= parts.elements.length; position++) {
      if ((required & (1 << position)) !== 0) this.absent('1', parts, composite, position, at, end);
    }
    for (const { kind, first, mask } of parts.relations) {
      if (kind === 'E') {
        const both = present & mask;
        if ((both & (both - 1)) === 0) continue;
        this.absent('10', parts, composite, 31 - Math.clz32(both), at, end);
        all = false;
        continue;
      }
      const asked = kind === 'R' || (kind === 'P' ? (present & mask) !== 0 : (present & (1 << first)) !== 0);
      const enough = kind === 'R' || kind === 'L' ? (present & mask) !== 0 : (mask & ~present) === 0;
      if (!asked || enough) continue;
      this.conditional(parts, composite, mask & ~present & ~parts.required, kind, at, end);
      all = false;
    }
    return all;
  }

  /** All that P and C miss; the first of what would do for R and L. */
  private conditional(parts: Parts, composite: number, missing: number, kind: string, at: number, end: number): void {
    for (let position = 1; position <= parts.elements.length; position++) {
      if ((missing & (1 << position)) === 0) continue;
      this.absent('2', parts, composite, position, at, end);
      if (kind === 'R' || kind === 'L') return;
    }
  }

  private absent(code: string, parts: Parts, composite: number, position: number, at: number, end: number): void {
    const spec = parts.elements[position - 1];
    // Excluded elements stand somewhere; missing ones nowhere: the end of their segment or composite is shown.
    const stands = code === '10' && composite === 0;
    const start = stands ? this.start(position) : composite === 0 ? end : at;
    const to = stands ? this.end(position) : start;
    if (composite === 0) this.report(code, position, 0, 0, spec, start, to);
    else this.report(code, composite, position, 0, spec, start, to);
  }
}

function contains(codes: Int32Array, code: number): boolean {
  for (let i = 0; i < codes.length; i++) if (codes[i] === code) return true;
  return false;
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] !== 32) return false;
  return true;
}

/** The IK403 of a value, '' where nothing is wrong with it. */
function valueCode(element: ElementSpec, bytes: Uint8Array, start: number, end: number): string {
  const { mode } = element;
  if (mode === NOT_USED) return 'I10';
  if (mode === DATE) return isDate(bytes, start, end) ? '' : '8';
  if (mode === TIME) return isTime(bytes, start, end) ? '' : '9';
  const isText = mode === FREE || mode === CODED;
  const length = isText ? end - start : numberLength(bytes, start, end, mode === DECIMAL);
  if (length < 0) return '6';
  if (length < element.shortest) return '4';
  if (length > element.longest) return '5';
  if (mode === CODED) return '7';
  return isText && isBlank(bytes, start, end) ? '6' : '';
}

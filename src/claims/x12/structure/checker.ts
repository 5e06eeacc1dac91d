import { MOST_CLAIM_BYTES } from '../../reader.ts';
import { bytesOf } from '../../text.ts';
import { HEADER_REACH, isHeader, readHeader } from '../delimiters.ts';
import { elementsOf } from '../envelope.ts';
import { seekHeader } from '../seek.ts';
import { GE, GS, IEA, ISA, SE, ST, TA1 } from '../segment-ids.ts';
import { Window } from '../window.ts';
import { byteKinds, ELEMENT, TERMINATOR } from './byte-kinds.ts';
import { EnvelopeCheck, type EnvelopeMark } from './envelope-check.ts';
import { repetitionOf } from './isa.ts';
import type { InterchangeReport } from './report.ts';
import { TransactionCheck } from './transaction-check.ts';

export interface StructureOptions {
  /** Name of the file, for reports. */
  readonly file?: string;
  /** Called when an interchange ends, with all that is wrong in it. */
  readonly onInterchange: (report: InterchangeReport) => void;
}

/** Takes a file in chunks of any size; the reports do not depend on how it is cut. */
export interface StructureChecker {
  write(chunk: Uint8Array): void;
  end(): void;
}

/**
 * Checks the envelopes of an X12 file and the structure of its 837P and 837I transaction sets against their
 * guides: one pass over the bytes, a part of the file at a time. A file that holds no interchange gives no report.
 *
 * @example
 * const checker = createStructureChecker({ onInterchange: (report) => console.log(hasErrors(report)) })
 * for await (const chunk of stream) checker.write(chunk)
 * checker.end()
 */
export function createStructureChecker(options: StructureOptions): StructureChecker {
  return new Checker(options);
}

/** The reports of a whole file. */
export function checkStructure(input: Uint8Array | string, file?: string): InterchangeReport[] {
  const reports: InterchangeReport[] = [];
  const checker = createStructureChecker({
    ...(file !== undefined && { file }),
    onInterchange: (report) => reports.push(report),
  });
  checker.write(typeof input === 'string' ? bytesOf(input) : input);
  checker.end();
  return reports;
}

class Checker implements StructureChecker {
  private readonly window = new Window();
  private readonly envelope: EnvelopeCheck;
  private readonly transaction: TransactionCheck;
  private kinds: Uint8Array = new Uint8Array(256);
  private element = 42;
  private terminator = 126;
  /** Segments of the file, and of the transaction set. */
  private segment = 0;
  private number = 0;
  /** Whether an interchange header is due. */
  private seeking = true;
  /** Whether the open transaction set is checked by a guide. */
  private checking = false;
  private started = false;

  constructor({ file, onInterchange }: StructureOptions) {
    this.envelope = new EnvelopeCheck(file ?? null, onInterchange);
    this.transaction = new TransactionCheck(
      (error) => this.envelope.error(error),
      (finding) => this.envelope.finding(finding),
    );
  }

  write(chunk: Uint8Array): void {
    for (let taken = 0; taken < chunk.length; ) {
      if (this.window.room === 0) this.makeRoom();
      taken += this.window.append(chunk, taken);
      this.advance(false);
    }
  }

  end(): void {
    this.advance(true);
    this.finishLastSegment();
    const at = this.mark(this.window.fill);
    this.cut('023', at);
  }

  /** The interchange ends at `at` within a transaction set: what is still missing of that is not said. */
  private cut(code: '022' | '023', at: EnvelopeMark): void {
    if (this.checking) this.transaction.cut();
    this.envelope.withoutSe(this.number, this.claims, at);
    this.checking = false;
    this.envelope.withoutGe(at);
    this.envelope.withoutIea(code, at);
  }

  private advance(final: boolean): void {
    let more = true;
    while (more) more = this.seeking ? this.seek(final) : this.readSegments();
  }

  private readSegments(): boolean {
    const last = this.window.lastTerminator(this.terminator);
    if (last >= this.window.at) this.run(last);
    return this.seeking;
  }

  /** The hot loop: each segment up to the terminator at `last`. */
  private run(last: number): void {
    const { window, terminator } = this;
    const { bytes } = window;
    let at = window.at;
    while (at <= last) {
      const first = bytes[at];
      if (first <= 32 || first === terminator) {
        at++;
        continue;
      }
      window.at = at;
      this.segment++;
      const idEnd = this.idEnd(at);
      let id = 0;
      if (idEnd === at + 2) id = (first << 8) | bytes[at + 1];
      else if (idEnd === at + 3) id = (first << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
      at = this.at(id, at, idEnd) + 1;
      if (this.seeking) break;
    }
    window.at = at;
  }

  /** End of what should be a segment id: the first separator or terminator. */
  private idEnd(at: number): number {
    const { kinds } = this;
    const { bytes } = this.window;
    let end = at;
    for (let kind = kinds[bytes[end]]; kind !== ELEMENT && kind !== TERMINATOR; kind = kinds[bytes[end]]) end++;
    return end;
  }

  /** One segment; gives the position of its terminator. */
  private at(id: number, at: number, idEnd: number): number {
    const { window } = this;
    if (
      id === ISA ||
      id === GS ||
      id === ST ||
      id === SE ||
      id === GE ||
      id === IEA ||
      (id === 0 && isHeader(window.bytes, at))
    ) {
      return this.envelopeSegment(id, at);
    }
    this.number++;
    if (this.checking) return this.transaction.segment(window.bytes, window.base, id, at, idEnd, this.number);
    if (!this.envelope.inTransaction && id !== TA1) this.envelope.outside(this.mark(at));
    return this.segmentEnd(at);
  }

  private envelopeSegment(id: number, at: number): number {
    const { envelope } = this;
    const mark = this.mark(at);
    if (id === ISA || id === 0) {
      this.closeTransaction(mark);
      envelope.withoutGe(mark);
      envelope.withoutIea('022', mark);
      this.segment--;
      this.seeking = true;
      return at - 1;
    }
    const end = this.segmentEnd(at);
    const elements = elementsOf(this.window.bytes, at, end, this.element);
    if (id === SE) this.closeBySe(elements, mark);
    else this.closeTransaction(mark);
    if (id === ST) this.openTransaction(elements, mark);
    else if (id === GS) {
      envelope.withoutGe(mark);
      envelope.gs(elements, mark);
    } else if (id === GE) envelope.ge(elements, mark);
    else if (id === IEA) {
      envelope.withoutGe(mark);
      envelope.iea(elements, mark);
      this.seeking = true;
    }
    return end;
  }

  private openTransaction(elements: readonly string[], mark: EnvelopeMark): void {
    const guide = this.envelope.st(elements, mark);
    this.number = 1;
    this.checking = guide !== null;
    if (guide !== null) this.transaction.begin(guide);
  }

  private closeBySe(elements: readonly string[], mark: EnvelopeMark): void {
    this.number++;
    if (this.checking) this.transaction.end(this.number, mark.offset);
    this.envelope.se(elements, this.number, this.claims, mark);
    this.checking = false;
  }

  /** Another segment of the envelope, or the file's end, closes what SE has not. */
  private closeTransaction(mark: EnvelopeMark): void {
    if (!this.envelope.inTransaction) return;
    if (this.checking) this.transaction.end(this.number + 1, mark.offset);
    this.envelope.withoutSe(this.number, this.claims, mark);
    this.checking = false;
  }

  private get claims(): number {
    return this.checking ? this.transaction.claims : 0;
  }

  private segmentEnd(at: number): number {
    const { kinds } = this;
    const { bytes } = this.window;
    let end = at;
    while (kinds[bytes[end]] !== TERMINATOR) end++;
    return end;
  }

  private mark(at: number): EnvelopeMark {
    return { segmentNumber: this.segment, offset: this.window.base + at };
  }

  /** Looks for an interchange header; true when there is more to do. */
  private seek(final: boolean): boolean {
    const { window } = this;
    const sought = seekHeader(window.bytes, window.at, window.fill, !this.started, final);
    window.at = sought.at;
    if (sought.what === 'more') return false;
    this.started = true;
    if (sought.what === 'header') this.openInterchange();
    else window.at = sought.what === 'other' ? sought.next : sought.at + 1;
    return true;
  }

  private openInterchange(): void {
    const { window } = this;
    const { bytes, at } = window;
    const header = readHeader(bytes, at, Math.min(window.fill, at + HEADER_REACH));
    this.segment++;
    if (header === null) {
      this.envelope.unreadable(this.mark(at));
      window.at += 3;
      return;
    }
    const { element, component, terminator, terminatorAt } = header;
    const elements = elementsOf(bytes, at, terminatorAt, element);
    this.element = element;
    this.terminator = terminator;
    this.kinds = byteKinds(element, component, repetitionOf(elements), terminator);
    this.transaction.useDelimiters(this.kinds);
    this.envelope.isa(elements, this.mark(at));
    this.seeking = false;
    window.searchAgain();
    window.at = terminatorAt + 1;
  }

  /** The last segment of a file may lack its terminator where it is a trailer. */
  private finishLastSegment(): void {
    const { window } = this;
    while (window.at < window.fill && window.bytes[window.at] <= 32) window.at++;
    if (this.seeking || window.at === window.fill) return;
    const [id] = elementsOf(window.bytes, window.at, window.fill, this.element);
    if (id === 'IEA') this.run(window.terminate(this.terminator));
  }

  /** Keeps the segment at hand. One that does not end ends the interchange. */
  private makeRoom(): void {
    const { window } = this;
    if (window.fill - window.at >= MOST_CLAIM_BYTES) this.giveUp();
    window.keepFrom(window.at, () => {});
  }

  private giveUp(): void {
    this.cut('022', this.mark(this.window.at));
    this.seeking = true;
    this.window.at = this.window.fill;
  }
}

import { SETTINGS } from '../../codes/setting.ts';
import type { ProblemCode } from '../../problems.ts';
import { CodedClaim, type SettingCode } from '../coded-claim.ts';
import { type ClaimReader, type ClaimReaderOptions, MOST_CLAIM_BYTES } from '../reader.ts';
import { BeneficiaryScan } from './beneficiary-scan.ts';
import { ClaimLoops } from './claim-loops.ts';
import { ClinicalScan } from './clinical-scan.ts';
import { type Delimiters, guessDelimiters, HEADER_REACH, isHeader, readHeader } from './delimiters.ts';
import { segmentEnd } from './elements.ts';
import { Envelope, elementsOf } from './envelope.ts';
import { GUESS_REACH, seekHeader } from './seek.ts';
import {
  BHT,
  CLM,
  DMG,
  DTP,
  GE,
  GS,
  HI,
  HL,
  IEA,
  ISA,
  LX,
  N3,
  N4,
  NM1,
  PASSED_OVER,
  PRV,
  REF,
  SBR,
  SE,
  ST,
  SV1,
  SV2,
  TA1,
} from './segment-ids.ts';
import { TransmissionRead } from './transmission.ts';
import { wholeClaim } from './whole-claim.ts';
import { Window } from './window.ts';

/**
 * Reads 837P and 837I claims from the bytes of an X12 file, one pass, without making text or objects.
 *
 * Tolerated without a word: blanks and line breaks between segments, a byte-order mark before the first one,
 * ISA elements of the wrong width, a missing terminator after the last IEA. Everything else that is not as it
 * should be becomes a problem, and reading goes on.
 *
 * @example
 * const reader = createX12Reader({ onClaim: (claim) => checker.check(claim), onProblem: console.error })
 * for (const chunk of chunks) reader.write(chunk)
 * reader.end()
 */
export function createX12Reader(options: ClaimReaderOptions): ClaimReader {
  return new X12Reader(options);
}

class X12Reader implements ClaimReader {
  private readonly options: ClaimReaderOptions;
  private readonly coded = new CodedClaim();
  private readonly window = new Window();
  private readonly loops: ClaimLoops;
  private readonly envelope: Envelope;
  private readonly transmission = new TransmissionRead();
  /** Between ST and the first level or claim. */
  private inHeading = false;
  /** Segments so far, in the file. */
  private segment = 0;
  private claimSegment = 0;
  /** Whether an interchange header is due; else segments are read. */
  private seeking = true;
  /** In a transaction of claims that are read. */
  private inClaims = false;
  private isInstitutional = false;
  private garbageReported = false;
  private started = false;

  constructor(options: ClaimReaderOptions) {
    this.options = options;
    const setting = Math.max(0, SETTINGS.indexOf(options.setting ?? 'professional')) as SettingCode;
    this.loops = new ClaimLoops(this.coded, setting, {
      claim: () => this.claim(),
      problem: (code, message, at) => this.problem(code, message, at),
    });
    this.envelope = new Envelope((code, message) => this.problem(code, message, this.window.at));
    this.coded.toClaim = () => wholeClaim(this.loops, this.coded, options.file);
    const clinical = new ClinicalScan(this.loops, this.coded);
    this.coded.readClinical = (into) => clinical.read(into);
    const beneficiary = new BeneficiaryScan(this.loops);
    this.coded.readBeneficiary = (into) => beneficiary.read(into);
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
    const missing = this.envelope.missingTrailer;
    if (missing !== null) this.cut(`The file ends where ${missing} is due.`, this.window.fill);
  }

  /** Offset in the file before which nothing belongs to a claim that is still to come. */
  get settled(): number {
    const { window, loops } = this;
    return window.base + (loops.claimOpen ? Math.min(loops.claimStart, window.at) : window.at);
  }

  private advance(final: boolean): void {
    let more = true;
    while (more) more = this.seeking ? this.seek(final) : this.readSegments();
  }

  /** Reads complete segments; true when an interchange header is due next. */
  private readSegments(): boolean {
    const last = this.window.lastTerminator(this.loops.terminator);
    if (last >= this.window.at) this.run(last);
    return this.seeking;
  }

  /** The hot loop: dispatches each segment up to the terminator at `last`. */
  private run(last: number): void {
    const { window, loops } = this;
    const { bytes } = window;
    const { element, terminator } = loops;
    let at = window.at;
    while (at <= last) {
      const first = bytes[at];
      if (first <= 32 || first === terminator) {
        at++;
        continue;
      }
      window.at = at;
      this.segment++;
      let id = 0;
      if (bytes[at + 2] === element) id = (first << 8) | bytes[at + 1];
      else if (bytes[at + 3] === element) id = (first << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
      at = (this.inClaims ? this.claimSegmentAt(id, bytes, at) : this.other(id, at)) + 1;
      if (this.seeking) break;
    }
    window.at = at;
  }

  /** A segment of an 837; gives the position of its terminator. */
  private claimSegmentAt(id: number, bytes: Uint8Array, at: number): number {
    const { loops } = this;
    switch (id) {
      case SV1:
        return loops.sv1(bytes, at);
      case DTP:
        return loops.dtp(bytes, at);
      case LX:
        return loops.lx(bytes, at);
      case REF:
        return loops.ref(bytes, at);
      case NM1:
        return this.inHeading ? this.heading(id, at) : loops.nm1(bytes, at);
      // The commonest of those that hold nothing for the edits.
      case N3:
      case N4:
      case HI:
      case DMG:
        return segmentEnd(bytes, at, loops.terminator);
      case HL:
        this.inHeading = false;
        return loops.hl(bytes, at);
      case CLM:
        this.inHeading = false;
        loops.end(bytes, at);
        this.claimSegment = this.segment;
        return loops.clm(bytes, at);
      case SBR:
        return loops.sbr(bytes, at);
      case PRV:
        return loops.prv(bytes, at);
      case SV2:
        return this.isInstitutional ? loops.sv2(bytes, at) : this.other(id, at);
      default:
        return id === BHT && this.inHeading ? this.heading(id, at) : this.other(id, at);
    }
  }

  /** What the heading of a transaction set says of who sends it; gives the position of the terminator. */
  private heading(id: number, at: number): number {
    const { bytes } = this.window;
    const end = segmentEnd(bytes, at, this.loops.terminator);
    const elements = elementsOf(bytes, at, end, this.loops.element);
    if (id === BHT) this.transmission.bht(elements);
    else this.transmission.name(elements);
    return end;
  }

  /** Envelope segments and those passed over; gives the position of the terminator. */
  private other(id: number, at: number): number {
    const { envelope, loops } = this;
    const { bytes } = this.window;
    if (id === ISA || (id === 0 && isHeader(bytes, at))) {
      this.closeTransaction(at);
      this.segment--;
      this.seeking = true;
      return at - 1;
    }
    const end = segmentEnd(bytes, at, loops.terminator);
    if (id === ST || id === SE || id === GS || id === GE || id === IEA) {
      this.closeTransaction(at);
      this.envelopeSegment(id, elementsOf(bytes, at, end, loops.element));
    } else if (id === TA1 && !envelope.inTransaction) {
      this.problem('x12-not-837p', 'An interchange acknowledgment (TA1) stands here, not a claim.', at);
    } else this.unknown(id, at);
    return end;
  }

  private envelopeSegment(id: number, elements: readonly string[]): void {
    const { envelope, segment } = this;
    if (id === ST) {
      const type = envelope.st(elements, segment);
      this.inClaims = type !== null;
      this.isInstitutional = type === 'institutional';
      this.inHeading = this.inClaims;
      this.transmission.st(elements);
      this.loops.begin(this.isInstitutional);
    } else if (id === SE) envelope.se(elements, segment);
    else if (id === GS) {
      envelope.gs(elements, segment);
      this.transmission.gs(elements);
    } else if (id === GE) envelope.ge(elements);
    else {
      envelope.iea(elements);
      this.seeking = true;
      this.garbageReported = false;
    }
  }

  private unknown(id: number, at: number): void {
    if (this.inClaims) {
      if (PASSED_OVER.has(id)) return;
      this.problem(
        'x12-segment',
        `What stands here is no segment of an ${this.isInstitutional ? '837I' : '837P'}; it was passed over.`,
        at,
      );
    } else if (!this.envelope.inTransaction) {
      this.problem('x12-envelope', 'A segment stands outside of any transaction; it was passed over.', at);
    }
  }

  private closeTransaction(at: number): void {
    if (this.inClaims) this.loops.end(this.window.bytes, at);
    this.inClaims = false;
  }

  /** Looks for an interchange header; true when there is more to do. */
  private seek(final: boolean): boolean {
    const { window } = this;
    const sought = seekHeader(window.bytes, window.at, window.fill, !this.started, final);
    window.at = sought.at;
    if (sought.what === 'more') return false;
    this.started = true;
    if (sought.what === 'header') this.openInterchange();
    else if (sought.what === 'bare') this.openWithoutHeader();
    else {
      this.garbage('What stands here begins with no ISA; it was passed over up to the next one.');
      window.at = sought.next;
    }
    return true;
  }

  private openInterchange(): void {
    const { window } = this;
    const { bytes, at } = window;
    const header = readHeader(bytes, at, Math.min(window.fill, at + HEADER_REACH));
    this.segment++;
    if (header === null) {
      this.problem('x12-isa', 'The ISA segment does not tell its delimiters; the interchange was not read.', at);
      this.garbageReported = true;
      window.at += 3;
      return;
    }
    this.useDelimiters(header);
    const elements = elementsOf(bytes, at, header.terminatorAt, header.element);
    this.envelope.isa(elements, this.segment);
    this.transmission.isa(elements);
    window.at = header.terminatorAt + 1;
  }

  private openWithoutHeader(): void {
    const { window } = this;
    const delimiters = guessDelimiters(window.bytes, window.at, Math.min(window.fill, window.at + GUESS_REACH));
    this.garbage('The file begins without ISA. Its claims were read if its delimiters could be guessed.');
    if (delimiters === null) return;
    this.garbageReported = false;
    this.envelope.withoutHeaders();
    this.transmission.forget();
    this.useDelimiters(delimiters);
  }

  private useDelimiters(delimiters: Delimiters): void {
    this.loops.useDelimiters(delimiters);
    this.window.searchAgain();
    this.seeking = false;
  }

  /** Reports once what stands in the place of an interchange. */
  private garbage(message: string): void {
    if (!this.garbageReported) this.problem('x12-no-isa', message, this.window.at);
    this.garbageReported = true;
  }

  /** The last segment of a file may lack its terminator where it is a trailer; anything else is cut. */
  private finishLastSegment(): void {
    const { window, loops } = this;
    while (window.at < window.fill && window.bytes[window.at] <= 32) window.at++;
    if (this.seeking || window.at === window.fill) return;
    const [id] = elementsOf(window.bytes, window.at, window.fill, loops.element);
    if (id === 'IEA' || id === 'GE' || id === 'SE') this.run(window.terminate(loops.terminator));
    else {
      this.segment++;
      this.cut('The file ends inside a segment.', window.at);
    }
  }

  private cut(message: string, at: number): void {
    const lost = this.inClaims && this.loops.claimOpen ? ' The claim in which it ends was not read.' : '';
    this.problem('x12-cut', message + lost, at);
    this.envelope.forget();
    this.loops.drop();
  }

  private claim(): void {
    this.coded.base = this.window.base;
    this.coded.delimiters = this.coded.source = this.loops;
    this.coded.transmission = this.transmission.current;
    this.coded.offset = this.window.base + this.loops.claimStart;
    this.coded.segment = this.claimSegment;
    this.options.onClaim(this.coded);
  }

  private problem(code: ProblemCode, message: string, at: number): void {
    const { file } = this.options;
    const ofClaim = this.inClaims && this.loops.claimOpen && at === this.loops.claimStart;
    this.options.onProblem({
      code,
      message,
      ...(file !== undefined && { file }),
      segment: ofClaim ? this.claimSegment : this.segment,
      offset: this.window.base + at,
    });
  }

  /** Keeps what is still needed. Too much without an end: a claim is dropped, or the interchange. */
  private makeRoom(): void {
    const { window, loops } = this;
    const pinned = this.inClaims ? loops.pinned : -1;
    let from = pinned < 0 ? window.at : Math.min(pinned, window.at);
    if (window.fill - from >= MOST_CLAIM_BYTES && from < window.at) {
      this.problem('claim-too-large', 'A claim is larger than 16 MB and was not read.', from);
      loops.drop();
      from = window.at;
    }
    if (window.fill - from >= MOST_CLAIM_BYTES) from = this.giveUp();
    window.keepFrom(from, (old, next) => loops.moved(old, next, from));
  }

  /** A segment without an end: on to the next interchange. */
  private giveUp(): number {
    this.problem('x12-segment-too-long', 'A segment does not end within 16 MB.', this.window.at);
    this.loops.drop();
    this.inClaims = false;
    this.envelope.forget();
    this.seeking = true;
    this.garbageReported = true;
    this.window.at = this.window.fill;
    return this.window.fill;
  }
}

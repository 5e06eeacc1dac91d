import type { ProblemCode } from '../../problems.ts';
import { CodedClaim, SETTINGS, type SettingCode } from '../coded-claim.ts';
import { type ClaimReader, type ClaimReaderOptions, MOST_CLAIM_BYTES } from '../reader.ts';
import { ClaimLoops } from './claim-loops.ts';
import { beginsWithSegment, type Delimiters, guessDelimiters, HEADER_REACH, readHeader } from './delimiters.ts';
import { segmentEnd } from './elements.ts';
import { Envelope, elementsOf } from './envelope.ts';
import {
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
  TA1,
} from './segment-ids.ts';
import { wholeClaim } from './whole-claim.ts';

/** Bytes held at once while no claim is larger: small enough to stay in the processor's cache. */
const WINDOW = 1 << 18;
/** Bytes that may be looked at past the last terminator: a segment id. */
const SLACK = 8;
/** How far the delimiters of a file without ISA are looked for. */
const GUESS_REACH = 2048;

/**
 * Reads 837P claims from the bytes of an X12 file, one pass, without making text or objects.
 *
 * Tolerated without a word: blanks and line breaks between segments, a byte-order mark before the first
 * one, ISA elements of the wrong width, a missing terminator after the last IEA. Everything else that is not
 * as it should be becomes a problem, and reading goes on.
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
  private readonly loops: ClaimLoops;
  private readonly envelope: Envelope;
  private bytes = new Uint8Array(WINDOW + SLACK);
  /** Bytes `[at, fill)` are still to be read; those before `searched` hold no terminator after `at`. */
  private at = 0;
  private fill = 0;
  private searched = 0;
  /** Offset in the file of the window's first byte. */
  private base = 0;
  /** Segments so far, in the file. */
  private segment = 0;
  private claimSegment = 0;
  /** Whether an interchange header is due; else segments are read. */
  private seeking = true;
  private inProfessional = false;
  private garbageReported = false;
  private started = false;

  constructor(options: ClaimReaderOptions) {
    this.options = options;
    const setting = Math.max(0, SETTINGS.indexOf(options.setting ?? 'professional')) as SettingCode;
    this.loops = new ClaimLoops(this.coded, setting, {
      claim: () => this.claim(),
      problem: (code, message, at) => this.problem(code, message, at, at === this.loops.claimStart),
    });
    this.envelope = new Envelope((code, message) => this.problem(code, message, this.at));
    this.coded.toClaim = () => this.wholeClaim();
  }

  write(chunk: Uint8Array): void {
    for (let taken = 0; taken < chunk.length; ) {
      if (this.fill === this.bytes.length - SLACK) this.makeRoom();
      const count = Math.min(chunk.length - taken, this.bytes.length - SLACK - this.fill);
      this.bytes.set(chunk.subarray(taken, taken + count), this.fill);
      this.fill += count;
      taken += count;
      this.advance(false);
    }
  }

  end(): void {
    this.advance(true);
    this.finishLastSegment();
    const missing = this.envelope.missingTrailer;
    if (missing === null) return;
    const lost = this.loops.claimOpen ? ' The claim in which it ends was not read.' : '';
    this.problem('x12-cut', `The file ends where ${missing} is due.${lost}`, this.fill);
    this.loops.drop();
  }

  private advance(final: boolean): void {
    while (this.seeking ? this.seek(final) : this.readSegments());
  }

  /** Reads complete segments; true when an interchange header is due next. */
  private readSegments(): boolean {
    const last = this.lastTerminator();
    if (last >= this.at) this.run(last);
    return this.seeking;
  }

  private lastTerminator(): number {
    const from = Math.max(this.searched, this.at);
    const last = this.bytes.subarray(from, this.fill).lastIndexOf(this.loops.terminator);
    this.searched = this.fill;
    return last < 0 ? -1 : from + last;
  }

  /** The hot loop: dispatches each segment up to the terminator at `last`. */
  private run(last: number): void {
    const { bytes, loops } = this;
    const { element, terminator } = loops;
    let at = this.at;
    while (at <= last) {
      const first = bytes[at];
      if (first <= 32 || first === terminator) {
        at++;
        continue;
      }
      this.at = at;
      this.segment++;
      let id = 0;
      if (bytes[at + 2] === element) id = (first << 8) | bytes[at + 1];
      else if (bytes[at + 3] === element) id = (first << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
      if (this.inProfessional) {
        switch (id) {
          case SV1:
            at = loops.sv1(bytes, at) + 1;
            continue;
          case DTP:
            at = loops.dtp(bytes, at) + 1;
            continue;
          case LX:
            at = loops.lx(bytes, at) + 1;
            continue;
          case REF:
            at = loops.ref(bytes, at) + 1;
            continue;
          case NM1:
            at = loops.nm1(bytes, at) + 1;
            continue;
          // The commonest of those that hold nothing for the edits.
          case N3:
          case N4:
          case HI:
          case DMG:
            at = segmentEnd(bytes, at, terminator) + 1;
            continue;
          case HL:
            at = loops.hl(bytes, at) + 1;
            continue;
          case CLM:
            loops.end(bytes, at);
            this.claimSegment = this.segment;
            at = loops.clm(bytes, at) + 1;
            continue;
          case SBR:
            at = loops.sbr(bytes, at) + 1;
            continue;
          case PRV:
            at = loops.prv(bytes, at) + 1;
            continue;
        }
      }
      at = this.other(id, at) + 1;
      if (this.seeking) break;
    }
    this.at = at;
  }

  /** Envelope segments and those passed over. Gives the position of the terminator. */
  private other(id: number, at: number): number {
    const { bytes, envelope, loops } = this;
    if (id === ISA || (id === 0 && this.isHeaderAt(at))) {
      this.closeTransaction(at);
      this.segment--;
      this.seeking = true;
      return at - 1;
    }
    const end = segmentEnd(bytes, at, loops.terminator);
    switch (id) {
      case ST:
        this.closeTransaction(at);
        loops.begin();
        this.inProfessional = envelope.st(this.elements(at, end), this.segment);
        break;
      case SE:
        this.closeTransaction(at);
        envelope.se(this.elements(at, end), this.segment);
        break;
      case GS:
        this.closeTransaction(at);
        envelope.gs(this.elements(at, end), this.segment);
        break;
      case GE:
        this.closeTransaction(at);
        envelope.ge(this.elements(at, end));
        break;
      case IEA:
        this.closeTransaction(at);
        envelope.iea(this.elements(at, end));
        this.seeking = true;
        this.garbageReported = false;
        break;
      case TA1:
        this.problem('x12-not-837p', 'An interchange acknowledgment (TA1) stands here, not a claim.', at);
        break;
      default:
        this.unknown(id, at);
    }
    return end;
  }

  private unknown(id: number, at: number): void {
    if (this.inProfessional) {
      if (!PASSED_OVER.has(id))
        this.problem('x12-segment', 'No segment of an 837P stands here; it was passed over.', at);
    } else if (!this.envelope.inTransaction) {
      this.problem('x12-envelope', 'A segment stands outside of any transaction; it was passed over.', at);
    }
  }

  private closeTransaction(at: number): void {
    if (this.inProfessional) this.loops.end(this.bytes, at);
    this.inProfessional = false;
  }

  private elements(at: number, end: number): string[] {
    return elementsOf(this.bytes, at, end, this.loops.element);
  }

  /** Looks for an interchange header; true when segments can be read. */
  private seek(final: boolean): boolean {
    const { bytes } = this;
    while (this.at < this.fill && (bytes[this.at] <= 32 || this.atByteOrderMark())) this.at++;
    if (this.fill - this.at < (final ? 3 : HEADER_REACH)) return final && this.garbage(this.fill);
    if (this.isHeaderAt(this.at)) return this.openInterchange();
    if (!this.started && beginsWithSegment(bytes, this.at)) return this.openWithoutHeader(final);
    let next = this.at + 1;
    while (next + 4 <= this.fill && !this.isHeaderAt(next)) next++;
    return this.garbage(next + 4 <= this.fill ? next : final ? this.fill : next);
  }

  private atByteOrderMark(): boolean {
    const { bytes, at } = this;
    return bytes[at] === 0xef || bytes[at] === 0xbb || bytes[at] === 0xbf;
  }

  private isHeaderAt(at: number): boolean {
    const { bytes } = this;
    return bytes[at] === 73 && bytes[at + 1] === 83 && bytes[at + 2] === 65 && isPunctuation(bytes[at + 3]);
  }

  private openInterchange(): boolean {
    const { bytes, at } = this;
    this.started = true;
    const header = readHeader(bytes, at, Math.min(this.fill, at + HEADER_REACH));
    this.segment++;
    if (header === null) {
      this.problem('x12-isa', 'The ISA segment does not tell its delimiters; the interchange was not read.', at);
      this.at += 3;
      this.garbageReported = true;
      return true;
    }
    this.useDelimiters(header);
    this.envelope.isa(elementsOf(bytes, at, header.terminatorAt, header.element), this.segment);
    this.at = header.terminatorAt + 1;
    return true;
  }

  private openWithoutHeader(final: boolean): boolean {
    if (!final && this.fill - this.at < GUESS_REACH) return false;
    this.started = true;
    const delimiters = guessDelimiters(this.bytes, this.at, Math.min(this.fill, this.at + GUESS_REACH));
    if (delimiters === null) return true;
    this.problem('x12-no-isa', 'The file begins without ISA; its delimiters were guessed and it was read on.', this.at);
    this.useDelimiters(delimiters);
    return true;
  }

  private useDelimiters({ element, component, terminator }: Delimiters): void {
    this.loops.element = element;
    this.loops.component = component;
    this.loops.terminator = terminator;
    this.searched = 0;
    this.seeking = false;
  }

  /** Passes over what is no interchange, up to `next`. */
  private garbage(next: number): boolean {
    const { at } = this;
    if (next > at && !this.garbageReported && at < this.fill) {
      this.problem('x12-no-isa', 'What stands here begins with no ISA; it was passed over up to the next one.', at);
      this.garbageReported = true;
    }
    this.started = true;
    this.at = next;
    return next + 4 <= this.fill && next > at;
  }

  /** The last segment of a file may lack its terminator where it is a trailer; anything else is cut. */
  private finishLastSegment(): void {
    const { bytes, loops } = this;
    let { at } = this;
    while (at < this.fill && bytes[at] <= 32) at++;
    if (this.seeking || at === this.fill) return;
    const id = elementsOf(bytes, at, this.fill, loops.element)[0];
    if (id === 'IEA' || id === 'GE' || id === 'SE') {
      bytes[this.fill] = loops.terminator;
      this.run(this.fill);
      return;
    }
    const lost = loops.claimOpen ? ' The claim in which it ends was not read.' : '';
    this.segment++;
    this.problem('x12-cut', `The file ends inside a segment.${lost}`, at);
    this.envelope.forget();
    loops.drop();
  }

  private claim(): void {
    this.coded.offset = this.base + this.loops.claimStart;
    this.coded.segment = this.claimSegment;
    this.options.onClaim(this.coded);
  }

  private wholeClaim() {
    const { loops, coded, options } = this;
    return wholeClaim(loops, coded, options.file);
  }

  private problem(code: ProblemCode, message: string, at: number, ofClaim = false): void {
    const { file } = this.options;
    this.options.onProblem({
      code,
      message,
      ...(file !== undefined && { file }),
      segment: ofClaim && this.loops.claimOpen ? this.claimSegment : this.segment,
      offset: this.base + at,
    });
  }

  /** Moves what is still needed to the window's start, or into a larger window. */
  private makeRoom(): void {
    const pinned = this.inProfessional ? this.loops.pinned : -1;
    const from = pinned < 0 ? this.at : Math.min(pinned, this.at);
    const kept = this.fill - from;
    if (kept >= MOST_CLAIM_BYTES) return this.giveUp(pinned >= 0 && pinned < this.at);
    const old = this.bytes;
    if (kept > old.length / 2) {
      this.bytes = new Uint8Array(old.length * 2);
      this.bytes.set(old.subarray(from, this.fill));
    }
    this.loops.moved(old, this.bytes, from);
    if (this.bytes === old) old.copyWithin(0, from, this.fill);
    this.shift(from);
  }

  private shift(from: number): void {
    this.at -= from;
    this.fill -= from;
    this.searched = Math.max(0, this.searched - from);
    this.base += from;
  }

  /** Too much without an end: a claim is dropped, or, in one endless segment, the interchange. */
  private giveUp(claim: boolean): void {
    const { loops } = this;
    if (claim) {
      this.problem('claim-too-large', 'A claim is larger than 16 MB and was not read.', loops.pinned, true);
      loops.drop();
      return this.makeRoom();
    }
    this.problem('x12-segment-too-long', 'A segment does not end within 16 MB.', this.at);
    loops.drop();
    this.inProfessional = false;
    this.envelope.forget();
    this.seeking = true;
    this.garbageReported = true;
    this.at = this.fill;
    this.makeRoom();
  }
}

function isPunctuation(c: number): boolean {
  return c > 0 && c < 128 && c !== 32 && !(c >= 48 && c <= 57) && !(c >= 65 && c <= 90) && !(c >= 97 && c <= 122);
}

import { dayFromDigits, NOT_A_DAY } from '../../codes/day.ts';
import { packCode, packModifier, UNPACKABLE } from '../../codes/packed.ts';
import type { ProblemCode } from '../../problems.ts';
import {
  type CodedClaim,
  EMPTY_MODIFIER,
  MODIFIER_SLOTS,
  providerNumber,
  type SettingCode,
  taxonomyNumber,
  UNIT_BASIS_MINUTES,
  UNIT_BASIS_OTHER,
  UNIT_BASIS_UNITS,
} from '../coded-claim.ts';
import { Context } from './context.ts';
import {
  cents,
  decimal,
  elementEnd,
  segmentEnd,
  trimmedEnd,
  trimmedStart,
  twoDigits,
  wholeNumber,
} from './elements.ts';

/** Where in the hierarchy of an 837P the reader stands. Order matters: from CLAIM on a claim is open. */
const HEADER = 0;
const BILLING = 1; // 2000A, 2010A
const SUBSCRIBER = 2; // 2000B, 2010B
const PATIENT = 3; // 2000C, 2010CA
const CLAIM = 4; // 2300, 2310
const OTHER_PAYER = 5; // 2320, 2330: another payer's view, none of the claim's own
const LINE = 6; // 2400 to 2440

/** Which provider a PRV or REF segment speaks of: the one named by the NM1 before it. */
const NO_PROVIDER = 0;
const BILLING_PROVIDER = 1;
const CLAIM_PROVIDER = 2;
const LINE_PROVIDER = 3;

const MODIFIERS_OF_COMPOSITE = 4; // SV101-3 to SV101-6
const D = 68;
const EIGHT = 56;

/** What the loops tell the reader. `at` is a position in the window. */
export interface LoopEvents {
  claim(): void;
  problem(code: ProblemCode, message: string, at: number): void;
}

/**
 * Follows the loops of one 837P transaction and fills a `CodedClaim` from the segments that carry what edits
 * read. Each method takes the window, the position of its segment and gives the position of the segment's
 * terminator; the caller makes sure that there is one. No text and no object is made.
 */
export class ClaimLoops {
  readonly coded: CodedClaim;
  readonly billing = new Context();
  readonly subscriber = new Context();
  readonly patient = new Context();
  /** The open or last claim's bytes in the window. */
  claimStart = 0;
  claimEnd = 0;
  element = 42;
  component = 58;
  terminator = 126;

  private readonly events: LoopEvents;
  private readonly setting: SettingCode;
  private loop = HEADER;
  private provider = NO_PROVIDER;
  private line = -1;
  private serviceRead = false;
  private claimProvider = 0;
  private claimProviderTaxonomy = 0;
  private billingNumber = 0;
  private billingTaxonomy = 0;
  private billingLevel = -1;
  private subscriberLevel = -1;
  private orphanReported = false;
  private hierarchyReported = false;

  constructor(coded: CodedClaim, setting: SettingCode, events: LoopEvents) {
    this.coded = coded;
    this.setting = setting;
    this.events = events;
  }

  get claimOpen(): boolean {
    return this.loop >= CLAIM;
  }

  /** First byte that must stay in the window; -1 where none must. */
  get pinned(): number {
    if (this.loop >= CLAIM) return this.claimStart;
    return this.loop === HEADER ? -1 : this.context().start;
  }

  /** A new transaction: nothing of the one before holds any more. */
  begin(): void {
    this.loop = HEADER;
    this.provider = NO_PROVIDER;
    this.billing.clear();
    this.subscriber.clear();
    this.patient.clear();
    this.billingNumber = this.billingTaxonomy = 0;
    this.billingLevel = this.subscriberLevel = -1;
    this.orphanReported = this.hierarchyReported = false;
  }

  /** The open claim or level ends before `at`; a claim is handed on. */
  end(bytes: Uint8Array, at: number): void {
    if (this.loop >= CLAIM) this.emit(bytes, at);
    else if (this.loop !== HEADER) this.context().end = at;
    this.loop = HEADER;
    this.provider = NO_PROVIDER;
  }

  /** Forgets the open claim or level; lines that still belong to it are passed over in silence. */
  drop(): void {
    if (this.loop !== HEADER && this.loop < CLAIM) this.context().clear();
    this.loop = HEADER;
    this.orphanReported = true;
  }

  /** The window's bytes from `from` on now stand at its start, or at the start of another array. */
  moved(old: Uint8Array, bytes: Uint8Array, from: number): void {
    const open = this.loop !== HEADER && this.loop < CLAIM ? this.context() : null;
    for (const context of [this.billing, this.subscriber, this.patient]) if (context !== open) context.leave(old);
    if (open !== null) open.open(bytes, open.start - from);
    if (this.loop >= CLAIM) this.moveClaim(bytes, from);
  }

  hl(bytes: Uint8Array, at: number): number {
    const { element, terminator } = this;
    this.end(bytes, at);
    const end1 = elementEnd(bytes, at + 3, element, terminator);
    const end2 = bytes[end1] === terminator ? end1 : elementEnd(bytes, end1 + 1, element, terminator);
    const end3 = bytes[end2] === terminator ? end2 : elementEnd(bytes, end2 + 1, element, terminator);
    const level = wholeNumber(bytes, at + 3, end1);
    this.enter(bytes, at, level, wholeNumber(bytes, end1 + 1, end2), twoDigits(bytes, end2 + 1, end3));
    return segmentEnd(bytes, end3, terminator);
  }

  /** A claim begins; the one before must have been ended. */
  clm(bytes: Uint8Array, at: number): number {
    const { coded, element, terminator } = this;
    this.loop = CLAIM;
    this.claimStart = at;
    this.line = -1;
    this.orphanReported = false;
    this.claimProvider = this.claimProviderTaxonomy = 0;
    coded.clear();
    coded.setting = this.setting;
    coded.billing = this.billingNumber;
    coded.billingTaxonomy = this.billingTaxonomy;
    const idEnd = elementEnd(bytes, at + 4, element, terminator);
    coded.idStart = trimmedStart(bytes, at + 4, idEnd);
    coded.idEnd = trimmedEnd(bytes, coded.idStart, idEnd);
    if (coded.idStart === coded.idEnd) this.events.problem('claim-without-id', 'The claim has no id (CLM01).', at);
    if (bytes[idEnd] === terminator) return idEnd;
    const chargeEnd = elementEnd(bytes, idEnd + 1, element, terminator);
    this.amount(bytes, idEnd + 1, chargeEnd, at, 'CLM02');
    let end = chargeEnd;
    for (let skipped = 3; skipped <= 4 && bytes[end] !== terminator; skipped++) {
      end = elementEnd(bytes, end + 1, element, terminator);
    }
    if (bytes[end] === terminator) return end;
    return segmentEnd(bytes, this.clm05(bytes, end + 1, at), terminator);
  }

  /** A segment that ends loop 2300's own part where a claim is open. */
  sbr(bytes: Uint8Array, at: number): number {
    if (this.loop === CLAIM) this.loop = OTHER_PAYER;
    return segmentEnd(bytes, at + 4, this.terminator);
  }

  nm1(bytes: Uint8Array, at: number): number {
    const { element, terminator, loop } = this;
    this.provider = NO_PROVIDER;
    const is82 = bytes[at + 4] === 56 && bytes[at + 5] === 50;
    if (is82 && bytes[at + 6] === element) {
      if (loop === CLAIM) this.provider = CLAIM_PROVIDER;
      else if (loop === LINE) this.provider = LINE_PROVIDER;
    } else if (loop === BILLING && bytes[at + 4] === 56 && bytes[at + 5] === 53) this.provider = BILLING_PROVIDER;
    if (this.provider === NO_PROVIDER) return segmentEnd(bytes, at + 4, terminator);
    let end = at + 6;
    for (let number = 2; number <= 8 && bytes[end] !== terminator; number++) {
      end = elementEnd(bytes, end + 1, element, terminator);
    }
    const start = end + 1;
    if (bytes[end] !== terminator) end = elementEnd(bytes, start, element, terminator);
    this.setProvider(bytes, start, end);
    return segmentEnd(bytes, end, terminator);
  }

  /** PRV03 is the taxonomy: of the billing provider (BI) or of the rendering provider named before (PE). */
  prv(bytes: Uint8Array, at: number): number {
    const { element, terminator } = this;
    const end1 = elementEnd(bytes, at + 4, element, terminator);
    if (bytes[end1] === terminator) return end1;
    const end2 = elementEnd(bytes, end1 + 1, element, terminator);
    if (bytes[end2] === terminator) return end2;
    const end3 = elementEnd(bytes, end2 + 1, element, terminator);
    const isBilling = bytes[at + 4] === 66 && bytes[at + 5] === 73;
    const isPerforming = bytes[at + 4] === 80 && bytes[at + 5] === 69;
    const start = trimmedStart(bytes, end2 + 1, end3);
    const taxonomy = taxonomyNumber(bytes, start, trimmedEnd(bytes, start, end3));
    if (isBilling && this.loop === BILLING) this.billingTaxonomy = taxonomy;
    else if (isPerforming && this.provider === CLAIM_PROVIDER) this.claimProviderTaxonomy = taxonomy;
    else if (isPerforming && this.provider === LINE_PROVIDER) this.coded.renderingTaxonomy[this.line] = taxonomy;
    return segmentEnd(bytes, end3, terminator);
  }

  /** A second identifier stands in for an NPI that is not there. */
  ref(bytes: Uint8Array, at: number): number {
    const { element, terminator } = this;
    if (this.provider !== NO_PROVIDER && this.providerNumber() === 0) {
      const end1 = elementEnd(bytes, at + 4, element, terminator);
      if (bytes[end1] === terminator) return end1;
      const end2 = elementEnd(bytes, end1 + 1, element, terminator);
      this.setProvider(bytes, end1 + 1, end2);
      return segmentEnd(bytes, end2, terminator);
    }
    return segmentEnd(bytes, at + 4, terminator);
  }

  lx(bytes: Uint8Array, at: number): number {
    const { terminator, element } = this;
    if (this.loop < CLAIM) this.orphan(at);
    else {
      const end = elementEnd(bytes, at + 3, element, terminator);
      this.addLine(wholeNumber(bytes, at + 3, end), at);
    }
    return segmentEnd(bytes, at + 3, terminator);
  }

  sv1(bytes: Uint8Array, at: number): number {
    const { element, terminator } = this;
    if (this.loop < CLAIM) {
      this.orphan(at);
      return segmentEnd(bytes, at + 4, terminator);
    }
    if (this.loop !== LINE || this.serviceRead) this.addLine(-1, at);
    this.serviceRead = true;
    const { coded, line } = this;
    // SV102 charge, SV103 unit basis, SV104 units, SV105 place of service
    let end = this.sv101(bytes, at + 4, at);
    if (bytes[end] === terminator) return end;
    let start = end + 1;
    end = elementEnd(bytes, start, element, terminator);
    coded.charge[line] = this.amount(bytes, start, end, at, 'SV102');
    if (bytes[end] === terminator) return end;
    start = end + 1;
    end = elementEnd(bytes, start, element, terminator);
    coded.unitBasis[line] = unitBasis(bytes, start, end);
    if (bytes[end] === terminator) return end;
    start = end + 1;
    end = elementEnd(bytes, start, element, terminator);
    coded.units[line] = decimal(bytes, start, end);
    if (bytes[end] === terminator) return end;
    start = end + 1;
    end = elementEnd(bytes, start, element, terminator);
    if (end > start) coded.place[line] = twoDigits(bytes, start, end);
    return segmentEnd(bytes, end, terminator);
  }

  /** The date of service (qualifier 472) of a line; the first one counts. */
  dtp(bytes: Uint8Array, at: number): number {
    const { element, terminator, coded, line } = this;
    const isService = bytes[at + 4] === 52 && bytes[at + 5] === 55 && bytes[at + 6] === 50 && bytes[at + 7] === element;
    if (!isService || this.loop !== LINE || coded.from[line] !== NOT_A_DAY) {
      return segmentEnd(bytes, at + 4, terminator);
    }
    const formatEnd = elementEnd(bytes, at + 8, element, terminator);
    if (bytes[formatEnd] === terminator) return formatEnd;
    const start = formatEnd + 1;
    const end = elementEnd(bytes, start, element, terminator);
    const single = formatEnd === at + 10 && bytes[at + 8] === D && bytes[at + 9] === EIGHT;
    const range = formatEnd === at + 11 && bytes[at + 8] === 82 && bytes[at + 9] === D && bytes[at + 10] === EIGHT;
    if (single && end - start === 8) coded.from[line] = coded.to[line] = dayFromDigits(bytes, start);
    else if (range && end - start === 17 && bytes[start + 8] === 45) {
      coded.from[line] = dayFromDigits(bytes, start);
      coded.to[line] = dayFromDigits(bytes, start + 9);
    }
    return segmentEnd(bytes, end, terminator);
  }

  private emit(bytes: Uint8Array, at: number): void {
    const { coded } = this;
    this.claimEnd = at;
    coded.bytes = bytes;
    coded.ownLines = coded.lineCount;
    if (coded.lineCount > 0) this.events.claim();
    else this.events.problem('claim-without-lines', 'The claim has no service line and was not read.', this.claimStart);
  }

  private context(): Context {
    return this.loop === BILLING ? this.billing : this.loop === SUBSCRIBER ? this.subscriber : this.patient;
  }

  private moveClaim(bytes: Uint8Array, from: number): void {
    const { coded } = this;
    this.claimStart -= from;
    coded.bytes = bytes;
    coded.idStart -= from;
    coded.idEnd -= from;
    for (let line = 0; line < coded.lineCount; line++) {
      coded.codeStart[line] -= from;
      coded.codeEnd[line] -= from;
      coded.modifiersStart[line] -= from;
      coded.modifiersEnd[line] -= from;
    }
  }

  /** A hierarchical level begins: HL03 is 20 billing provider, 22 subscriber, 23 patient. */
  private enter(bytes: Uint8Array, at: number, level: number, parent: number, kind: number): void {
    if (kind === 20) {
      this.loop = BILLING;
      this.billingLevel = level;
      this.subscriberLevel = -1;
      this.billingNumber = this.billingTaxonomy = 0;
      this.subscriber.clear();
      this.patient.clear();
    } else if (kind === 22) {
      this.loop = SUBSCRIBER;
      this.subscriberLevel = level;
      this.patient.clear();
      this.checkParent(parent, this.billingLevel, at);
    } else if (kind === 23) {
      this.loop = PATIENT;
      this.checkParent(parent, this.subscriberLevel, at);
    } else return this.hierarchy('HL03 is none of 20, 22 and 23.', at);
    this.orphanReported = false;
    this.context().open(bytes, at);
  }

  private checkParent(parent: number, above: number, at: number): void {
    if (parent !== above || above < 0) this.hierarchy('HL02 does not name the level above by its HL01.', at);
  }

  private hierarchy(message: string, at: number): void {
    if (!this.hierarchyReported) this.events.problem('x12-hierarchy', message, at);
    this.hierarchyReported = true;
  }

  private orphan(at: number): void {
    if (!this.orphanReported) {
      this.events.problem('x12-loop', 'A service line stands outside of any claim and was not read.', at);
    }
    this.orphanReported = true;
  }

  /** CLM05: place of service, qualifier, frequency. Returns its end. */
  private clm05(bytes: Uint8Array, start: number, at: number): number {
    const { element, terminator, coded } = this;
    const end = elementEnd(bytes, start, element, terminator);
    let end1 = componentEnd(bytes, start, end, this.component);
    if (end1 === end && this.adoptSeparator(bytes, start, end, at)) {
      end1 = componentEnd(bytes, start, end, this.component);
    }
    coded.placeOfService = twoDigits(bytes, start, end1);
    const end2 = componentEnd(bytes, end1 + 1, end, this.component);
    const end3 = componentEnd(bytes, end2 + 1, end, this.component);
    if (end3 === end2 + 2) coded.frequency = bytes[end2 + 1];
    return end;
  }

  /**
   * SV101: qualifier, code, four modifiers, description. Returns its end. Some senders put a fifth and sixth
   * modifier where the description stands: two letters or digits there are taken as modifiers when all four
   * slots are filled.
   */
  private sv101(bytes: Uint8Array, from: number, at: number): number {
    const { element, terminator, coded, line } = this;
    let end = elementEnd(bytes, from, element, terminator);
    let next = componentEnd(bytes, from, end, this.component);
    if (next === end && this.adoptSeparator(bytes, from, end, at))
      next = componentEnd(bytes, from, end, this.component);
    if (next === end) return end;
    const { component } = this;
    let start = trimmedStart(bytes, next + 1, end);
    next = componentEnd(bytes, next + 1, end, component);
    if (start > next) start = next;
    const codeEnd = trimmedEnd(bytes, start, next);
    coded.codeStart[line] = start;
    coded.codeEnd[line] = codeEnd;
    coded.code[line] = packCode(bytes, start, codeEnd);
    if (next === end) return end;
    end = this.modifiers(bytes, next + 1, end);
    return end;
  }

  private modifiers(bytes: Uint8Array, from: number, end: number): number {
    const { coded, line, component } = this;
    const first = line * MODIFIER_SLOTS;
    let count = 0;
    let filled = 0;
    let start = from;
    coded.modifiersStart[line] = coded.modifiersEnd[line] = from;
    for (let slot = 0; slot < MODIFIER_SLOTS - 2 && start <= end; slot++) {
      const next = componentEnd(bytes, start, end, component);
      const beyond = slot >= MODIFIERS_OF_COMPOSITE;
      const modifier = next === start ? EMPTY_MODIFIER : modifierAt(bytes, start, next);
      if (beyond && (modifier < 0 || filled !== slot)) break;
      coded.modifiers[first + slot] = modifier;
      if (modifier !== EMPTY_MODIFIER) {
        count = slot + 1;
        filled++;
        coded.modifiersEnd[line] = next;
      }
      start = next + 1;
    }
    coded.modifierCount[line] = count;
    return end;
  }

  /** Takes another component separator than ISA16's where an element plainly uses one: `HC>E0570>RR`. */
  private adoptSeparator(bytes: Uint8Array, start: number, end: number, at: number): boolean {
    const c = bytes[start + 2];
    const isOther = (c > 32 && c < 48) || (c > 57 && c < 65) || (c > 90 && c < 97) || (c > 122 && c < 127);
    if (end - start < 4 || !isOther) return false;
    const [used, named] = [String.fromCharCode(c), String.fromCharCode(this.component)];
    this.events.problem('x12-separator', `Components are separated by "${used}", not "${named}" as ISA16 says.`, at);
    this.component = c;
    return true;
  }

  private addLine(number: number, at: number): void {
    const { coded } = this;
    const line = coded.addLine();
    this.line = line;
    this.loop = LINE;
    this.provider = NO_PROVIDER;
    this.serviceRead = false;
    coded.number[line] = number;
    coded.place[line] = coded.placeOfService;
    coded.rendering[line] = this.claimProvider;
    coded.renderingTaxonomy[line] = this.claimProviderTaxonomy;
    if (number >= 0) return;
    coded.number[line] = line + 1;
    this.events.problem('x12-line-number', `Line ${line + 1} of the claim has no proper number (LX01).`, at);
  }

  private amount(bytes: Uint8Array, start: number, end: number, at: number, element: string): number {
    if (start === end) return Number.NaN;
    const amount = cents(bytes, start, end);
    if (Number.isNaN(amount) && trimmedStart(bytes, start, end) < end) {
      this.events.problem('claim-amount', `${element} is no amount of money; it was taken as not given.`, at);
    }
    return amount;
  }

  private providerNumber(): number {
    if (this.provider === BILLING_PROVIDER) return this.billingNumber;
    return this.provider === CLAIM_PROVIDER ? this.claimProvider : this.coded.rendering[this.line];
  }

  private setProvider(bytes: Uint8Array, from: number, to: number): void {
    const start = Math.min(trimmedStart(bytes, from, to), to);
    const number = providerNumber(bytes, start, trimmedEnd(bytes, start, to));
    if (this.provider === BILLING_PROVIDER) this.billingNumber = number;
    else if (this.provider === CLAIM_PROVIDER) {
      this.claimProvider = number;
      this.claimProviderTaxonomy = 0;
    } else {
      this.coded.rendering[this.line] = number;
      this.coded.renderingTaxonomy[this.line] = 0;
    }
  }
}

/** Position of the next component separator before `end`, else `end`. */
function componentEnd(bytes: Uint8Array, at: number, end: number, component: number): number {
  let next = at;
  while (next < end && bytes[next] !== component) next++;
  return next < end ? next : end;
}

function modifierAt(bytes: Uint8Array, from: number, to: number): number {
  if (to - from === 2) return packModifier(bytes, from, to);
  const start = trimmedStart(bytes, from, to);
  const end = trimmedEnd(bytes, start, to);
  if (start === end) return EMPTY_MODIFIER;
  return end - start === 2 ? packModifier(bytes, start, end) : UNPACKABLE;
}

function unitBasis(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 2) return UNIT_BASIS_OTHER;
  if (bytes[start] === 85 && bytes[start + 1] === 78) return UNIT_BASIS_UNITS;
  return bytes[start] === 77 && bytes[start + 1] === 74 ? UNIT_BASIS_MINUTES : UNIT_BASIS_OTHER;
}

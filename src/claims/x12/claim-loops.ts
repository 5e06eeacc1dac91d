import { NOT_A_DAY } from '../../codes/day.ts';
import { CLAIM_SETTINGS } from '../../codes/setting.ts';
import { settingOfBill } from '../../codes/type-of-bill.ts';
import type { ProblemCode } from '../../problems.ts';
import type { CodedClaim, SettingCode } from '../coded-claim.ts';
import type { Delimiters } from './delimiters.ts';
import {
  cents,
  componentEnd,
  decimal,
  elementEnd,
  segmentEnd,
  trimmedEnd,
  trimmedStart,
  twoDigits,
  wholeNumber,
} from './elements.ts';
import { facilityAt, revenueAt } from './institutional-line.ts';
import { Levels } from './levels.ts';
import { OF_BILLING, OF_CLAIM, OF_LINE, OF_NOTHING, ProvidersRead } from './providers-read.ts';
import { readPeriod, readProcedure, unitBasisAt } from './service-line.ts';

/** Which loop of an open claim the reader stands in; NONE outside of claims. Order matters. */
const NONE = 0;
const CLAIM = 1; // 2300, 2310
const OTHER_PAYER = 2; // 2320, 2330: another payer's view, none of the claim's own
const LINE = 3; // 2400 to 2440

const OUTPATIENT = CLAIM_SETTINGS.indexOf('outpatient') as SettingCode;
const FACILITY = CLAIM_SETTINGS.indexOf('facility') as SettingCode;

/** What the loops tell the reader. `at` is a position in the window. */
export interface LoopEvents {
  claim(): void;
  problem(code: ProblemCode, message: string, at: number): void;
}

/**
 * Follows the loops of one 837P or 837I transaction and fills a `CodedClaim` from the segments that carry what edits
 * read. Each method takes the window and the position of its segment, and gives the position of the segment's
 * terminator; the caller makes sure that there is one. No text and no object is made.
 */
export class ClaimLoops {
  readonly coded: CodedClaim;
  readonly levels: Levels;
  /** The open or last claim's bytes in the window. */
  claimStart = 0;
  claimEnd = 0;
  element = 42;
  component = 58;
  terminator = 126;

  private readonly events: LoopEvents;
  /** Of professional claims; that of institutional ones is told by their type of bill. */
  private readonly setting: SettingCode;
  private isInstitutional = false;
  /** Where DTP*434 is read to before it is the claim's. */
  private readonly statementFrom = new Int32Array(1);
  private readonly statementTo = new Int32Array(1);
  private otherServiceReported = false;
  private readonly providers: ProvidersRead;
  private loop = NONE;
  private line = -1;
  private serviceRead = false;
  /** Whether an element of this interchange has been split by the component separator. */
  private separatorSeen = false;
  private orphanReported = false;

  constructor(coded: CodedClaim, setting: SettingCode, events: LoopEvents) {
    this.coded = coded;
    this.setting = setting;
    this.events = events;
    this.levels = new Levels((message, at) => events.problem('x12-hierarchy', message, at));
    this.providers = new ProvidersRead(coded);
  }

  get claimOpen(): boolean {
    return this.loop !== NONE;
  }

  /** First byte that must stay in the window; -1 where none must. */
  get pinned(): number {
    return this.loop !== NONE ? this.claimStart : this.levels.pinned;
  }

  useDelimiters({ element, component, terminator }: Delimiters): void {
    this.element = element;
    this.component = component;
    this.terminator = terminator;
    this.separatorSeen = false;
  }

  /** A new transaction: nothing of the one before holds any more. */
  begin(isInstitutional: boolean): void {
    this.isInstitutional = isInstitutional;
    this.otherServiceReported = false;
    this.loop = NONE;
    this.levels.begin();
    this.providers.begin();
    this.orphanReported = false;
  }

  /** The open claim or level ends before `at`; a claim is handed on. */
  end(bytes: Uint8Array, at: number): void {
    this.levels.close(at);
    if (this.loop !== NONE) this.emit(bytes, at);
    this.loop = NONE;
    this.providers.none();
  }

  /** Forgets the open claim or level; lines that still belong to it are passed over in silence. */
  drop(): void {
    this.levels.drop();
    this.loop = NONE;
    this.orphanReported = true;
  }

  /** The window's bytes from `from` on will stand at the start of `bytes`, which may be the same array. */
  moved(old: Uint8Array, bytes: Uint8Array, from: number): void {
    this.levels.moved(old, bytes, from);
    if (this.loop !== NONE) this.moveClaim(bytes, from);
  }

  hl(bytes: Uint8Array, at: number): number {
    const { element, terminator, levels } = this;
    this.end(bytes, at);
    const end1 = elementEnd(bytes, at + 3, element, terminator);
    const end2 = bytes[end1] === terminator ? end1 : elementEnd(bytes, end1 + 1, element, terminator);
    const end3 = bytes[end2] === terminator ? end2 : elementEnd(bytes, end2 + 1, element, terminator);
    const level = wholeNumber(bytes, at + 3, end1);
    levels.enter(bytes, at, level, wholeNumber(bytes, end1 + 1, end2), twoDigits(bytes, end2 + 1, end3));
    if (levels.inBilling) this.providers.begin();
    this.orphanReported = false;
    return segmentEnd(bytes, end3, terminator);
  }

  /** A claim begins; the one before must have been ended. */
  clm(bytes: Uint8Array, at: number): number {
    const { coded, element, terminator } = this;
    this.loop = CLAIM;
    this.claimStart = at;
    this.line = -1;
    this.orphanReported = false;
    coded.clear();
    coded.setting = this.isInstitutional ? FACILITY : this.setting;
    coded.isInstitutional = this.isInstitutional;
    this.providers.beginClaim();
    const idEnd = elementEnd(bytes, at + 4, element, terminator);
    coded.idStart = trimmedStart(bytes, at + 4, idEnd);
    coded.idEnd = trimmedEnd(bytes, coded.idStart, idEnd);
    if (coded.idStart === coded.idEnd) {
      this.events.problem('claim-without-id', 'The claim has no id (CLM01); it was read all the same.', at);
    }
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

  /** In an open claim, the first SBR ends what is the claim's own. */
  sbr(bytes: Uint8Array, at: number): number {
    if (this.loop === CLAIM) {
      this.loop = OTHER_PAYER;
      this.providers.none();
    }
    return segmentEnd(bytes, at + 4, this.terminator);
  }

  nm1(bytes: Uint8Array, at: number): number {
    const { element, terminator, providers } = this;
    if (!providers.name(bytes, at, element, terminator, this.providerLoop(), this.line)) {
      return segmentEnd(bytes, at + 4, terminator);
    }
    let end = at + 6;
    for (let number = 2; number <= 8 && bytes[end] !== terminator; number++) {
      end = elementEnd(bytes, end + 1, element, terminator);
    }
    if (bytes[end] === terminator) return end;
    const start = end + 1;
    end = elementEnd(bytes, start, element, terminator);
    providers.set(bytes, start, end, this.line);
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
    this.providers.setTaxonomy(bytes, at + 4, end1, end2 + 1, end3, this.levels.inBilling, this.line);
    return segmentEnd(bytes, end3, terminator);
  }

  /** A second identifier stands in for an NPI that is not there. */
  ref(bytes: Uint8Array, at: number): number {
    const { element, terminator, providers } = this;
    if (!providers.wantsIdentifier(this.line)) return segmentEnd(bytes, at + 4, terminator);
    const end1 = elementEnd(bytes, at + 4, element, terminator);
    if (bytes[end1] === terminator) return end1;
    const end2 = elementEnd(bytes, end1 + 1, element, terminator);
    providers.set(bytes, end1 + 1, end2, this.line);
    return segmentEnd(bytes, end2, terminator);
  }

  lx(bytes: Uint8Array, at: number): number {
    const { terminator } = this;
    const end = elementEnd(bytes, at + 3, this.element, terminator);
    if (this.loop === NONE) this.orphan(at);
    else this.addLine(wholeNumber(bytes, at + 3, end), at);
    return segmentEnd(bytes, end, terminator);
  }

  sv1(bytes: Uint8Array, at: number): number {
    const { element, terminator } = this;
    if (this.loop === NONE) {
      this.orphan(at);
      return segmentEnd(bytes, at + 4, terminator);
    }
    if (this.isInstitutional) this.otherService(at);
    if (this.loop !== LINE || this.serviceRead) this.addLine(-1, at);
    this.serviceRead = true;
    const { coded, line } = this;
    // SV102 charge, SV103 unit basis, SV104 units, SV105 place of service
    let end = this.procedure(bytes, at + 4, at);
    if (bytes[end] === terminator) return end;
    end = this.chargeAndUnits(bytes, end + 1, at, 'SV102');
    if (bytes[end] === terminator) return end;
    let start = end + 1;
    end = elementEnd(bytes, start, element, terminator);
    start = trimmedStart(bytes, start, end);
    const place = trimmedEnd(bytes, start, end);
    if (place > start) coded.place[line] = twoDigits(bytes, start, place);
    return segmentEnd(bytes, end, terminator);
  }

  /** An institutional service line: revenue code, procedure if any, charge, unit basis, units. */
  sv2(bytes: Uint8Array, at: number): number {
    const { element, terminator } = this;
    if (this.loop === NONE) {
      this.orphan(at);
      return segmentEnd(bytes, at + 4, terminator);
    }
    if (this.loop !== LINE || this.serviceRead) this.addLine(-1, at);
    this.serviceRead = true;
    let end = elementEnd(bytes, at + 4, element, terminator);
    this.coded.revenue[this.line] = revenueAt(bytes, at + 4, end);
    if (bytes[end] === terminator) return end;
    end = this.procedure(bytes, end + 1, at);
    if (bytes[end] === terminator) return end;
    return segmentEnd(bytes, this.chargeAndUnits(bytes, end + 1, at, 'SV203'), terminator);
  }

  /** The date of service (qualifier 472) of a line, the statement dates (434) of a claim; the first one counts. */
  dtp(bytes: Uint8Array, at: number): number {
    const { element, terminator, coded, line } = this;
    const isService = bytes[at + 4] === 52 && bytes[at + 5] === 55 && bytes[at + 6] === 50 && bytes[at + 7] === element;
    if (!isService || this.loop !== LINE || coded.from[line] !== NOT_A_DAY) {
      return this.isInstitutional && this.loop === CLAIM
        ? this.statement(bytes, at)
        : segmentEnd(bytes, at + 4, terminator);
    }
    const formatEnd = elementEnd(bytes, at + 8, element, terminator);
    if (bytes[formatEnd] === terminator) return formatEnd;
    const end = elementEnd(bytes, formatEnd + 1, element, terminator);
    readPeriod(bytes, at + 8, formatEnd, formatEnd + 1, end, coded.from, coded.to, line);
    return segmentEnd(bytes, end, terminator);
  }

  private statement(bytes: Uint8Array, at: number): number {
    const { element, terminator, coded, statementFrom, statementTo } = this;
    const isStatement =
      bytes[at + 4] === 52 && bytes[at + 5] === 51 && bytes[at + 6] === 52 && bytes[at + 7] === element;
    if (!isStatement || coded.statementFrom !== NOT_A_DAY) return segmentEnd(bytes, at + 4, terminator);
    const formatEnd = elementEnd(bytes, at + 8, element, terminator);
    if (bytes[formatEnd] === terminator) return formatEnd;
    const end = elementEnd(bytes, formatEnd + 1, element, terminator);
    statementFrom[0] = statementTo[0] = NOT_A_DAY;
    readPeriod(bytes, at + 8, formatEnd, formatEnd + 1, end, statementFrom, statementTo, 0);
    coded.statementFrom = statementFrom[0];
    coded.statementTo = statementTo[0];
    return segmentEnd(bytes, end, terminator);
  }

  private emit(bytes: Uint8Array, at: number): void {
    const { coded } = this;
    this.claimEnd = at;
    coded.bytes = bytes;
    coded.ownLines = coded.lineCount;
    if (coded.statementFrom !== NOT_A_DAY) this.dateByStatement();
    if (coded.lineCount > 0) this.events.claim();
    else this.events.problem('claim-without-lines', 'The claim has no service line and was not read.', this.claimStart);
  }

  /** Lines without a date stand on the statement dates: DTP*472 is situational in an 837I. */
  private dateByStatement(): void {
    const { from, to, lineCount, statementFrom, statementTo } = this.coded;
    for (let line = 0; line < lineCount; line++) {
      if (from[line] !== NOT_A_DAY) continue;
      from[line] = statementFrom;
      to[line] = statementTo;
    }
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
    }
  }

  /** Whose NM1 counts here. */
  private providerLoop(): number {
    if (this.loop === CLAIM) return OF_CLAIM;
    if (this.loop === LINE) return OF_LINE;
    return this.levels.inBilling ? OF_BILLING : OF_NOTHING;
  }

  private orphan(at: number): void {
    if (!this.orphanReported) {
      this.events.problem('x12-loop', 'A service line stands outside of any claim and was not read.', at);
    }
    this.orphanReported = true;
  }

  private otherService(at: number): void {
    if (!this.otherServiceReported) {
      const message = 'A line of an institutional claim has SV1 in the place of SV2; it was read all the same.';
      this.events.problem('x12-service', message, at);
    }
    this.otherServiceReported = true;
  }

  /** CLM05: place of service or facility type, qualifier, frequency. Returns its end. */
  private clm05(bytes: Uint8Array, start: number, at: number): number {
    const { coded } = this;
    const end = elementEnd(bytes, start, this.element, this.terminator);
    const end1 = this.firstComponentEnd(bytes, start, end, at);
    const first = trimmedStart(bytes, start, end1);
    if (this.isInstitutional) this.typeOfBill(bytes, first, trimmedEnd(bytes, first, end1), at);
    else coded.placeOfService = twoDigits(bytes, first, trimmedEnd(bytes, first, end1));
    const end2 = componentEnd(bytes, end1 + 1, end, this.component);
    const third = trimmedStart(bytes, Math.min(end2 + 1, end), end);
    const end3 = trimmedEnd(bytes, third, componentEnd(bytes, third, end, this.component));
    if (end3 === third + 1) coded.frequency = bytes[third];
    return end;
  }

  private typeOfBill(bytes: Uint8Array, start: number, end: number, at: number): void {
    const { coded } = this;
    coded.facility = facilityAt(bytes, start, end);
    coded.setting = settingOfBill(coded.facility) === 'outpatient' ? OUTPATIENT : FACILITY;
    if (end - start === 2 && coded.facility >= 0) return;
    const taken = coded.facility < 0 ? 'the type of bill is taken as not given' : 'they were read from it';
    const message = `The type of bill (CLM05-1) is not the two digits of a facility type; ${taken}.`;
    this.events.problem('x12-bill-type', message, at);
  }

  /** SV102 to SV104 or SV203 to SV205: charge, unit basis, units. Returns the end of the last one there is. */
  private chargeAndUnits(bytes: Uint8Array, from: number, at: number, chargeElement: string): number {
    const { element, terminator, coded, line } = this;
    let start = from;
    let end = elementEnd(bytes, start, element, terminator);
    coded.charge[line] = this.amount(bytes, start, end, at, chargeElement);
    if (bytes[end] === terminator) return end;
    start = end + 1;
    end = elementEnd(bytes, start, element, terminator);
    coded.unitBasis[line] = unitBasisAt(bytes, start, end);
    if (bytes[end] === terminator) return end;
    start = end + 1;
    end = elementEnd(bytes, start, element, terminator);
    coded.units[line] = decimal(bytes, start, end);
    return end;
  }

  /** SV101 or SV202: qualifier, code, modifiers. Returns its end. */
  private procedure(bytes: Uint8Array, from: number, at: number): number {
    const end = elementEnd(bytes, from, this.element, this.terminator);
    const next = this.firstComponentEnd(bytes, from, end, at);
    if (next < end) readProcedure(bytes, next + 1, end, this.component, this.coded, this.line);
    return end;
  }

  private firstComponentEnd(bytes: Uint8Array, start: number, end: number, at: number): number {
    const next = componentEnd(bytes, start, end, this.component);
    if (next < end) this.separatorSeen = true;
    else if (!this.separatorSeen && this.adoptSeparator(bytes, start, end, at)) {
      return componentEnd(bytes, start, end, this.component);
    }
    return next;
  }

  /**
   * Takes another component separator than ISA16's where the interchange has not used that yet and an element
   * plainly has another: `HC>E0570>RR`.
   */
  private adoptSeparator(bytes: Uint8Array, start: number, end: number, at: number): boolean {
    const c = bytes[start + 2];
    const isOther = (c > 32 && c < 48) || (c > 57 && c < 65) || (c > 90 && c < 97) || (c > 122 && c < 127);
    if (end - start < 4 || !isOther) return false;
    const [used, named] = [String.fromCharCode(c), String.fromCharCode(this.component)];
    this.events.problem('x12-separator', `Components are separated by "${used}", not "${named}" as ISA16 says.`, at);
    this.component = c;
    this.separatorSeen = true;
    return true;
  }

  private addLine(number: number, at: number): void {
    const { coded } = this;
    const line = coded.addLine();
    this.line = line;
    this.loop = LINE;
    this.serviceRead = false;
    coded.number[line] = number;
    coded.place[line] = coded.placeOfService;
    this.providers.beginLine(line);
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
}

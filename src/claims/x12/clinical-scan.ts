import { dayFromDigits, NOT_A_DAY } from '../../codes/day.ts';
import { packModifier, UNPACKABLE } from '../../codes/packed.ts';
import { packDiagnosis } from '../../codes/packed-diagnosis.ts';
import { type ClinicalFacts, DIAGNOSIS_ROLES, NDC_OF_ANOTHER_SHAPE } from '../clinical-facts.ts';
import type { CodedClaim } from '../coded-claim.ts';
import type { ClaimBytes } from './claim-bytes.ts';
import type { Context } from './context.ts';
import { cents, componentEnd, decimal, elementEnd, trimmedEnd, trimmedStart } from './elements.ts';
import { CL1, CTP, HI, LIN, LX, N4, NM1, NTE, REF, SBR, SV1, SV2 } from './segment-ids.ts';
import { packedRange, packedText, SegmentScan } from './segment-scan.ts';
import { MODIFIERS_OF_COMPOSITE } from './service-line.ts';

const ROLES = new Map(Object.entries(DIAGNOSIS_ROLES).map(([qualifier, role]) => [packedText(qualifier), role]));
const PROFESSIONAL = new Set(['ABK', 'ABF', 'BK', 'BF'].map(packedText));
const [BG, BH, BE] = ['BG', 'BH', 'BE'].map(packedText);
const [BILLING, SUBSCRIBER, PATIENT] = ['85', 'IL', 'QC'].map(packedText);
const [FACILITY, REFERRING, CLIA, NDC] = ['77', 'DN', 'X4', 'N4'].map(packedText);
const [D8, RD8] = ['D8', 'RD8'].map(packedText);

/** SV101-7 and SV202-7, counted from 0. */
const DESCRIPTION = 6;

/** Where the claim's own segments are read. */
const HEAD = 0;
const OTHER_PAYER = 1;
const LINE = 2;

/**
 * Reads what a claim says beside its lines from the bytes that the reader has just passed, and from the levels above
 * it: the same as `clinicalOfClaim` finds in the whole claim, without making text or objects.
 */
export class ClinicalScan extends SegmentScan {
  private readonly coded: CodedClaim;
  private into!: ClinicalFacts;
  private line = -1;
  private loop = HEAD;
  private isServiceRead = false;
  private isCtpRead = false;
  private facilityState = UNPACKABLE;
  private facilityZip = -1;
  private awaitsAddress = false;

  constructor(source: ClaimBytes, coded: CodedClaim) {
    super(source);
    this.coded = coded;
  }

  read(into: ClinicalFacts): void {
    const { levels, claimStart, claimEnd } = this.source;
    this.into = into;
    into.clear(this.coded.ownLines);
    this.billing(levels.billing);
    if (!this.readPerson(levels.patient, PATIENT)) this.readPerson(levels.subscriber, SUBSCRIBER);
    this.filing(levels.subscriber);
    this.bytes = this.coded.bytes;
    this.claim(claimStart, claimEnd);
  }

  /** N4 after the last NM1*85. */
  private billing(level: Context): void {
    this.bytes = level.bytes;
    this.awaitsAddress = false;
    for (let at = this.skip(level.start, level.end); at < level.end; at = this.next(at, level.end)) {
      const id = this.idAt(at);
      if (id === NM1 && this.qualifier(at, 4) === BILLING) {
        this.into.state = UNPACKABLE;
        this.into.zip = -1;
        this.awaitsAddress = true;
      } else if (id === NM1) this.awaitsAddress = false;
      else if (id === N4 && this.awaitsAddress) {
        this.split(at);
        this.into.state = this.two(2);
        this.into.zip = this.into.state < 0 ? -1 : this.zip(3);
        this.awaitsAddress = false;
      }
    }
  }

  private readPerson(level: Context, entity: number): boolean {
    return this.person(level, entity, nothing, this.readDemographics);
  }

  private readonly readDemographics = (at: number): void => this.demographics(at);

  private demographics(at: number): void {
    const { into, bytes, starts, ends } = this;
    this.split(at);
    if (ends[2] - starts[2] === 8) into.birthDay = dayFromDigits(bytes, starts[2]);
    const start = trimmedStart(bytes, starts[3], ends[3]);
    const sex = bytes[start];
    if (trimmedEnd(bytes, start, ends[3]) === start + 1) into.sex = sex >= 97 && sex <= 122 ? sex - 32 : sex;
  }

  /** SBR09. */
  private filing(level: Context): void {
    this.bytes = level.bytes;
    for (let at = this.skip(level.start, level.end); at < level.end; at = this.next(at, level.end)) {
      if (this.idAt(at) !== SBR) continue;
      this.split(at);
      this.into.filingIndicator = this.two(9);
      return;
    }
  }

  private claim(start: number, end: number): void {
    this.line = -1;
    this.loop = HEAD;
    this.isServiceRead = false;
    this.facilityState = UNPACKABLE;
    this.awaitsAddress = false;
    for (let at = this.skip(start, end); at < end; at = this.next(at, end)) {
      const id = this.idAt(at);
      if (id === SBR && this.loop === HEAD) this.loop = OTHER_PAYER;
      else this.enterLine(id);
      if (this.loop === HEAD) this.ofHead(id, at);
      else if (this.loop === LINE) this.ofLine(id, at);
    }
    this.endLine();
    if (this.facilityState < 0) return;
    this.into.state = this.facilityState;
    this.into.zip = this.facilityZip;
  }

  /** As the reader of lines begins them: at LX, or at a service where the line has one or there is none. */
  private enterLine(id: number): void {
    const isService = this.isService(id);
    if (id === LX || (isService && (this.line < 0 || this.isServiceRead))) {
      this.endLine();
      this.line++;
      this.loop = LINE;
      this.isServiceRead = this.isCtpRead = false;
    }
    if (isService) this.isServiceRead = true;
  }

  private isService(id: number): boolean {
    return id === SV1 || (id === SV2 && this.coded.isInstitutional);
  }

  /** A quantity without a drug is none. */
  private endLine(): void {
    const { into, line } = this;
    if (line < 0 || into.ndc[line] !== -1) return;
    into.ndcQuantity[line] = Number.NaN;
    into.ndcUnit[line] = UNPACKABLE;
  }

  private ofHead(id: number, at: number): void {
    const { into } = this;
    if (id === HI) this.healthCodes(at);
    else if (id === NM1) this.entity(this.qualifier(at, 4));
    else if (id === N4 && this.awaitsAddress) {
      this.split(at);
      this.facilityState = this.two(2);
      this.facilityZip = this.zip(3);
      this.awaitsAddress = false;
    } else if (id === REF && this.qualifier(at, 4) === CLIA) {
      this.split(at);
      into.hasClia ||= this.isGiven(2);
    } else if (id === CL1 && this.coded.isInstitutional && into.admissionType < 0 && into.patientStatus < 0) {
      this.split(at);
      into.admissionType = this.small(1);
      into.patientStatus = this.small(3);
    }
  }

  private entity(qualifier: number): void {
    this.into.hasReferring ||= qualifier === REFERRING;
    this.awaitsAddress = qualifier === FACILITY;
    if (this.awaitsAddress) this.facilityState = UNPACKABLE;
  }

  private ofLine(id: number, at: number): void {
    const { into, line } = this;
    if (this.isService(id)) this.service(id, at);
    else if (id === NTE) {
      this.split(at);
      if (this.isGiven(2)) into.isDescribed[line] = 1;
    } else if (id === REF && this.qualifier(at, 4) === CLIA) {
      this.split(at);
      if (this.isGiven(2)) into.lineHasClia[line] = 1;
    } else if (id === LIN && into.ndc[line] === -1) this.drug(at);
    else if (id === CTP && !this.isCtpRead) {
      this.isCtpRead = true;
      this.split(at);
      into.ndcQuantity[line] = decimal(this.bytes, this.starts[4], this.ends[4]);
      into.ndcUnit[line] = this.two(5);
    }
  }

  /** The description of SV101 or SV202, and SV107. */
  private service(id: number, at: number): void {
    const { bytes, starts, ends, line, coded } = this;
    const { component } = this.source;
    this.split(at);
    const procedure = id === SV2 ? 2 : 1;
    const end = ends[procedure];
    let part = starts[procedure];
    for (let i = 0; i < DESCRIPTION && part <= end; i++) part = componentEnd(bytes, part, end, component) + 1;
    const isFree = coded.modifierCount[line] <= MODIFIERS_OF_COMPOSITE;
    if (isFree && part <= end && isFilled(bytes, part, componentEnd(bytes, part, end, component))) {
      this.into.isDescribed[line] = 1;
    }
    if (id === SV1) this.pointers(starts[7], ends[7]);
  }

  private pointers(start: number, end: number): void {
    const { component } = this.source;
    for (let from = start; from < end; ) {
      const to = componentEnd(this.bytes, from, end, component);
      const pointer = smallNumber(this.bytes, from, to);
      if (pointer >= 0) this.into.addPointer(this.line, pointer);
      from = to + 1;
    }
  }

  private drug(at: number): void {
    this.split(at);
    if (packedRange(this.bytes, this.starts[2], this.ends[2]) !== NDC) return;
    const start = trimmedStart(this.bytes, this.starts[3], this.ends[3]);
    const end = trimmedEnd(this.bytes, start, this.ends[3]);
    this.into.ndc[this.line] = ndcNumber(this.bytes, start, end);
  }

  /** All composites of an HI, even where it has more than the twelve that the guides allow. */
  private healthCodes(at: number): void {
    const { bytes } = this;
    const { element, terminator } = this.source;
    let end = elementEnd(bytes, at, element, terminator);
    while (bytes[end] === element) {
      const start = end + 1;
      end = elementEnd(bytes, start, element, terminator);
      this.healthCode(start, end);
    }
  }

  private healthCode(start: number, end: number): void {
    const { bytes, into, coded } = this;
    const { component } = this.source;
    const qualifierEnd = componentEnd(bytes, start, end, component);
    const qualifier = packedRange(bytes, start, qualifierEnd);
    const codeEnd = componentEnd(bytes, qualifierEnd + 1, end, component);
    const from = trimmedStart(bytes, Math.min(qualifierEnd + 1, codeEnd), codeEnd);
    const to = trimmedEnd(bytes, from, codeEnd);
    const role = ROLES.get(qualifier);
    if (role !== undefined) {
      const isRead = coded.isInstitutional || PROFESSIONAL.has(qualifier);
      if (isRead) into.addDiagnosis(packDiagnosis(bytes, from, to), role, qualifier < 0x10000);
    } else if (coded.isInstitutional) this.billCode(qualifier, from, to, codeEnd + 1, end);
  }

  /** Condition, occurrence and value codes. `rest` is where the third component begins. */
  private billCode(qualifier: number, from: number, to: number, rest: number, end: number): void {
    const { bytes, into } = this;
    const { component } = this.source;
    if (qualifier === BG) into.addCondition(packModifier(bytes, from, to));
    else if (qualifier === BH) {
      const formatEnd = componentEnd(bytes, rest, end, component);
      const dateEnd = componentEnd(bytes, formatEnd + 1, end, component);
      const format = packedRange(bytes, rest, formatEnd);
      into.addOccurrence(packModifier(bytes, from, to), dayAt(bytes, format, formatEnd + 1, dateEnd));
    } else if (qualifier === BE) {
      let start = rest;
      for (let skipped = 0; skipped < 2; skipped++) start = componentEnd(bytes, start, end, component) + 1;
      const amountEnd = componentEnd(bytes, start, end, component);
      into.addValue(packModifier(bytes, from, to), start < amountEnd ? cents(bytes, start, amountEnd) : Number.NaN);
    }
  }

  private two(element: number): number {
    const start = trimmedStart(this.bytes, this.starts[element], this.ends[element]);
    return packModifier(this.bytes, start, trimmedEnd(this.bytes, start, this.ends[element]));
  }

  private zip(element: number): number {
    const start = trimmedStart(this.bytes, this.starts[element], this.ends[element]);
    return start + 5 <= this.ends[element] ? digits(this.bytes, start, start + 5) : -1;
  }

  private small(element: number): number {
    return smallNumber(this.bytes, this.starts[element], this.ends[element]);
  }

  private isGiven(element: number): boolean {
    return isFilled(this.bytes, this.starts[element], this.ends[element]);
  }
}

const nothing = (): void => {};
const isFilled = (bytes: Uint8Array, start: number, end: number): boolean => trimmedStart(bytes, start, end) < end;

/** The number of digits `[start, end)`, -1 where one is none. */
function digits(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = bytes[i] - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** One or two digits, -1 for anything else. */
function smallNumber(bytes: Uint8Array, from: number, to: number): number {
  const start = trimmedStart(bytes, from, to);
  const end = trimmedEnd(bytes, start, to);
  return end > start && end - start <= 2 ? digits(bytes, start, end) : -1;
}

function ndcNumber(bytes: Uint8Array, start: number, end: number): number {
  const ndc = end - start === 11 ? digits(bytes, start, end) : -1;
  return ndc < 0 ? NDC_OF_ANOTHER_SHAPE : ndc;
}

function dayAt(bytes: Uint8Array, format: number, start: number, end: number): number {
  if (format === D8 && end - start === 8) return dayFromDigits(bytes, start);
  return format === RD8 && end - start === 17 && bytes[start + 8] === 45 ? dayFromDigits(bytes, start) : NOT_A_DAY;
}

import { cents, wholeNumber } from '../elements.ts';
import { CLM, HL, LX, NM1, SBR, SV1 } from '../segment-ids.ts';
import { Balance, type BalanceReport } from './balance.ts';
import type { ElementChecker } from './element-check.ts';
import { packText } from './guide.ts';
import { ABSENT, Hierarchy, type HierarchyReport } from './hierarchy.ts';

const SV2 = packText('SV2');
const SVD = packText('SVD');
const CAS = packText('CAS');
const AMT = packText('AMT');
/** AMT01 of what a payer has paid, NM101 of a payer. */
const PAID = packText('D');
const PAYER = packText('PR');

export interface ComparisonEvents {
  readonly level: HierarchyReport;
  /** LX01 of the segment at hand is not the next number. */
  readonly line: () => void;
  readonly balance: BalanceReport;
}

/** Numbers and amounts that must fit those of other segments, read from the elements that were checked last. */
export class Comparisons {
  private readonly elements: ElementChecker;
  private readonly events: ComparisonEvents;
  private readonly hierarchy: Hierarchy;
  private readonly balance: Balance;
  private bytes: Uint8Array = new Uint8Array(0);
  private nextLine = 1;

  constructor(elements: ElementChecker, events: ComparisonEvents) {
    this.elements = elements;
    this.events = events;
    this.hierarchy = new Hierarchy(events.level);
    this.balance = new Balance(events.balance);
  }

  begin(): void {
    this.hierarchy.begin();
    this.balance.drop();
  }

  /** The claim at hand ends. */
  endClaim(): void {
    this.balance.end();
  }

  end(): void {
    this.balance.end();
    this.hierarchy.end();
  }

  /** The file ends within the transaction set. */
  cut(): void {
    this.balance.drop();
  }

  /** A segment that was placed and checked; `loop` is the one in which it stands. */
  segment(id: number, qualifier: number, bytes: Uint8Array, loop: string, segmentNumber: number, offset: number): void {
    const { balance } = this;
    if (bytes !== this.bytes) this.bytes = bytes;
    if (id === SV1) balance.serviceLine(this.amount(2));
    else if (id === LX) this.line();
    else if (id === NM1) {
      if (qualifier === PAYER) balance.payerIs(this.hash(9));
    } else if (id === HL) this.level(segmentNumber, offset);
    else if (id === CLM) {
      this.nextLine = 1;
      balance.claim(this.amount(2), segmentNumber, offset);
    } else if (id === SV2) balance.serviceLine(this.amount(3));
    else if (id === SBR) balance.otherPayer();
    else if (id === SVD) balance.adjudication(this.hash(1), this.amount(2), segmentNumber, offset);
    else if (id === AMT) {
      if (qualifier === PAID) balance.payerAmount(this.amount(2), segmentNumber, offset);
    } else if (id === CAS) this.adjustments(loop === '2430');
  }

  private amount(position: number): number {
    const { elements } = this;
    return elements.has(position) ? cents(this.bytes, elements.start(position), elements.end(position)) : Number.NaN;
  }

  /** An element as a whole number; -1 for what is none, `ABSENT` for nothing. */
  private number(position: number): number {
    const { elements } = this;
    return elements.has(position) ? wholeNumber(this.bytes, elements.start(position), elements.end(position)) : ABSENT;
  }

  /** A number for an identifier: the same for the same bytes, and seldom the same for others. */
  private hash(position: number): number {
    const { elements, bytes } = this;
    if (!elements.has(position)) return Number.NaN;
    let hash = 0x811c9dc5;
    for (let at = elements.start(position); at < elements.end(position); at++) {
      hash = Math.imul(hash ^ bytes[at], 0x01000193);
    }
    return hash >>> 0;
  }

  private level(segmentNumber: number, offset: number): void {
    const [number, parent, kind, child] = [this.number(1), this.number(2), this.number(3), this.number(4)];
    this.hierarchy.hl(number, parent, kind, child, segmentNumber, offset);
  }

  private line(): void {
    const number = this.number(1);
    if (number !== this.nextLine && number !== ABSENT) this.events.line();
    this.nextLine = (number < 0 ? this.nextLine : number) + 1;
  }

  /** CAS03, CAS06 … CAS18. */
  private adjustments(ofLine: boolean): void {
    for (let position = 3; position <= 18; position += 3) {
      if (this.elements.has(position)) this.balance.adjustment(this.amount(position), ofLine);
    }
  }
}

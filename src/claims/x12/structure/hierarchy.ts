/** A level that HL begins, and where. */
interface Level {
  /** HL01; -1 where no level of the kind is open. */
  number: number;
  /** HL04: whether levels below it are announced. */
  announces: boolean;
  hasBelow: boolean;
  segmentNumber: number;
  offset: number;
}

/** Told of HL elements that do not fit: the position, and where the HL stands. */
export type HierarchyReport = (element: number, segmentNumber: number, offset: number) => void;

/** Stands for an element that is not there: told elsewhere. */
export const ABSENT = -2;

const BILLING = 20;
const SUBSCRIBER = 22;
const PATIENT = 23;

const level = (): Level => ({ number: -1, announces: false, hasBelow: false, segmentNumber: 0, offset: 0 });

/** The numbers of hierarchical levels: HL01 counts from 1, HL02 names the level above, HL04 says if one is below. */
export class Hierarchy {
  private readonly report: HierarchyReport;
  private last = 0;
  private readonly billing = level();
  private readonly subscriber = level();

  constructor(report: HierarchyReport) {
    this.report = report;
  }

  begin(): void {
    this.last = 0;
    this.billing.number = this.subscriber.number = -1;
  }

  /** HL01 to HL04 as numbers: -1 where they are none, `ABSENT` where they are not there. */
  hl(number: number, parent: number, kind: number, child: number, segmentNumber: number, offset: number): void {
    if (number !== ABSENT && number !== this.last + 1) this.report(1, segmentNumber, offset);
    this.last = number < 0 ? this.last + 1 : number;
    if (kind === BILLING) {
      this.endSubscriber();
      open(this.billing, number, child, segmentNumber, offset);
    } else if (kind === SUBSCRIBER) {
      this.endSubscriber();
      this.below(this.billing, parent, segmentNumber, offset);
      open(this.subscriber, number, child, segmentNumber, offset);
    } else if (kind === PATIENT) this.below(this.subscriber, parent, segmentNumber, offset);
  }

  end(): void {
    this.endSubscriber();
  }

  private below(above: Level, parent: number, segmentNumber: number, offset: number): void {
    above.hasBelow = true;
    if (parent !== ABSENT && (above.number < 0 || parent !== above.number)) this.report(2, segmentNumber, offset);
  }

  private endSubscriber(): void {
    const { subscriber } = this;
    if (subscriber.number >= 0 && subscriber.announces !== subscriber.hasBelow) {
      this.report(4, subscriber.segmentNumber, subscriber.offset);
    }
    subscriber.number = -1;
  }
}

function open(level: Level, number: number, child: number, segmentNumber: number, offset: number): void {
  level.number = number;
  level.announces = child === 1;
  level.hasBelow = false;
  level.segmentNumber = segmentNumber;
  level.offset = offset;
}

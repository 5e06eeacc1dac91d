import { trim } from '../text.ts';
import type { Segment } from './segments.ts';

/** What an ISA segment says of who sends to whom, trimmed. */
export interface InterchangeFacts {
  readonly senderQualifier: string;
  readonly sender: string;
  readonly receiverQualifier: string;
  readonly receiver: string;
  readonly control: string;
  /** ISA15: `P` production, `T` test. */
  readonly usage: string;
}

/** GS02, GS03 and GS06. */
export interface GroupFacts {
  readonly sender: string;
  readonly receiver: string;
  readonly control: string;
}

/**
 * The transaction set in which a claim stands, with what is around it: what an answer has to name. A new value for
 * each ST; `interchange` and `group` are the same values as long as those are. Empty texts for what is not given.
 */
export interface Transmission {
  readonly interchange: InterchangeFacts | null;
  readonly group: GroupFacts | null;
  /** ST02. */
  readonly control: string;
  /** BHT03: the sender's number of the batch. */
  readonly batch: string;
  /** NM1*41 and NM1*40 of the heading; empty where they are not there. */
  readonly submitter: Segment;
  readonly receiver: Segment;
}

const at = (elements: Segment, index: number): string => trim(elements[index] ?? '');

const interchangeFacts = (isa: Segment): InterchangeFacts => ({
  senderQualifier: at(isa, 5),
  sender: at(isa, 6),
  receiverQualifier: at(isa, 7),
  receiver: at(isa, 8),
  control: at(isa, 13),
  usage: at(isa, 15),
});

const groupFacts = (gs: Segment): GroupFacts => ({
  sender: at(gs, 2),
  receiver: at(gs, 3),
  control: at(gs, 6),
});

/** The heading of a transaction set, filled as its segments pass. */
export class TransmissionRead {
  private interchange: InterchangeFacts | null = null;
  private group: GroupFacts | null = null;
  private open: { -readonly [Key in keyof Transmission]: Transmission[Key] } | null = null;

  /** null outside of transaction sets. */
  get current(): Transmission | null {
    return this.open;
  }

  isa(elements: Segment): void {
    this.interchange = interchangeFacts(elements);
    this.group = this.open = null;
  }

  gs(elements: Segment): void {
    this.group = groupFacts(elements);
    this.open = null;
  }

  st(elements: Segment): void {
    const { interchange, group } = this;
    this.open = { interchange, group, control: at(elements, 2), batch: '', submitter: [], receiver: [] };
  }

  bht(elements: Segment): void {
    if (this.open !== null) this.open.batch = at(elements, 3);
  }

  /** NM1 before the first level: who sends the claims, and to whom. */
  name(elements: Segment): void {
    if (this.open === null) return;
    if (elements[1] === '41') this.open.submitter = elements.map(trim);
    else if (elements[1] === '40') this.open.receiver = elements.map(trim);
  }

  /** What comes next has no header of its own. */
  forget(): void {
    this.interchange = this.group = this.open = null;
  }
}

import type { AcknowledgmentStamp } from '../claims/x12/ack/profile.ts';
import type { Transmission } from '../claims/x12/transmission.ts';
import { InterchangeWriter } from '../claims/x12/write-segments.ts';

/** Takes what is to be written, in order; bytes are the caller's no more. */
export type Put = (piece: string | Uint8Array) => void;

/** When an answer is written, under which number, and who answers whom where the claims came in no interchange. */
export interface AnswerOptions extends AcknowledgmentStamp {
  readonly sender: string;
  readonly receiver: string;
}

export const ANSWERER = 'COLUMNONE';
export const ASKER = 'SUBMITTER';

interface Kind {
  /** GS01. */
  readonly functionalId: string;
  /** ST01. */
  readonly transaction: string;
  /** GS08. */
  readonly guide: string;
  /** ST03; '' where the guide has none. */
  readonly convention: string;
}

/**
 * The envelopes of answers: an interchange for each that is answered, with its parties the other way round, and in
 * it a group for each of its groups. Control numbers follow from the first.
 */
export class Answers {
  readonly options: AnswerOptions;
  private readonly kind: Kind;
  private readonly put: Put;
  private writer: InterchangeWriter | null = null;
  private interchange: Transmission['interchange'] = null;
  private group: Transmission['group'] = null;
  private control: number;
  private groups = 0;
  private transactions = 0;
  private claims = 0;
  /** ISA13 of the open interchange. */
  private interchangeNumber = '';

  constructor(kind: Kind, options: AnswerOptions, put: Put) {
    this.kind = kind;
    this.options = options;
    this.put = put;
    this.control = options.control;
  }

  /** Opens a transaction set that answers one; the caller writes into it and ends it with `endTransaction`. */
  begin(transmission: Transmission | null): InterchangeWriter {
    const interchange = transmission?.interchange ?? null;
    const group = transmission?.group ?? null;
    if (this.writer !== null && interchange !== this.interchange) this.end();
    if (this.writer !== null && group !== this.group) this.endGroup(this.writer);
    this.writer ??= this.beginInterchange(interchange);
    if (this.transactions === 0) this.beginGroup(this.writer, group);
    this.transactions++;
    const control = String(this.transactions).padStart(4, '0');
    this.writer.beginTransaction(this.kind.transaction, control, this.kind.convention);
    return this.writer;
  }

  endTransaction(): void {
    this.writer?.endTransaction();
    this.flush();
  }

  /** Hands on what has been written. */
  flush(): void {
    const text = this.writer?.take() ?? '';
    if (text !== '') this.put(text);
  }

  /** Ends the interchange, if one is open. */
  end(): void {
    if (this.writer === null) return;
    this.endGroup(this.writer);
    this.put(this.writer.end());
    this.writer = null;
    this.groups = this.claims = 0;
    this.control++;
  }

  /** A number of this answer's own for the transaction set that is open. */
  get reference(): string {
    return [this.interchangeNumber, this.groups, this.transactions].join('-');
  }

  /** The next claim's number: the same in every answer to an interchange that has the same control number. */
  claimNumber(): string {
    this.claims++;
    return `${this.interchangeNumber}-${this.claims}`;
  }

  private beginInterchange(interchange: Transmission['interchange']): InterchangeWriter {
    const { date, time, sender, receiver } = this.options;
    this.interchange = interchange;
    this.interchangeNumber = String(this.control).padStart(9, '0');
    return new InterchangeWriter({
      senderQualifier: interchange?.receiverQualifier ?? 'ZZ',
      sender: interchange?.receiver ?? sender,
      receiverQualifier: interchange?.senderQualifier ?? 'ZZ',
      receiver: interchange?.sender ?? receiver,
      ...{ date, time, control: this.control },
      usage: interchange?.usage === 'P' ? 'P' : 'T',
    });
  }

  private beginGroup(writer: InterchangeWriter, group: Transmission['group']): void {
    this.group = group;
    this.groups++;
    writer.beginGroup({
      functionalId: this.kind.functionalId,
      sender: group?.receiver || this.options.sender,
      receiver: group?.sender || this.options.receiver,
      control: this.groups,
      version: this.kind.guide,
    });
  }

  private endGroup(writer: InterchangeWriter): void {
    if (this.transactions > 0) writer.endGroup();
    this.transactions = 0;
  }
}

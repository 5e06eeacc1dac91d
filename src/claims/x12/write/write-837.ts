import type { Claim, ClaimType } from '../../claim.ts';
import { claimSegments } from './claim-segments.ts';
import { REPETITION, type Segment, segmentText, USUAL_FORM, writable, type X12Form } from './form.ts';
import { compact } from './values.ts';

/** What stands around the claims: who sends them to whom, and when. */
export interface Envelope837 {
  readonly sender: string;
  readonly receiver: string;
  /** ISO date and `HHMM`. */
  readonly date: string;
  readonly time: string;
  /** ISA13, GS06, of up to nine digits. */
  readonly controlNumber: number;
  /** ISA15: T test, P production. */
  readonly usage: 'T' | 'P';
  readonly form?: X12Form;
}

const GUIDE: Readonly<Record<ClaimType, string>> = {
  professional: '005010X222A1',
  institutional: '005010X223A2',
};

/**
 * Writes claims as an 837: one interchange, a group and transaction for each run of claims of one type. Text comes
 * piece by piece, so that any number of claims can be written.
 *
 * @example
 * const writer = new Writer837(envelope)
 * for (const claim of claims) file.write(writer.claim(claim))
 * file.write(writer.end())
 */
export class Writer837 {
  /** Claims with a value in which a delimiter became a blank. */
  replaced = 0;
  private readonly envelope: Envelope837;
  private readonly form: X12Form;
  private type: ClaimType | null = null;
  private groups = 0;
  /** Segments of the open transaction. */
  private segments = 0;
  private level = 0;

  constructor(envelope: Envelope837) {
    this.envelope = envelope;
    this.form = envelope.form ?? USUAL_FORM;
  }

  claim(claim: Claim): string {
    const opening = claim.type === this.type ? '' : this.interchange() + this.closing() + this.opening(claim.type);
    const { segments, lastLevel } = claimSegments(claim, this.level);
    this.level = lastLevel;
    let isReplaced = false;
    const text = this.write(
      segments.map((segment) =>
        writable(segment, this.form, () => {
          isReplaced = true;
        }),
      ),
    );
    if (isReplaced) this.replaced++;
    return opening + text;
  }

  /** The trailers; '' where no claim was written. */
  end(): string {
    if (this.groups === 0) return '';
    const trailer: Segment = ['IEA', String(this.groups), this.control];
    return this.closing() + segmentText(trailer, this.form);
  }

  private get control(): string {
    return String(this.envelope.controlNumber).padStart(9, '0');
  }

  private interchange(): string {
    if (this.groups > 0) return '';
    const { sender, receiver, date, time, usage } = this.envelope;
    const { component } = this.form;
    const id = (text: string) => text.slice(0, 15).padEnd(15);
    const isa = [
      ...['ISA', '00', ' '.repeat(10), '00', ' '.repeat(10), 'ZZ', id(sender), 'ZZ', id(receiver)],
      ...[compact(date).slice(2), time, REPETITION, '00501', this.control, '0', usage, component],
    ];
    return segmentText(isa, this.form);
  }

  private opening(type: ClaimType): string {
    const { sender, receiver, date, time } = this.envelope;
    this.type = type;
    this.groups++;
    this.segments = 0;
    this.level = 0;
    const group = ['GS', 'HC', sender, receiver, compact(date), time, String(this.groups), 'X', GUIDE[type]];
    return (
      segmentText(group, this.form) +
      this.write([
        ['ST', '837', this.transaction, GUIDE[type]],
        ['BHT', '0019', '00', this.control, compact(date), time, 'CH'],
        ['NM1', '41', '2', sender, '', '', '', '', '46', sender],
        ['NM1', '40', '2', receiver, '', '', '', '', '46', receiver],
      ])
    );
  }

  private closing(): string {
    if (this.type === null) return '';
    this.type = null;
    return (
      this.write([['SE', String(this.segments + 1), this.transaction]]) +
      segmentText(['GE', '1', String(this.groups)], this.form)
    );
  }

  private get transaction(): string {
    return String(this.groups).padStart(4, '0');
  }

  private write(segments: readonly Segment[]): string {
    this.segments += segments.length;
    return segments.map((segment) => segmentText(segment, this.form)).join('');
  }
}

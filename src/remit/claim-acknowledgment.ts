import type { Claim } from '../claims/claim.ts';
import { CodedClaim } from '../claims/coded-claim.ts';
import { encodeClaim } from '../claims/encode.ts';
import { claimCharge } from '../claims/x12/claim-facts.ts';
import type { Transmission } from '../claims/x12/transmission.ts';
import type { InterchangeWriter, Written } from '../claims/x12/write-segments.ts';
import type { Checker } from '../edits/checker.ts';
import { type ClaimAcknowledgmentProfile, DEFAULT_ACKNOWLEDGMENT } from './acknowledgment-profile.ts';
import { type AnswerOptions, Answers, type Put } from './answers.ts';
import { ByteText } from './byte-text.ts';
import { ClaimBlock } from './claim-block.ts';
import { ClaimNames } from './claim-names.ts';
import { money } from './money.ts';
import { Refusals } from './refusal.ts';
import { MemorySpill, type Spill } from './spill.ts';

const GUIDE = '005010X214';
/** HL01 of the one who answers and of the one who is answered. */
const SOURCE = 1;
const RECEIVER = 2;
/** Bytes of claims that are gathered before they are put away. */
const PIECE = 1 << 18;

/** Claims and cents of a level, accepted and refused. */
interface Totals {
  accepted: number;
  refused: number;
  acceptedCents: number;
  refusedCents: number;
}

interface Billing {
  /** NM1*85 as it is written. */
  readonly name: Uint8Array;
  /** See `providerNumber`. */
  readonly number: number;
  /** HL01. */
  readonly level: number;
  /** Where its claims begin among the bytes of the transaction set. */
  readonly start: number;
  readonly totals: Totals;
}

const noTotals = (): Totals => ({ accepted: 0, refused: 0, acceptedCents: 0, refusedCents: 0 });

export interface ClaimAcknowledgmentOptions extends AnswerOptions {
  readonly profile?: ClaimAcknowledgmentProfile;
  /** Keeps the claims of a transaction set until their totals are known; in memory when left out. */
  readonly spill?: Spill;
}

/**
 * Writes 277CA claim acknowledgments (005010X214) of the claims that a checker has checked: a transaction set for each
 * transaction set of claims. The totals of a level stand before its claims, so those are kept until it ends.
 *
 * @example
 * const writer = new ClaimAcknowledgmentWriter(checker, options, (piece) => out.write(piece))
 * checker.check(coded)
 * writer.add(coded)
 * writer.end()
 */
export class ClaimAcknowledgmentWriter {
  private readonly put: Put;
  private readonly profile: ClaimAcknowledgmentProfile;
  private readonly answers: Answers;
  private readonly refusals: Refusals;
  private readonly names = new ClaimNames();
  private readonly body = new ByteText();
  private readonly scratch = new ByteText();
  private readonly block: ClaimBlock;
  private readonly spill: Spill;

  private writer: InterchangeWriter | null = null;
  private transmission: Transmission | null = null;
  /** Bytes of the transaction set's claims that were put away. */
  private spilled = 0;
  private level = RECEIVER;
  private billing: Billing[] = [];
  private payer: readonly [string, string] = ['', ''];

  constructor(checker: Checker, options: ClaimAcknowledgmentOptions, put: Put) {
    this.put = put;
    this.profile = options.profile ?? DEFAULT_ACKNOWLEDGMENT;
    this.answers = new Answers(
      { functionalId: 'HN', transaction: '277', guide: GUIDE, convention: GUIDE },
      options,
      put,
    );
    this.refusals = new Refusals(checker, this.profile);
    this.spill = options.spill ?? new MemorySpill();
    this.block = new ClaimBlock(this.body, this.profile, options.date);
  }

  /** Takes the claim that the checker has just checked. */
  add(claim: CodedClaim): void {
    if (this.writer === null || claim.transmission !== this.transmission) this.begin(claim);
    const { totals, level } = this.billingOf(claim);
    const lines = lineCharges(claim);
    const submitted =
      claim.source === null ? (claim.toClaim().charge ?? lines) : claimCharge(claim.source, claim.bytes);
    const charge = Number.isNaN(submitted) ? lines : submitted;
    const number = this.answers.claimNumber();
    const refusal = this.refusals.of(claim, submitted, lines);
    if (refusal === null) {
      totals.accepted++;
      totals.acceptedCents += charge;
    } else {
      totals.refused++;
      totals.refusedCents += charge;
    }
    this.block.write(claim, this.names, { level: ++this.level, parent: level, number, charge, refusal });
    if (this.body.length > PIECE) this.putAway();
  }

  /** Ends what is open. */
  end(): void {
    this.finish();
    this.answers.end();
  }

  private begin(claim: CodedClaim): void {
    this.finish();
    this.transmission = claim.transmission;
    this.writer = this.answers.begin(claim.transmission);
    this.level = RECEIVER;
    this.payer = claim.transmission?.receiver[9] ? ['', ''] : payerOf(claim.toClaim());
  }

  /** The open level of billing provider; a new one where the claim names another. */
  private billingOf(claim: CodedClaim): Billing {
    const { scratch } = this;
    const last = this.billing.at(-1);
    // Equal NPIs are one provider, however its name is written.
    if (last !== undefined && claim.billing > 0 && claim.billing === last.number) return last;
    scratch.clear();
    this.names.billing(claim, scratch);
    if (last !== undefined && scratch.equals(last.name)) return last;
    const start = this.spilled + this.body.length;
    const next = { name: scratch.copy(), number: claim.billing, level: ++this.level, start, totals: noTotals() };
    this.billing.push(next);
    return next;
  }

  private putAway(): void {
    const { body } = this;
    this.spill.add(body.bytes.subarray(0, body.length));
    this.spilled += body.length;
    body.clear();
  }

  /** Writes the open transaction set: each level's totals, then its claims. */
  private finish(): void {
    const { writer } = this;
    if (writer === null) return;
    this.putAway();
    this.head(writer);
    writer.passed(this.body.segments);
    this.levels(writer);
    this.answers.endTransaction();
    this.writer = null;
    this.billing = [];
    this.spilled = this.body.segments = 0;
  }

  private levels(writer: InterchangeWriter): void {
    let at = 0;
    let next = 0;
    for (const piece of this.spill.take()) {
      let from = 0;
      while (next < this.billing.length && this.billing[next].start < at + piece.length) {
        const to = this.billing[next].start - at;
        if (to > from) this.put(piece.subarray(from, to));
        from = to;
        this.billingHead(writer, this.billing[next++]);
      }
      this.put(from === 0 ? piece : piece.subarray(from));
      at += piece.length;
    }
  }

  private head(writer: InterchangeWriter): void {
    const { date, time } = this.answers.options;
    const { reference } = this.answers;
    const { transmission, profile } = this;
    writer.segment('BHT', '0085', '08', reference, date, time, 'TH');
    writer.segment('HL', SOURCE, '', '20', '1');
    writer.segment('NM1', 'PR', '2', ...this.source());
    writer.segment('TRN', '1', reference);
    writer.segment('DTP', '050', 'D8', date);
    writer.segment('DTP', '009', 'D8', date);
    writer.segment('HL', RECEIVER, SOURCE, '21', '1');
    writer.segment('NM1', '41', ...this.receiver());
    writer.segment('TRN', '2', transmission?.batch || transmission?.control || reference);
    const totals = this.billing.reduce(added, noTotals());
    writer.segment('STC', this.received(), date, 'WQ', money(totals.acceptedCents + totals.refusedCents));
    this.totals(writer, totals, '90', 'AA');
    if (profile.providers || this.billing.length === 0) this.answers.flush();
  }

  /** NM103 to NM109 of the one who answers: whom the batch was sent to, or the payer of its first claim. */
  private source(): Written[] {
    const { receiver = [] } = this.transmission ?? {};
    const [name, id] = receiver[9] ? [receiver[3], receiver[9]] : this.payer;
    const { sender } = this.answers.options;
    return [name || id || sender, '', '', '', '', this.profile.sourceQualifier, id || sender];
  }

  private receiver(): Written[] {
    const { submitter = [] } = this.transmission ?? {};
    const { receiver } = this.answers.options;
    if (!submitter[9]) return ['2', receiver, '', '', '', '', '46', this.transmission?.interchange?.sender || receiver];
    return [
      submitter[2] === '1' ? '1' : '2',
      submitter[3],
      submitter[4] ?? '',
      submitter[5] ?? '',
      '',
      '',
      '46',
      submitter[9],
    ];
  }

  private billingHead(writer: InterchangeWriter, { name, level, totals }: Billing): void {
    writer.segment('HL', level, RECEIVER, '19', '1');
    this.answers.flush();
    writer.passed(1);
    this.put(name);
    if (!this.profile.providers) return;
    writer.segment('TRN', '1', '0');
    writer.segment('STC', this.received(), '', 'WQ', money(totals.acceptedCents + totals.refusedCents));
    this.totals(writer, totals, 'QA', 'QC');
    this.answers.flush();
  }

  /** Counts and amounts, each where there are such claims. */
  private totals(writer: InterchangeWriter, totals: Totals, accepted: string, refused: string): void {
    if (totals.accepted > 0) writer.segment('QTY', accepted, totals.accepted);
    if (totals.refused > 0) writer.segment('QTY', refused, totals.refused);
    if (totals.accepted > 0) writer.segment('AMT', 'YU', money(totals.acceptedCents));
    if (totals.refused > 0) writer.segment('AMT', 'YY', money(totals.refusedCents));
  }

  private received(): string[] {
    return ['A1', this.profile.received, ...(this.profile.entity ? ['PR'] : [])];
  }
}

/** The acknowledgments of claims given as values, as one text. */
export function claimAcknowledgment(
  checker: Checker,
  claims: Iterable<Claim>,
  options: ClaimAcknowledgmentOptions,
): string {
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  const writer = new ClaimAcknowledgmentWriter(checker, options, (piece) =>
    pieces.push(typeof piece === 'string' ? piece : decoder.decode(piece)),
  );
  const coded = new CodedClaim();
  for (const claim of claims) {
    encodeClaim(claim, coded);
    checker.check(coded);
    writer.add(coded);
  }
  writer.end();
  return pieces.join('');
}

const added = (sum: Totals, { totals }: Billing): Totals => ({
  accepted: sum.accepted + totals.accepted,
  refused: sum.refused + totals.refused,
  acceptedCents: sum.acceptedCents + totals.acceptedCents,
  refusedCents: sum.refusedCents + totals.refusedCents,
});

/** Lines without a charge count as none. */
function lineCharges(claim: CodedClaim): number {
  let sum = 0;
  for (let line = 0; line < claim.ownLines; line++) sum += claim.charge[line] || 0;
  return sum;
}

const payerOf = ({ payer }: Claim): readonly [string, string] => [payer?.name ?? '', payer?.identifier ?? ''];

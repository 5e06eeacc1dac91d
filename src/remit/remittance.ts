import type { Claim, Person, Provider } from '../claims/claim.ts';
import { CodedClaim } from '../claims/coded-claim.ts';
import { encodeClaim } from '../claims/encode.ts';
import type { Transmission } from '../claims/x12/transmission.ts';
import { compact, dates, plain } from '../claims/x12/write/values.ts';
import type { InterchangeWriter, Written } from '../claims/x12/write-segments.ts';
import type { Checker } from '../edits/checker.ts';
import { type AnswerOptions, Answers, type Put } from './answers.ts';
import { serviceParts } from './claim-block.ts';
import { money } from './money.ts';
import { type ClaimPayment, claimPayment, type LinePayment, type PaymentAdjustment } from './payment.ts';
import { taxNumber } from './tax-number.ts';

const GUIDE = '005010X221A1';

/** What the 835 asks of a payer and no claim says. What is left out leaves its segments out. */
export interface RemittanceProfile {
  /** TRN03, ten digits: 1 and the payer's tax number. */
  readonly originator: string;
  /** N3 and N4 of the payer. */
  readonly address: {
    readonly street: string;
    readonly city: string;
    readonly state: string;
    readonly postalCode: string;
  } | null;
  /** PER*BL: whom to ask about the file. */
  readonly contact: { readonly name: string; readonly telephone: string } | null;
}

export const DEFAULT_REMITTANCE: RemittanceProfile = { originator: '1000000000', address: null, contact: null };

export interface RemittanceOptions extends AnswerOptions {
  readonly profile?: RemittanceProfile;
}

/**
 * Writes 835s (005010X221A1) that estimate what HCPCS edits alone would take from the claims that a checker has
 * checked: non-payment advices, in which all is adjusted and nothing paid. A transaction set for each run of claims of
 * one payer and billing provider in a transaction set of claims.
 *
 * @example
 * const writer = new RemittanceWriter(checker, options, (piece) => out.write(piece))
 * checker.check(coded)
 * writer.add(coded)
 * writer.end()
 */
export class RemittanceWriter {
  private readonly checker: Checker;
  private readonly profile: RemittanceProfile;
  private readonly answers: Answers;
  private writer: InterchangeWriter | null = null;
  private transmission: Transmission | null = null;
  /** Payer and payee of the open transaction set. */
  private parties = '';

  constructor(checker: Checker, options: RemittanceOptions, put: Put) {
    this.checker = checker;
    this.profile = options.profile ?? DEFAULT_REMITTANCE;
    this.answers = new Answers({ functionalId: 'HP', transaction: '835', guide: GUIDE, convention: '' }, options, put);
  }

  /** Takes the claim that the checker has just checked. */
  add(coded: CodedClaim): void {
    const claim = coded.toClaim();
    const writer = this.transactionFor(coded, claim);
    writeClaim(
      writer,
      claimPayment(claim, (line) => this.checker.adjustment(line)),
      this.answers,
    );
    this.answers.flush();
  }

  /** Ends what is open. */
  end(): void {
    if (this.writer !== null) this.answers.endTransaction();
    this.writer = null;
    this.answers.end();
  }

  private transactionFor(coded: CodedClaim, claim: Claim): InterchangeWriter {
    const { payer, billingProvider } = claim;
    const parties = JSON.stringify([payer?.identifier, payer?.name, idOf(billingProvider), billingProvider.name]);
    if (this.writer !== null && coded.transmission === this.transmission && parties === this.parties)
      return this.writer;
    if (this.writer !== null) this.answers.endTransaction();
    this.writer = this.answers.begin(coded.transmission);
    this.transmission = coded.transmission;
    this.parties = parties;
    this.head(this.writer, coded, claim);
    return this.writer;
  }

  private head(writer: InterchangeWriter, coded: CodedClaim, { payer, billingProvider }: Claim): void {
    const { date, sender, receiver } = this.answers.options;
    const { originator, address, contact } = this.profile;
    writer.segment('BPR', 'H', '0', 'C', 'NON', ...Array<string>(11).fill(''), date);
    writer.segment('TRN', '1', this.answers.reference, originator);
    writer.segment('REF', 'EV', coded.transmission?.interchange?.sender || receiver);
    writer.segment('DTM', '405', date);
    writer.segment('N1', 'PR', payer?.name || payer?.identifier || sender);
    if (address !== null) {
      writer.segment('N3', address.street);
      writer.segment('N4', address.city, address.state, address.postalCode);
    }
    if (payer?.identifier) writer.segment('REF', '2U', payer.identifier);
    if (contact !== null) writer.segment('PER', 'BL', contact.name, 'TE', contact.telephone);
    writer.segment('N1', 'PE', billingProvider.name || idOf(billingProvider), ...payee(billingProvider));
    const tax = taxNumber(coded);
    if (tax !== '') writer.segment('REF', 'TJ', tax);
    writer.segment('LX', '1');
  }
}

/** The advice on claims given as values, as one text. */
export function estimatedRemittance(checker: Checker, claims: Iterable<Claim>, options: RemittanceOptions): string {
  const pieces: (string | Uint8Array)[] = [];
  const writer = new RemittanceWriter(checker, options, (piece) => pieces.push(piece));
  const coded = new CodedClaim();
  for (const claim of claims) {
    encodeClaim(claim, coded);
    checker.check(coded);
    writer.add(coded);
  }
  writer.end();
  return pieces.join('');
}

const idOf = ({ npi, identifier }: Provider): string => npi ?? identifier ?? '';

/** N103 and N104. */
const payee = ({ npi, identifier }: Provider): string[] =>
  npi !== null ? ['XX', npi] : identifier === null ? [] : ['FI', identifier];

/** SBR09 that CLP06 has too; ZZ stands for all others. */
const FILING = new Set('12 13 14 15 16 17 AM CH DS HM LM MA MB MC OF TV VA WC'.split(' '));

function writeClaim(writer: InterchangeWriter, payment: ClaimPayment, answers: Answers): void {
  const { claim, status, charge, paid, lines } = payment;
  const filing = claim.payer?.filingIndicator ?? '';
  const { facility, frequency } = billOf(claim);
  writer.segment(
    ...['CLP', claim.id, status, money(charge), money(paid), ''],
    ...[FILING.has(filing) ? filing : 'ZZ', answers.claimNumber(), facility, frequency],
    ...['', claim.institutional?.drg ?? ''],
  );
  adjustments(writer, payment.adjustments);
  people(writer, claim);
  if (payment.remarks.length > 0) writer.segment(...outpatientRemarks(claim, payment.remarks));
  if (claim.originalReference !== '') writer.segment('REF', 'F8', claim.originalReference);
  const { statementFrom = null, statementTo = null } = claim.institutional ?? {};
  if (statementFrom !== null) writer.segment('DTM', '232', compact(statementFrom));
  if (statementTo !== null) writer.segment('DTM', '233', compact(statementTo));
  writer.segment('DTM', '050', answers.options.date);
  for (const line of lines) writeLine(writer, line);
}

/** CLP08 and CLP09: facility type or place of service, and frequency. */
function billOf({ institutional, placeOfService, frequency }: Claim): { facility: string; frequency: string } {
  const facility = institutional === null ? placeOfService : institutional.typeOfBill.slice(0, 2);
  return { facility, frequency: facility === '' ? '' : frequency };
}

function people(writer: InterchangeWriter, { patient, subscriber, renderingProvider }: Claim): void {
  writer.segment('NM1', 'QC', ...person(patient ?? subscriber, patient?.memberId || subscriber.memberId));
  if (patient !== null) writer.segment('NM1', 'IL', ...person(subscriber, subscriber.memberId));
  if (renderingProvider === null) return;
  const { npi, identifier, name } = renderingProvider;
  const id = npi ?? identifier ?? '';
  writer.segment(
    'NM1',
    '82',
    ...providerName(name),
    ...(id === '' ? [] : ['', '', '', npi === null ? 'SL' : 'XX', id]),
  );
}

const person = ({ lastName, firstName }: Person, memberId: string): Written[] => [
  ...['1', lastName, firstName],
  ...(memberId === '' ? [] : ['', '', '', 'MI', memberId]),
];

/** `LAST, FIRST`, as a claim has a person's name; without a comma an organization. */
function providerName(name: string): Written[] {
  const [last, first = ''] = name.split(', ');
  return [first === '' ? '2' : '1', last, first];
}

/** MIA of an inpatient claim, MOA of all others, with the claim's remarks. */
function outpatientRemarks({ institutional }: Claim, remarks: readonly string[]): [string, ...Written[]] {
  const isInpatient = institutional !== null && /^(11|18|21|41)/.test(institutional.typeOfBill);
  return isInpatient ? ['MIA', '0', '', '', '0', ...remarks] : ['MOA', '', '', ...remarks];
}

function adjustments(writer: InterchangeWriter, of: readonly PaymentAdjustment[]): void {
  for (const { group, carc, amount } of of) writer.segment('CAS', group, carc, money(amount));
}

function writeLine(writer: InterchangeWriter, payment: LinePayment): void {
  const { line, charge, paid, remarks } = payment;
  const { qualifier, code, modifiers, revenueCode, units, from, to, controlNumber, number } = line;
  const service = serviceParts(qualifier, code, revenueCode, modifiers);
  const asked = units === null || units <= 0 ? '' : plain(units);
  writer.segment('SVC', service, money(charge), money(paid), code === '' ? '' : revenueCode, '0', '', asked);
  for (const [, , format, text] of dates('472', from, to)) period(writer, format, text);
  adjustments(writer, payment.adjustments);
  writer.segment('REF', '6R', controlNumber || number);
  for (const remark of remarks) writer.segment('LQ', 'HE', remark);
}

/** DTM*472 of one day, 150 and 151 of several. */
function period(writer: InterchangeWriter, format: string, text: string): void {
  const [from, to] = text.split('-');
  if (format === 'D8') {
    writer.segment('DTM', '472', from);
    return;
  }
  writer.segment('DTM', '150', from);
  writer.segment('DTM', '151', to);
}

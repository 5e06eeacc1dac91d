import type { ClaimLine } from '../claims/claim.ts';
import type { CodedClaim } from '../claims/coded-claim.ts';
import type { ClaimBytes } from '../claims/x12/claim-bytes.ts';
import { prefix, SegmentFound } from '../claims/x12/claim-facts.ts';
import { componentEnd, elementEnd } from '../claims/x12/elements.ts';
import { plain } from '../claims/x12/write/values.ts';
import { NOT_A_DAY } from '../codes/day.ts';
import type { ClaimAcknowledgmentProfile } from './acknowledgment-profile.ts';
import { asciiBytes, type ByteText } from './byte-text.ts';
import type { ClaimNames } from './claim-names.ts';
import type { Refusal, RefusedLine } from './refusal.ts';

const INTERMEDIARY = prefix('REF', 'D9');

const HL = asciiBytes('HL*');
const PT = asciiBytes('PT');
const TRN = asciiBytes('TRN*2*');
const REF_1K = asciiBytes('REF*1K*');
const REF_D9 = asciiBytes('REF*D9*');
const REF_BLT = asciiBytes('REF*BLT*');
const DTP_D8 = asciiBytes('DTP*472*D8*');
const DTP_RD8 = asciiBytes('DTP*472*RD8*');
const SVC = asciiBytes('SVC*');
const TWO = asciiBytes('**');
const THREE = asciiBytes('***');
const COLON = asciiBytes(':');
const REF_FJ = asciiBytes('REF*FJ*');
const HYPHEN = asciiBytes('-');

const CONTROL_NUMBER = prefix('REF', '6R');
/** Qualifier, code and four modifiers; and the longest of them. */
const SERVICE_PARTS = 6;
const LONGEST_SERVICE = 48;

/** Longest TRN02 and REF02. */
const LONGEST_REFERENCE = 50;
/** Elements between STC04 and STC10, and between it and STC12. */
const TO_STC10 = '******';

export interface BlockFacts {
  /** HL01, and HL01 of the billing provider. */
  readonly level: number;
  readonly parent: number;
  /** This answer's own for the claim. */
  readonly number: string;
  readonly charge: number;
  readonly refusal: Refusal | null;
}

/** Writes what a 277CA says of one claim: loop 2000D, as bytes, since there is one for every claim. */
export class ClaimBlock {
  private readonly out: ByteText;
  private readonly profile: ClaimAcknowledgmentProfile;
  private readonly date: string;
  private readonly accepted: Uint8Array;
  private readonly found = new SegmentFound();

  constructor(out: ByteText, profile: ClaimAcknowledgmentProfile, date: string) {
    this.out = out;
    this.profile = profile;
    this.date = date;
    this.accepted = asciiBytes(`STC*A2:20${profile.entity ? ':PR' : ''}*${date}*WQ*`);
  }

  write(claim: CodedClaim, names: ClaimNames, { level, parent, number, charge, refusal }: BlockFacts): void {
    const { out } = this;
    out.put(HL);
    out.number(level);
    out.separate();
    out.number(parent);
    out.separate();
    out.put(PT);
    out.end();
    names.patient(claim, out);
    out.put(TRN);
    out.value(claim.bytes, claim.idStart, claim.idEnd, LONGEST_REFERENCE);
    out.end();
    if (refusal === null) this.acceptance(charge);
    else this.refusal(refusal, charge);
    this.references(claim, number, refusal === null);
    this.period(claim);
    if (refusal !== null && refusal.lines.length > 0) this.lines(claim, refusal.lines);
  }

  private acceptance(charge: number): void {
    this.out.put(this.accepted);
    this.out.amount(charge);
    this.out.end();
  }

  private refusal({ claim, text }: Refusal, charge: number): void {
    const { out } = this;
    const [first, second = '', third = ''] = claim;
    out.ascii(`STC*${first}*${this.date}*U*`);
    out.amount(charge);
    out.ascii(`${TO_STC10}${second}*${third}*`);
    this.out.text(text);
    out.end();
  }

  /** What it is called: by this answer, by who passed it on, and its type of bill. */
  private references(claim: CodedClaim, number: string, isAccepted: boolean): void {
    const { out, profile, found } = this;
    if (profile.claimNumbers === 'all' || (profile.claimNumbers === 'accepted' && isAccepted)) {
      out.put(REF_1K);
      this.out.text(number);
      out.end();
    }
    if (claim.source !== null && found.inClaim(claim.source, claim.bytes, INTERMEDIARY) && !found.isEmpty(2)) {
      out.put(REF_D9);
      out.value(found.bytes, found.start(2), found.end(2), LONGEST_REFERENCE);
      out.end();
    }
    if (!claim.isInstitutional || claim.facility < 0) return;
    out.put(REF_BLT);
    out.number(claim.facility);
    if (claim.frequency > 0) this.out.text(String.fromCharCode(claim.frequency));
    out.end();
  }

  /** From the first day of service to the last. */
  private period(claim: CodedClaim): void {
    let from = NOT_A_DAY;
    let to = NOT_A_DAY;
    for (let line = 0; line < claim.ownLines; line++) {
      const first = claim.from[line];
      if (first === NOT_A_DAY) continue;
      if (from === NOT_A_DAY || first < from) from = first;
      to = Math.max(to, first, claim.to[line]);
    }
    this.days(from, to);
  }

  private lines(claim: CodedClaim, refused: readonly RefusedLine[]): void {
    const { out, profile } = this;
    for (const { index, statuses } of refused) {
      const isAtHand = claim.source !== null && claim.codeEnd[index] > claim.codeStart[index];
      // Made only where the bytes do not say it: making it costs more than all else here.
      const line = isAtHand ? null : claim.toClaim().lines[index];
      out.put(SVC);
      if (line === null) this.serviceAt(claim.source, claim, index);
      else this.service(line);
      out.separate();
      out.amount(claim.charge[index] || 0);
      out.put(TWO);
      if (claim.revenue[index] >= 0 && (line === null || line.code !== ''))
        this.out.text(revenueText(claim.revenue[index]));
      out.put(THREE);
      if (claim.units[index] > 0) this.out.text(plain(claim.units[index]));
      out.end();
      this.lineStatus(statuses, profile.lineDates ? this.date : '');
      out.put(REF_FJ);
      if (line === null) this.controlNumberAt(claim.source, claim, index);
      else this.out.text(line.controlNumber || String(line.number));
      out.end();
      this.days(claim.from[index], claim.to[index]);
    }
  }

  private lineStatus([first, second = '', third = '']: readonly string[], date: string): void {
    this.out.ascii(`STC*${first}*${date}*U*${TO_STC10}${second}*${third}`);
    this.out.end();
  }

  /** SVC01: the code as submitted, or the revenue code of a line that has no other. */
  private service({ qualifier, code, modifiers, revenueCode }: ClaimLine): void {
    for (const [i, part] of serviceParts(qualifier, code, revenueCode, modifiers).entries()) {
      if (i > 0) this.out.put(COLON);
      this.out.text(part);
    }
  }

  /** The same from the components of SV101 or SV202, around the code. */
  private serviceAt(source: ClaimBytes | null, { bytes, codeStart }: CodedClaim, index: number): void {
    if (source === null) return;
    const { out } = this;
    let start = codeStart[index];
    while (bytes[start - 1] !== source.element) start--;
    const end = elementEnd(bytes, start, source.element, source.terminator);
    for (let part = 0; part < SERVICE_PARTS && start <= end; part++) {
      if (part > 0) out.put(COLON);
      const next = componentEnd(bytes, start, end, source.component);
      out.value(bytes, start, next, LONGEST_SERVICE);
      start = next + 1;
    }
    out.trimEmpty();
  }

  private controlNumberAt(source: ClaimBytes | null, { bytes, codeStart, number }: CodedClaim, index: number): void {
    const { found, out } = this;
    if (source !== null && found.inLine(source, bytes, codeStart[index], CONTROL_NUMBER) && !found.isEmpty(2)) {
      out.value(found.bytes, found.start(2), found.end(2), LONGEST_REFERENCE);
    } else out.number(number[index]);
  }

  /** DTP*472; nothing where there is no first day. */
  private days(from: number, last: number): void {
    const { out } = this;
    if (from === NOT_A_DAY) return;
    const to = last === NOT_A_DAY ? from : last;
    out.put(from === to ? DTP_D8 : DTP_RD8);
    out.day(from);
    if (from !== to) {
      out.put(HYPHEN);
      out.day(to);
    }
    out.end();
  }
}

const revenueText = (revenue: number): string => String(revenue).padStart(4, '0');

/** Modifiers that C003 has room for. */
const MOST_MODIFIERS = 4;

/** SVC01 of a line: its code with modifiers, or its revenue code. */
export const serviceParts = (
  qualifier: string,
  code: string,
  revenueCode: string,
  modifiers: readonly string[],
): string[] =>
  code === '' && revenueCode !== ''
    ? ['NU', revenueCode]
    : [qualifier || 'HC', code, ...modifiers.slice(0, MOST_MODIFIERS)];

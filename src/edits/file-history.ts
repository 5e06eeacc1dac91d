import { grown } from '../arrays.ts';
import { BeneficiaryBytes } from '../claims/beneficiary.ts';
import { type CodedClaim, MODIFIER_SLOTS, type SettingCode } from '../claims/coded-claim.ts';
import { hash52 } from '../claims/hash52.ts';
import { bytesOf } from '../claims/text.ts';
import { NOT_A_DAY } from '../codes/day.ts';
import { claimIdOf } from './finding-texts.ts';
import type { History } from './history.ts';

/**
 * Claim frequencies (CLM05-3) of claims that stand in the place of an earlier one, as ASCII codes: adjustment,
 * replacement, void (NUBC, type of bill frequency codes; the payer takes the earlier claim back as a whole).
 */
const [ADJUSTMENT, REPLACEMENT, VOID] = [54, 55, 56];
const NONE = -1;

/**
 * History of the claims that were kept before, in memory: columns of numbers, some 100 bytes a line. A beneficiary's
 * claims are a chain from the newest to the oldest.
 *
 * What a claim looks back on are the earlier claims of the same beneficiary that still ask for payment. A replaced or
 * voided claim does not, nor one that the claim itself replaces: the one that its REF F8 names, by its own id or, of
 * replacements, by the same reference; where none of those at hand is named so, the one of the same patient control
 * number. Payers number claims after they were sent, so the number that REF F8 gives is mostly not at hand. Only who
 * billed a claim takes it back, in the setting it was billed in.
 *
 * @example
 * const history = new FileHistory()
 * history.lookBack(coded); checker.check(coded); history.keep(coded)
 */
export class FileHistory implements History {
  private readonly beneficiaries = new Map<number, number>();
  private readonly who = new BeneficiaryBytes();
  private claimCount = 0;
  private lineCount = 0;
  private readonly ids: string[] = [];
  private claims = claimColumns(256);
  private lines = lineColumns(1024);
  /** Claims of the beneficiary at hand that stand, oldest first. */
  private standing: number[] = [];

  lookBack(claim: CodedClaim): void {
    claim.hasHistory = true;
    this.gather(claim);
    const takenBack = isTakingBack(claim.frequency) ? this.takenBack(claim) : NOTHING;
    const { standing, claims } = this;
    for (const isBeside of [true, false]) {
      let index = 0;
      for (const earlier of standing) {
        if (takenBack.includes(earlier) || claims.frequency[earlier] === VOID) continue;
        if (isBeside) this.addClaim(claim, earlier);
        this.addLines(claim, earlier, index++, isBeside);
      }
    }
  }

  keep(claim: CodedClaim): void {
    claim.putBeneficiary(this.who);
    if (isTakingBack(claim.frequency)) {
      this.gather(claim);
      for (const earlier of this.takenBack(claim)) this.claims.isStanding[earlier] = 0;
    }
    this.addToChain(claim);
    for (let line = 0; line < claim.ownLines; line++) this.keepLine(claim, line);
    this.claims.lineEnd[this.claimCount - 1] = this.lineCount;
  }

  /** The beneficiary's claims that stand, into `standing`. */
  private gather(claim: CodedClaim): void {
    const { claims, standing } = this;
    claim.putBeneficiary(this.who);
    const { check } = this.who;
    standing.length = 0;
    for (let at = this.beneficiaries.get(this.who.hash) ?? NONE; at !== NONE; at = claims.before[at]) {
      if (claims.check[at] === check && claims.isStanding[at] === 1) standing.push(at);
    }
    standing.reverse();
  }

  private takenBack(claim: CodedClaim): readonly number[] {
    const { claims } = this;
    const reference = referenceOf(claim);
    const id = hash52(claim.bytes, claim.idStart, claim.idEnd);
    const own = this.standing.filter(
      (at) => claims.billing[at] === claim.billing && claims.setting[at] === claim.setting,
    );
    const named = own.filter(
      (at) =>
        reference !== 0 &&
        (claims.id[at] === reference || (claims.reference[at] === reference && isTakingBack(claims.frequency[at]))),
    );
    return named.length > 0 ? named : own.filter((at) => claims.id[at] === id);
  }

  private addToChain(claim: CodedClaim): void {
    const { claims, who } = this;
    const at = this.claimCount++;
    if (at === claims.before.length) this.claims = grownColumns(claims);
    const { before, check, id, reference, frequency, billing, setting, isStanding, lineStart } = this.claims;
    before[at] = this.beneficiaries.get(who.hash) ?? NONE;
    this.beneficiaries.set(who.hash, at);
    check[at] = who.check;
    id[at] = hash52(claim.bytes, claim.idStart, claim.idEnd);
    reference[at] = isTakingBack(claim.frequency) ? referenceOf(claim) : 0;
    frequency[at] = claim.frequency;
    billing[at] = claim.billing;
    setting[at] = claim.setting;
    isStanding[at] = 1;
    lineStart[at] = this.lineCount;
    this.ids.push(claimIdOf(claim));
  }

  private keepLine(claim: CodedClaim, line: number): void {
    const at = this.lineCount++;
    if (at === this.lines.code.length) this.lines = grownColumns(this.lines);
    copyLine(claim, line, this.lines, at);
    const slot = line * MODIFIER_SLOTS;
    this.lines.modifiers.set(claim.modifiers.subarray(slot, slot + MODIFIER_SLOTS), at * MODIFIER_SLOTS);
  }

  private addClaim(claim: CodedClaim, earlier: number): void {
    claim.historyClaims.push(this.ids[earlier]);
    claim.historyBilling.push(this.claims.billing[earlier]);
    claim.historySetting.push(this.claims.setting[earlier] as SettingCode);
  }

  /** The lines of an earlier claim that are of one service with the claim's own, or those that are not. */
  private addLines(claim: CodedClaim, earlier: number, index: number, wanted: boolean): void {
    const { claims, lines } = this;
    const isOfProvider = claims.billing[earlier] === claim.billing && claims.setting[earlier] === claim.setting;
    if (wanted && !isOfProvider) return;
    for (let line = claims.lineStart[earlier]; line < claims.lineEnd[earlier]; line++) {
      const isBeside = isOfProvider && hasDay(claim, lines.from[line]);
      if (isBeside !== wanted) continue;
      const at = isBeside ? claim.addLine() : claim.addPastLine();
      copyLine(lines, line, claim, at);
      const slot = line * MODIFIER_SLOTS;
      claim.modifiers.set(lines.modifiers.subarray(slot, slot + MODIFIER_SLOTS), at * MODIFIER_SLOTS);
      claim.historyClaim[at] = index;
    }
  }
}

const NOTHING: readonly number[] = [];

const isTakingBack = (frequency: number): boolean =>
  frequency === ADJUSTMENT || frequency === REPLACEMENT || frequency === VOID;

/** REF F8 as a number that is equal for equal references; 0 for none. Asked of few claims, so it may make text. */
function referenceOf(claim: CodedClaim): number {
  const bytes = bytesOf(claim.toClaim().originalReference);
  return bytes.length === 0 ? 0 : hash52(bytes, 0, bytes.length);
}

function hasDay({ from, ownLines }: CodedClaim, day: number): boolean {
  for (let line = 0; line < ownLines; line++) if (from[line] === day && day !== NOT_A_DAY) return true;
  return false;
}

/** Columns of a claim's lines that are kept, beside the modifiers. */
type LineColumns = Pick<
  CodedClaim,
  | 'number'
  | 'revenue'
  | 'code'
  | 'modifierCount'
  | 'units'
  | 'unitBasis'
  | 'charge'
  | 'from'
  | 'to'
  | 'place'
  | 'rendering'
  | 'renderingTaxonomy'
>;

function copyLine(from: LineColumns, line: number, to: LineColumns, at: number): void {
  to.number[at] = from.number[line];
  to.revenue[at] = from.revenue[line];
  to.code[at] = from.code[line];
  to.modifierCount[at] = from.modifierCount[line];
  to.units[at] = from.units[line];
  to.unitBasis[at] = from.unitBasis[line];
  to.charge[at] = from.charge[line];
  to.from[at] = from.from[line];
  to.to[at] = from.to[line];
  to.place[at] = from.place[line];
  to.rendering[at] = from.rendering[line];
  to.renderingTaxonomy[at] = from.renderingTaxonomy[line];
}

const lineColumns = (size: number): LineColumns & Pick<CodedClaim, 'modifiers'> => ({
  number: new Int32Array(size),
  revenue: new Int16Array(size),
  code: new Int32Array(size),
  modifiers: new Int16Array(size * MODIFIER_SLOTS),
  modifierCount: new Uint8Array(size),
  units: new Float64Array(size),
  unitBasis: new Uint8Array(size),
  charge: new Float64Array(size),
  from: new Int32Array(size),
  to: new Int32Array(size),
  place: new Int16Array(size),
  rendering: new Float64Array(size),
  renderingTaxonomy: new Float64Array(size),
});

const claimColumns = (size: number) => ({
  /** The claim kept before of the same beneficiary (or of one whose hash is the same), NONE for the first. */
  before: new Int32Array(size),
  check: new Int32Array(size),
  id: new Float64Array(size),
  reference: new Float64Array(size),
  frequency: new Uint8Array(size),
  billing: new Float64Array(size),
  setting: new Uint8Array(size),
  isStanding: new Uint8Array(size),
  lineStart: new Int32Array(size),
  lineEnd: new Int32Array(size),
});

/** Columns of twice the length that begin with these. */
const grownColumns = <T extends Record<string, Parameters<typeof grown>[0]>>(columns: T): T =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, grown(column, column.length * 2)])) as T;

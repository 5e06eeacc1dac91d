import { grown } from '../../arrays.ts';
import { type FeeScheduleTable, NO_MODIFIER } from '../../codebook/fee-schedule-table.ts';
import { packModifierText } from '../../codes/packed.ts';
import type { CheckInput } from '../define-edit.ts';
import { MODIFIER_26, MODIFIER_59, MODIFIER_TC } from '../modifier-sets.ts';
import type { ClaimAmounts } from './claim-amounts.ts';
import { capCents, feeCents, shareOf } from './fee.ts';
import {
  cardiovascular,
  imagingProfessional,
  imagingTechnical,
  MOST_RANKED,
  ophthalmology,
  SURGERY,
  therapyExpense,
} from './multiple-rates.ts';
import { bilateralShare } from './shares.ts';
import { WHY } from './why.ts';

/** By which rule a line is paid less beside others of its day. */
export const RULES = [
  'none',
  'surgery',
  'by-report',
  'endoscopy',
  'endoscopy-base',
  'imaging',
  'therapy',
  'cardiovascular',
  'ophthalmology',
  'technical-part',
] as const;
export type Rule = (typeof RULES)[number];

const rule = (name: Rule): number => RULES.indexOf(name);
const XE = packModifierText('XE');
const SURGICAL = 2;
const ENDOSCOPIC = 3;
const IMAGING = 4;
const THERAPY = 5;
const CARDIOVASCULAR = 6;
const OPHTHALMOLOGY = 7;
const WHOLE_TEST = 4;
const TECHNICAL_ALONE = 3;
const PAID = WHY.indexOf('known');

/** Whether codes of a multiple procedure indicator are paid less beside each other. */
export const isReduced = (indicator: number): boolean => indicator >= SURGICAL && indicator <= OPHTHALMOLOGY;

/**
 * What is taken off the further procedures of one provider, patient and day, by the multiple procedure indicator of the
 * fee schedule. Of surgery the highest fee is paid in full, the next four at half. Endoscopies of one family are paid as
 * one: the highest in full, the others less the fee of their base, the base itself not at all. Of imaging the technical and
 * the professional part are ranked apart; of therapy each unit but that of the highest practice expense has half of it; of
 * cardiovascular and eye tests the technical part is reduced.
 */
export class MultipleProcedures {
  private readonly amounts: ClaimAmounts;
  /** Lines of a service that may be reduced. */
  private candidates = new Int32Array(64);
  private count = 0;
  /** By line: a unit's technical part, as a further test's, and its professional part; base of its endoscopies or -1. */
  private technical = new Float64Array(64);
  private professional = new Float64Array(64);
  private further = new Float64Array(64);
  private value = new Float64Array(64);
  private family = new Float64Array(64);

  constructor(amounts: ClaimAmounts) {
    this.amounts = amounts;
  }

  grow(size: number): void {
    this.candidates = grown(this.candidates, size);
    this.technical = grown(this.technical, size);
    this.professional = grown(this.professional, size);
    this.further = grown(this.further, size);
    this.value = grown(this.value, size);
    this.family = grown(this.family, size);
  }

  reduce(input: CheckInput, table: FeeScheduleTable, service: number): void {
    const day = input.lines.serviceDay(service);
    if (this.gather(input, table, service) === 0 || !this.amounts.useDay(input, day)) return;
    this.endoscopies(input, table);
    this.surgery(input, table);
    this.therapy(input, table);
    this.tests(input, table, IMAGING, 'imaging', imagingTechnical(day), imagingProfessional(day));
    this.tests(input, table, CARDIOVASCULAR, 'cardiovascular', cardiovascular(day), 0);
    this.tests(input, table, OPHTHALMOLOGY, 'ophthalmology', ophthalmology(day), 0);
  }

  private gather({ lines }: CheckInput, table: FeeScheduleTable, service: number): number {
    this.count = 0;
    for (let run = lines.serviceStart[service]; run < lines.serviceStart[service + 1]; run++) {
      for (let i = lines.runStart[run]; i < lines.runStart[run + 1]; i++) {
        const line = lines.order[i];
        if (this.amounts.why[line] !== PAID || this.amounts.row[line] < 0) continue;
        if (isReduced(table.multiple(this.amounts.row[line]))) this.candidates[this.count++] = line;
      }
    }
    return this.count;
  }

  private indicator(table: FeeScheduleTable, i: number): number {
    return table.multiple(this.amounts.row[this.candidates[i]]);
  }

  private take(line: number, by: Rule, cents: number, rank: number): void {
    this.amounts.reduction[line] = Math.round(cents);
    this.amounts.rule[line] = rule(by);
    this.amounts.rank[line] = rank;
  }

  /** Each family by itself: what its lines are paid together is then ranked with the rest. */
  private endoscopies(input: CheckInput, table: FeeScheduleTable): void {
    for (let i = 0; i < this.count; i++) this.family[this.candidates[i]] = -1;
    for (let i = 0; i < this.count; i++) {
      const line = this.candidates[i];
      if (this.indicator(table, i) !== ENDOSCOPIC || this.family[line] !== -1) continue;
      this.oneFamily(input, table, table.endoscopicBase(this.amounts.row[line]));
    }
  }

  private oneFamily(input: CheckInput, table: FeeScheduleTable, base: number): void {
    const { claim } = input;
    let top = -1;
    for (let i = 0; i < this.count; i++) {
      if (!this.isOfFamily(table, i, base)) continue;
      const line = this.candidates[i];
      this.family[line] = base;
      if (top < 0 || this.amounts.unit[line] > this.amounts.unit[top]) top = line;
    }
    for (let i = 0; i < this.count; i++) {
      const line = this.candidates[i];
      const further = claim.units[line] - (line === top ? 1 : 0);
      if (claim.code[line] === base) {
        this.family[line] = base;
        this.take(line, 'endoscopy-base', this.amounts.unit[line] * claim.units[line], 0);
      } else if (this.isOfFamily(table, i, base) && further > 0) {
        this.take(
          line,
          'endoscopy',
          Math.min(this.amounts.unit[line], this.baseFee(input, table, line, base)) * further,
          0,
        );
      }
    }
  }

  private isOfFamily(table: FeeScheduleTable, i: number, base: number): boolean {
    return (
      this.indicator(table, i) === ENDOSCOPIC && table.endoscopicBase(this.amounts.row[this.candidates[i]]) === base
    );
  }

  private baseFee(input: CheckInput, table: FeeScheduleTable, line: number, base: number): number {
    const row = table.find(base, NO_MODIFIER, input.claim.from[line]);
    if (row < 0) return 0;
    const fee = feeCents(table.columns(row), table.at(row), this.amounts.isFacility[line] === 1, this.amounts.setup);
    return shareOf(fee, bilateralShare(input, table, row, line));
  }

  /** Ranks by fee, of equals the first; a family of endoscopies is one procedure, each unit else is one. */
  private surgery(input: CheckInput, table: FeeScheduleTable): void {
    // Before any is reduced.
    for (let i = 0; i < this.count; i++) this.value[i] = this.valueOf(input, table, i);
    for (let i = 0; i < this.count; i++) {
      const line = this.candidates[i];
      if (!this.isSurgical(table, i) || this.isLaterOfFamily(table, i)) continue;
      let rank = 1;
      for (let j = 0; j < this.count; j++) {
        if (i === j || !this.isSurgical(table, j) || this.isLaterOfFamily(table, j)) continue;
        if (this.value[j] > this.value[i] || (this.value[j] === this.value[i] && j < i)) rank += this.unitsOf(input, j);
      }
      this.rankFrom(input, table, i, rank);
      if (this.amounts.rank[line] === 0) this.amounts.rank[line] = rank;
    }
  }

  private isSurgical(table: FeeScheduleTable, i: number): boolean {
    const indicator = this.indicator(table, i);
    if (indicator === ENDOSCOPIC) return true;
    return indicator === SURGICAL && this.amounts.rule[this.candidates[i]] !== rule('endoscopy-base');
  }

  private isLaterOfFamily(table: FeeScheduleTable, i: number): boolean {
    if (this.indicator(table, i) !== ENDOSCOPIC) return false;
    for (let j = 0; j < i; j++) {
      if (
        this.indicator(table, j) === ENDOSCOPIC &&
        this.family[this.candidates[j]] === this.family[this.candidates[i]]
      )
        return true;
    }
    return false;
  }

  /** What a procedure, or a family together, is paid before its rank counts. */
  private valueOf({ claim }: CheckInput, table: FeeScheduleTable, i: number): number {
    if (this.indicator(table, i) !== ENDOSCOPIC) return this.amounts.unit[this.candidates[i]];
    let value = 0;
    for (let j = i; j < this.count; j++) {
      const line = this.candidates[j];
      if (this.indicator(table, j) !== ENDOSCOPIC || this.family[line] !== this.family[this.candidates[i]]) continue;
      const taken = this.amounts.rule[line] === rule('endoscopy') ? this.amounts.reduction[line] : 0;
      value += this.amounts.unit[line] * claim.units[line] - taken;
    }
    return value;
  }

  private unitsOf({ claim }: CheckInput, i: number): number {
    const { row } = this.amounts;
    return row[this.candidates[i]] >= 0 && this.family[this.candidates[i]] === -1
      ? Math.max(1, Math.ceil(claim.units[this.candidates[i]]))
      : 1;
  }

  private rankFrom(input: CheckInput, table: FeeScheduleTable, i: number, rank: number): void {
    if (this.indicator(table, i) === ENDOSCOPIC) {
      for (let j = i; j < this.count; j++) {
        const line = this.candidates[j];
        if (this.indicator(table, j) === ENDOSCOPIC && this.family[line] === this.family[this.candidates[i]])
          this.halve(input, line, rank, this.amounts.reduction[line], 1, 0);
      }
      return;
    }
    const line = this.candidates[i];
    const units = input.claim.units[line];
    this.halve(input, line, rank, 0, units, rank === 1 ? 1 : 0);
  }

  /** Takes half of what is left of the line, but for the units that are paid in full. */
  private halve({ claim }: CheckInput, line: number, rank: number, taken: number, units: number, inFull: number): void {
    const last = rank + Math.ceil(units) - 1;
    if (last > MOST_RANKED) {
      this.amounts.why[line] = WHY.indexOf('by-report');
      this.take(line, 'by-report', 0, rank);
      return;
    }
    if (rank === 1 && units <= inFull) return;
    const whole = this.amounts.unit[line];
    const isFamily = this.family[line] !== -1;
    if (isFamily && rank === 1) return;
    const half = isFamily
      ? shareOf(whole * claim.units[line] - taken, SURGERY)
      : shareOf(whole, SURGERY) * (units - inFull);
    this.take(line, isFamily && taken > 0 ? 'endoscopy' : 'surgery', taken + half, inFull > 0 ? 2 : rank);
  }

  private therapy(input: CheckInput, table: FeeScheduleTable): void {
    const { claim } = input;
    let top = -1;
    for (let i = 0; i < this.count; i++) {
      const line = this.candidates[i];
      if (this.indicator(table, i) === THERAPY && (top < 0 || this.isDearer(table, line, top))) top = line;
    }
    for (let i = 0; i < this.count; i++) {
      const line = this.candidates[i];
      const further = claim.units[line] - (line === top ? 1 : 0);
      if (this.indicator(table, i) !== THERAPY || further <= 0) continue;
      const row = this.amounts.row[line];
      const share = 100 - therapyExpense(claim.from[line]) / 100;
      const less = feeCents(table.columns(row), table.at(row), false, this.amounts.setup, share);
      this.take(line, 'therapy', (this.amounts.unit[line] - less) * further, further);
    }
  }

  /** By practice expense, then by fee (Novitas on CR 7050). */
  private isDearer(table: FeeScheduleTable, line: number, than: number): boolean {
    const pe = (of: number): number => {
      const row = this.amounts.row[of];
      return table.columns(row).nonFacilityPeRvu[table.at(row)];
    };
    return pe(line) > pe(than) || (pe(line) === pe(than) && this.amounts.unit[line] > this.amounts.unit[than]);
  }

  /** Tests by their technical part and, of images, the professional one. */
  private tests(
    input: CheckInput,
    table: FeeScheduleTable,
    indicator: number,
    by: Rule,
    technicalRate: number,
    professionalRate: number,
  ): void {
    let topTechnical = -1;
    let topProfessional = -1;
    let units = 0;
    let isUnknown = false;
    for (let i = 0; i < this.count; i++) {
      const line = this.candidates[i];
      if (!this.isTest(input, table, i, indicator)) continue;
      units += input.claim.units[line];
      if (!this.split(input, table, line, technicalRate)) isUnknown = true;
      if (topTechnical < 0 || this.technical[line] > this.technical[topTechnical]) topTechnical = line;
      if (topProfessional < 0 || this.professional[line] > this.professional[topProfessional]) topProfessional = line;
    }
    if (units <= 1) return;
    for (let i = 0; i < this.count; i++) {
      const line = this.candidates[i];
      if (!this.isTest(input, table, i, indicator)) continue;
      if (isUnknown) {
        this.amounts.why[line] = WHY.indexOf('technical-part');
        this.take(line, 'technical-part', 0, 0);
        continue;
      }
      const technical = (this.technical[line] - this.further[line]) * furtherUnits(input, line, topTechnical);
      const professional =
        shareOf(this.professional[line], professionalRate) * furtherUnits(input, line, topProfessional);
      if (technical + professional > 0) this.take(line, by, technical + professional, 2);
    }
  }

  /** Images with 59 or XE are of another session. */
  private isTest({ lines }: CheckInput, table: FeeScheduleTable, i: number, indicator: number): boolean {
    if (this.indicator(table, i) !== indicator) return false;
    const line = this.candidates[i];
    return indicator !== IMAGING || !(lines.hasModifier(line, MODIFIER_59) || lines.hasModifier(line, XE));
  }

  /** Sets what the parts of a unit are paid, and the technical one as a further test's; false where it is not known. */
  private split(input: CheckInput, table: FeeScheduleTable, line: number, rate: number): boolean {
    const unit = this.amounts.unit[line];
    this.technical[line] = this.further[line] = this.professional[line] = 0;
    if (input.lines.hasModifier(line, MODIFIER_26)) {
      this.professional[line] = unit;
      return true;
    }
    const row = technicalRow(input, table, line, this.amounts.row[line]);
    if (row < 0) return false;
    const isFacility = this.amounts.isFacility[line] === 1;
    const fee = feeCents(table.columns(row), table.at(row), isFacility, this.amounts.setup);
    const cap = capCents(table.columns(row), table.at(row), isFacility, this.amounts.setup);
    const sides = bilateralShare(input, table, row, line);
    this.technical[line] = shareOf(Math.min(cap, fee), sides);
    const less = shareOf(fee, 10_000 - rate);
    this.further[line] = shareOf(Math.min(cap, less), sides);
    this.professional[line] = Math.max(0, unit - this.technical[line]);
    return true;
  }
}

/** The row of the line's technical part: its own, or that of the code with TC; -1 where none is. */
function technicalRow({ claim, lines }: CheckInput, table: FeeScheduleTable, line: number, row: number): number {
  if (lines.hasModifier(line, MODIFIER_TC) || table.pcTc(row) === TECHNICAL_ALONE) return row;
  return table.pcTc(row) === WHOLE_TEST ? -1 : table.find(claim.code[line], MODIFIER_TC, claim.from[line]);
}

/** Units but the one that is paid in full. */
const furtherUnits = ({ claim }: CheckInput, line: number, top: number): number =>
  claim.units[line] - (line === top ? 1 : 0);

import { grown } from '../../arrays.ts';
import { type FeeScheduleTable, NO_MODIFIER } from '../../codebook/fee-schedule-table.ts';
import { NATIONAL } from '../../codebook/gpci-table.ts';
import { packModifierText } from '../../codes/packed.ts';
import type { CheckInput } from '../define-edit.ts';
import { canBeLookedUp, feeRow } from '../fee-schedule/practitioner-lines.ts';
import { capCents, type FeeSetup, feeCents, shareOf } from './fee.ts';
import { MultipleProcedures } from './multiple-procedures.ts';
import { otherFee } from './other-fees.ts';
import { isFacilityPlace } from './places.ts';
import { bilateralShare, Shares, sharesOf } from './shares.ts';
import { WHY, type Why } from './why.ts';

/** For whom amounts are worked out. */
export interface PricingOptions {
  /** A locality of the fee schedule (`10112-00`) or a state that is one (`AL`); the nation where left out. */
  readonly locality?: string;
  /** State of the DMEPOS fee schedule, and whether the patient lives in a rural area of it. */
  readonly state?: string;
  readonly isRural?: boolean;
  /** Paid by the conversion factor of a qualifying alternative payment model (from 2026 on). */
  readonly qualifyingApm?: boolean;
}

const MODIFIER_52 = packModifierText('52');
const MODIFIER_53 = packModifierText('53');
const MODIFIER_66 = packModifierText('66');
const why = (reason: Why): number => WHY.indexOf(reason);
const letter = (status: string): number => status.charCodeAt(0);
const STATUS_WHY = new Uint8Array(128).fill(why('other-schedule'));
for (const paid of 'ART') STATUS_WHY[letter(paid)] = why('known');
for (const unpaid of 'BGIMNPQ') STATUS_WHY[letter(unpaid)] = why('not-paid');
STATUS_WHY[letter('C')] = why('contractor-priced');
STATUS_WHY[letter('J')] = why('anesthesia');
const THERAPY = 5;

/**
 * What Medicare allows for each line of a claim, in cents: worked out for all of them when first asked for, since what
 * one is paid may depend on the others of its day. Reused from claim to claim.
 */
export class ClaimAmounts {
  /** Allowed for the line, all units; NaN where not known. */
  cents = new Float64Array(64);
  /** Why it is not known: index into WHY. */
  why = new Uint8Array(64);
  /** Row of the fee schedule, -1 for none. */
  row = new Int32Array(64);
  /** A unit's fee, both sides with modifier 50, before what is taken off further procedures and before shares. */
  unit = new Float64Array(64);
  isFacility = new Uint8Array(64);
  /** Taken off all units for further procedures of the day: cents, by which rule and rank. */
  reduction = new Float64Array(64);
  rule = new Uint8Array(64);
  rank = new Int32Array(64);
  /** Row of the DMEPOS fee schedule, -1 for none. */
  dmeposRow = new Int32Array(64);
  /** Of the day that was asked about last. */
  setup: FeeSetup;
  readonly options: PricingOptions;
  readonly shares = new Shares();
  private readonly multiple = new MultipleProcedures(this);
  private isReady = false;

  constructor(options: PricingOptions = {}) {
    this.options = options;
    this.setup = { geography: NATIONAL, qualifyingApm: options.qualifyingApm === true };
  }

  /** Forgets the claim that was priced. */
  begin(): void {
    this.isReady = false;
  }

  /** Prices the lines of the claim, unless it has been done. */
  price(input: CheckInput): void {
    if (this.isReady) return;
    this.isReady = true;
    const { claim, lines, records } = input;
    if (claim.lineCount > this.cents.length) this.grow(claim.lineCount * 2);
    for (let line = 0; line < claim.lineCount; line++) this.priceUnit(input, line);
    const table = records.feeSchedule;
    if (table !== null) {
      for (let service = 0; service < lines.serviceCount; service++) this.multiple.reduce(input, table, service);
    }
    for (let line = 0; line < claim.lineCount; line++) this.finish(input, table, line);
  }

  /** Sets the place for a day; false where a locality was asked for that the release of the day has not. */
  useDay({ records }: CheckInput, day: number): boolean {
    const { locality, qualifyingApm = false } = this.options;
    const geography = locality === undefined ? NATIONAL : (records.gpci?.find(locality, day) ?? null);
    if (geography !== null && geography !== this.setup.geography) this.setup = { geography, qualifyingApm };
    return geography !== null;
  }

  private priceUnit(input: CheckInput, line: number): void {
    const { claim, setting } = input;
    this.row[line] = this.dmeposRow[line] = -1;
    this.unit[line] = Number.NaN;
    this.reduction[line] = this.rule[line] = this.rank[line] = 0;
    if (!canBeLookedUp(claim, line)) this.refuse(line, 'no-code-or-day');
    else if (!(claim.units[line] > 0)) this.refuse(line, 'no-units');
    else if (setting === 'outpatient' || claim.isInstitutional) this.refuse(line, 'facility-claim');
    else if (setting === 'dme' || !this.priceFromSchedule(input, line)) this.priceElsewhere(input, line);
  }

  private refuse(line: number, reason: Why): void {
    this.why[line] = why(reason);
  }

  /** Returns false where another schedule may have the code. */
  private priceFromSchedule(input: CheckInput, line: number): boolean {
    const { claim, records } = input;
    const table = records.feeSchedule;
    if (table === null || !table.isKnown(claim.from[line])) {
      this.refuse(line, 'no-schedule-of-day');
      return false;
    }
    const row = this.rowOf(input, table, line);
    this.row[line] = row;
    this.why[line] = row < 0 ? why('not-listed') : STATUS_WHY[table.status(row)];
    if (row < 0 || WHY[this.why[line]] === 'other-schedule') return false;
    if (WHY[this.why[line]] === 'known') this.priceRow(input, table, line, row);
    return true;
  }

  private rowOf(input: CheckInput, table: FeeScheduleTable, line: number): number {
    const { claim, lines } = input;
    if (!lines.hasModifier(line, MODIFIER_53)) return feeRow(table, input, line);
    const row = table.find(claim.code[line], MODIFIER_53, claim.from[line]);
    return row >= 0 ? row : table.find(claim.code[line], NO_MODIFIER, claim.from[line]);
  }

  private priceRow(input: CheckInput, table: FeeScheduleTable, line: number, row: number): void {
    const { claim } = input;
    const columns = table.columns(row);
    const at = table.at(row);
    const isFacility = columns.multiple[at] !== THERAPY && isFacilityPlace(claim.place[line]);
    this.refuse(line, this.reasonAgainst(input, table, line, row, isFacility));
    if (WHY[this.why[line]] !== 'known') return;
    this.isFacility[line] = isFacility ? 1 : 0;
    const fee = feeCents(columns, at, isFacility, this.setup);
    const cap = capCents(columns, at, isFacility, this.setup);
    this.unit[line] = shareOf(Math.min(cap, fee), bilateralShare(input, table, row, line));
  }

  /** Why a row that is paid has no price for the line; `known` where it has. */
  private reasonAgainst(
    input: CheckInput,
    table: FeeScheduleTable,
    line: number,
    row: number,
    isFacility: boolean,
  ): Why {
    const { claim, lines } = input;
    const columns = table.columns(row);
    const at = table.at(row);
    const [inside, outside] = [columns.facilityPeRvu[at], columns.nonFacilityPeRvu[at]];
    if (columns.workRvu[at] + inside + outside === 0) return 'contractor-priced';
    if (!this.useDay(input, claim.from[line])) return 'no-locality-of-day';
    const isBrokenOff = lines.hasModifier(line, MODIFIER_53) && !table.key(row).endsWith('-53');
    if (isBrokenOff || lines.hasModifier(line, MODIFIER_52)) return 'reduced-service';
    if (lines.hasModifier(line, MODIFIER_66)) return 'by-report';
    if (claim.place[line] < 0 && columns.multiple[at] !== THERAPY && inside !== outside) return 'no-place';
    return isFacility && columns.facilityNa[at] === 1 ? 'not-priced-in-facility' : 'known';
  }

  private priceElsewhere(input: CheckInput, line: number): void {
    const found = otherFee(input, line, this.options);
    this.dmeposRow[line] = found.row;
    if (found.why === 'known') {
      this.row[line] = -1;
      this.unit[line] = found.unit;
      this.refuse(line, 'known');
    } else if (found.why !== 'not-listed') this.refuse(line, found.why);
    else if (input.setting === 'dme') this.refuse(line, 'not-listed');
  }

  /** All units, less what is taken off, by the line's shares. */
  private finish(input: CheckInput, table: FeeScheduleTable | null, line: number): void {
    const state = WHY[this.why[line]];
    if (state !== 'known') {
      this.cents[line] = state === 'not-paid' ? 0 : Number.NaN;
      return;
    }
    const gross = Math.round(this.unit[line] * input.claim.units[line]);
    let amount = gross - this.reduction[line];
    if (table !== null && this.row[line] >= 0) {
      sharesOf(input, table, this.row[line], line, this.shares);
      for (let i = 0; i < this.shares.count; i++) amount = shareOf(amount, this.shares.share[i]);
    }
    this.cents[line] = amount;
  }

  private grow(size: number): void {
    this.cents = grown(this.cents, size);
    this.why = grown(this.why, size);
    this.row = grown(this.row, size);
    this.unit = grown(this.unit, size);
    this.isFacility = grown(this.isFacility, size);
    this.reduction = grown(this.reduction, size);
    this.rule = grown(this.rule, size);
    this.rank = grown(this.rank, size);
    this.dmeposRow = grown(this.dmeposRow, size);
    this.multiple.grow(size);
  }
}

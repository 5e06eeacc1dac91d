import { CodedClaim } from '../claims/coded-claim.ts';
import type { Codebook } from '../codebook/codebook.ts';
import type { Day } from '../codes/day.ts';
import type { ClaimSetting, Setting } from '../codes/setting.ts';
import { ALL_EDITS } from '../codes/type-of-bill.ts';
import { outpatientEditsOf } from './bill-type.ts';
import type { CheckInput } from './define-edit.ts';
import { EDITS, OUTCOMES, RETURNED } from './edits.ts';
import { Exceptions } from './exceptions.ts';
import {
  type CheckResult,
  EDIT_ORDER,
  type EditId,
  type Finding,
  type FindingMoney,
  type LineDisposition,
} from './finding.ts';
import { FindingRows } from './finding-rows.ts';
import {
  adjustmentOf,
  claimIdOf,
  codeOfLine,
  type FindingContext,
  findingOf,
  messageOf,
  settingOf,
} from './finding-texts.ts';
import { knownDaysOf } from './known-days.ts';
import { LineView } from './line-view.ts';
import { ClaimAmounts, type PricingOptions } from './money/claim-amounts.ts';
import { type Stake, stakeOf } from './money/stake.ts';
import { PayerTables } from './payer-tables.ts';
import { type Adjustment, DEFAULT_PROFILE, type Profile } from './profile.ts';
import { recordTablesOf } from './record-tables.ts';
import { Dispositions } from './resolve.ts';
import { RESOLUTION_ORDER } from './stages.ts';
import { codeValidity } from './validity/code-validity.ts';
import { type Weights, weightsOf } from './verdicts.ts';

export interface CheckOptions {
  /** Check against what was known on this day; everything in the codebook when left out. */
  readonly asOf?: Day;
  /** Use this setting's tables whatever the claim says. */
  readonly setting?: Setting;
  readonly profile?: Profile;
  /** Have findings say what hangs on them in money, for this place; `{}` for the nation's fees. */
  readonly money?: PricingOptions;
}

/** A facility's claim that no table is for stands with those of outpatient facilities: its edits say that they are not for it. */
const tablesOf = (setting: ClaimSetting): Setting => (setting === 'facility' ? 'outpatient' : setting);

/** Of a verdict that the profile has no words for: the claim lacks information or has an error in it. */
const UNWORDED: Adjustment = { carc: '16', rarc: null, group: 'CO' };

/** Claim frequency 8 as its ASCII code: the claim takes an earlier one back and asks for nothing. */
const VOID = 56;
const CODE_VALIDITY = EDIT_ORDER.indexOf('code-validity');
const NEVER = -2;
const PTP = EDIT_ORDER.indexOf('ncci-ptp');
const NO_MONEY: FindingMoney = { atStake: null, basis: null, besideAtStake: null };
const VOID_CLAIM = codeValidity.reasons.indexOf('void-claim');

/**
 * Runs all edits over one claim after the other against one codebook. `check` leaves its findings as numbers in
 * `rows`, allocating next to nothing; `findings` and `result` put them into words while the claim is the current
 * one.
 *
 * @example
 * const checker = new Checker(codebook)
 * checker.check(coded)
 * const result = checker.result()
 */
export class Checker {
  readonly rows = new FindingRows();
  readonly context: FindingContext;
  /** Whether findings say what hangs on them in money. */
  readonly hasMoney: boolean;
  /** What Medicare allows for the lines of the current claim. */
  readonly amounts: ClaimAmounts;
  private readonly lines = new LineView();
  /** Of each edit's reasons, as the profile has them. */
  readonly weights: Weights;
  private readonly dispositions: Dispositions;
  private readonly exceptions: Exceptions;
  /** No claim is clean where the profile requires an edit that it does not apply. */
  private readonly canBeClean: boolean;
  /** By edit: the reason that keeps a claim from being clean. */
  private readonly required: readonly number[];
  private readonly edits: readonly ((input: CheckInput) => void)[];
  private readonly forcedSetting: Setting | undefined;
  private readonly input: { -readonly [Key in keyof CheckInput]: CheckInput[Key] };

  constructor(codebook: Codebook, options: CheckOptions = {}) {
    const profile = options.profile ?? DEFAULT_PROFILE;
    const tables = codebook.tables(options.asOf);
    this.edits = EDITS.flatMap((edit, order) => (profile.edits.includes(edit.id) ? [edit.bind(this.rows, order)] : []));
    const records = recordTablesOf(tables);
    this.amounts = new ClaimAmounts(options.money);
    this.hasMoney = options.money !== undefined;
    this.context = { codebook, tables, records, asOf: options.asOf, profile };
    this.forcedSetting = options.setting;
    this.input = {
      claim: new CodedClaim(),
      lines: this.lines,
      tables,
      records,
      amounts: this.amounts,
      known: knownDaysOf(codebook, options.asOf),
      setting: 'professional',
      outpatient: ALL_EDITS,
      policy: profile.policy,
      payer: new PayerTables(profile),
    };
    this.weights = weightsOf(profile);
    this.exceptions = new Exceptions(profile);
    this.dispositions = new Dispositions(this.weights, profile.edits.includes('ncci-aoc'), this.exceptions);
    this.canBeClean = (profile.required ?? []).every((id) => profile.edits.includes(id));
    this.required = EDITS.map(({ id, reasons }) =>
      (profile.required ?? profile.edits).includes(id) ? reasons.indexOf('no-data') : NEVER,
    );
  }

  /** The setting whose tables the current claim was checked against. */
  get setting(): Setting {
    return this.input.setting;
  }

  /** Checks a claim; its findings stand in `rows` until the next one. */
  check(claim: CodedClaim): void {
    const { input, rows } = this;
    input.claim = claim;
    input.setting = this.forcedSetting ?? tablesOf(settingOf(claim));
    input.outpatient = outpatientEditsOf(claim, this.forcedSetting);
    rows.clear();
    this.amounts.begin();
    this.lines.prepare(claim, input.tables, input.setting, input.policy);
    if (claim.frequency === VOID) rows.add(CODE_VALIDITY, VOID_CLAIM, -1, -1, -1, 0);
    else for (let i = 0; i < this.edits.length; i++) this.edits[i](input);
    if (!this.exceptions.isEmpty) this.exceptions.apply(claim, rows);
    this.dispositions.resolve(input, rows);
    rows.arrange();
  }

  /** The current claim's findings in words; none before the first claim. */
  findings(): Finding[] {
    const { context, rows, input } = this;
    return Array.from({ length: rows.count }, (_, i) => {
      const finding = findingOf(context, input.claim, input.setting, rows, i);
      return this.hasMoney ? { ...finding, ...this.money(i) } : finding;
    });
  }

  /** What hangs in money on finding number `i` in `rows`. */
  money(i: number): FindingMoney {
    const { input, rows, weights } = this;
    if (rows.line[i] < 0 || weights[rows.edit[i]][rows.reason[i]] === 0) return NO_MONEY;
    const { cents, basis } = stakeOf(input, rows.line[i]);
    const beside = rows.edit[i] === PTP ? stakeOf(input, rows.other[i]).cents : null;
    return { atStake: cents, basis, besideAtStake: beside };
  }

  /** What hangs in money on a line of the current claim. */
  stake(line: number): Stake {
    return stakeOf(this.input, line);
  }

  /** The edit that denies or returns a line of the current claim; null where none does. */
  objection(line: number): EditId | null {
    return this.dispositions.weight[line] < RETURNED ? null : this.dispositions.decidedBy(line);
  }

  /** The message alone of finding number `i` in `rows`. */
  message(i: number): string {
    const { context, rows, input } = this;
    return messageOf(context, input.claim, input.setting, rows, i);
  }

  /** What the payer says on its remittance of a line of the current claim; null where no edit denies or returns it. */
  adjustment(line: number): Adjustment | null {
    const { dispositions, rows } = this;
    const weight = dispositions.weight[line];
    const edit = dispositions.decidedBy(line);
    if (weight < RETURNED || edit === null) return null;
    const order = EDIT_ORDER.indexOf(edit);
    for (let i = 0; i < rows.count; i++) {
      if (rows.line[i] !== line || rows.edit[i] !== order || this.weights[order][rows.reason[i]] !== weight) continue;
      const reason = EDITS[order].reasons[rows.reason[i]];
      return adjustmentOf(this.context.profile, order, reason, rows.detail[i]) ?? UNWORDED;
    }
    return UNWORDED;
  }

  /** All that is to be said of the current claim. */
  result(): CheckResult {
    const { claim } = this.input;
    return {
      claim: claimIdOf(claim),
      setting: this.forcedSetting ?? settingOf(claim),
      codebook: this.context.codebook.id,
      findings: this.findings(),
      lines: Array.from({ length: claim.ownLines }, (_, line) => this.disposition(claim, line)),
      order: RESOLUTION_ORDER,
      historyUsed: claim.pastEnd > claim.ownLines,
      profile: this.context.profile.id,
      clean: this.isClean,
    };
  }

  /** Whether nothing of the current claim is denied or returned, and every edit that the profile requires could run. */
  get isClean(): boolean {
    const { rows, weights, required } = this;
    for (let i = 0; i < rows.count; i++) {
      if (weights[rows.edit[i]][rows.reason[i]] >= RETURNED || required[rows.edit[i]] === rows.reason[i]) return false;
    }
    return this.canBeClean;
  }

  private disposition(claim: CodedClaim, line: number): LineDisposition {
    const { dispositions } = this;
    const weight = dispositions.weight[line];
    return {
      line: claim.number[line],
      code: codeOfLine(claim, line),
      disposition: weight === 0 ? 'pay' : (OUTCOMES[weight] as 'review' | 'return' | 'deny'),
      decidedBy: dispositions.decidedBy(line),
    };
  }
}

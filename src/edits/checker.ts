import type { CodedClaim } from '../claims/coded-claim.ts';
import type { Codebook } from '../codebook/codebook.ts';
import type { Day } from '../codes/day.ts';
import type { Setting } from '../releases/release.ts';
import type { CheckInput } from './define-edit.ts';
import { EDITS, OUTCOME_WEIGHT, OUTCOMES } from './edits.ts';
import { type CheckResult, EDIT_ORDER, type Finding, type LineDisposition } from './finding.ts';
import { FindingRows } from './finding-rows.ts';
import { claimIdOf, codeOfLine, type FindingContext, findingOf, settingOf } from './finding-texts.ts';
import { LineView } from './line-view.ts';
import { DEFAULT_PROFILE, type Profile } from './profile.ts';
import { Dispositions, RESOLUTION_ORDER } from './resolve.ts';

export interface CheckOptions {
  /** Check against what was known on this day; everything in the codebook when left out. */
  readonly asOf?: Day;
  /** Use this setting's tables whatever the claim says. */
  readonly setting?: Setting;
  readonly profile?: Profile;
}

/**
 * Runs all edits over one claim after the other against one codebook. `check` leaves its findings as numbers
 * in `rows`, allocating next to nothing; `findings` and `result` put them into words while the claim is the
 * current one.
 *
 * @example
 * const checker = new Checker(codebook)
 * checker.check(coded)
 * const result = checker.result()
 */
export class Checker {
  readonly rows = new FindingRows();
  readonly context: FindingContext;
  private readonly lines = new LineView();
  private readonly dispositions = new Dispositions();
  private readonly edits = EDITS.map((edit, order) => edit.bind(this.rows, order));
  private readonly forcedSetting: Setting | undefined;
  private claim: CodedClaim | undefined;
  /** The setting that the current claim was checked in. */
  setting: Setting = 'professional';

  constructor(codebook: Codebook, options: CheckOptions = {}) {
    this.context = {
      codebook,
      tables: codebook.tables(options.asOf),
      asOf: options.asOf,
      profile: options.profile ?? DEFAULT_PROFILE,
    };
    this.forcedSetting = options.setting;
  }

  /** Checks a claim; its findings stand in `rows` until the next one. */
  check(claim: CodedClaim): void {
    this.claim = claim;
    this.setting = this.forcedSetting ?? settingOf(claim);
    this.rows.clear();
    const { tables, profile } = this.context;
    this.lines.prepare(claim, tables, this.setting);
    const input: CheckInput = { claim, lines: this.lines, tables, setting: this.setting, policy: profile.policy };
    for (const edit of this.edits) edit(input);
    this.dispositions.resolve(input, this.rows, profile.policy);
  }

  /** Whether a line of the current claim is denied or returned. */
  get objects(): boolean {
    const { claim, dispositions } = this;
    for (let line = 0; claim !== undefined && line < claim.ownLines; line++) {
      if (dispositions.weight[line] >= OUTCOMES.indexOf('return')) return true;
    }
    return false;
  }

  /** The current claim's findings in words. */
  findings(): Finding[] {
    const { claim, context, rows, setting } = this;
    if (claim === undefined) return [];
    return Array.from({ length: rows.count }, (_, i) => findingOf(context, claim, setting, rows, i));
  }

  /** All that is to be said of the current claim. */
  result(): CheckResult {
    const { claim } = this;
    if (claim === undefined) throw new Error('no claim has been checked');
    return {
      claim: claimIdOf(claim),
      setting: this.setting,
      codebook: this.context.codebook.id,
      findings: this.findings(),
      lines: Array.from({ length: claim.ownLines }, (_, line) => this.disposition(claim, line)),
      order: RESOLUTION_ORDER,
      historyUsed: claim.lineCount > claim.ownLines,
    };
  }

  private disposition(claim: CodedClaim, line: number): LineDisposition {
    const weight = this.dispositions.weight[line];
    const decided = this.decidedBy(line, weight);
    return {
      line: claim.number[line],
      code: codeOfLine(claim, line),
      disposition: weight === 0 ? 'pay' : (OUTCOMES[weight] as 'review' | 'return' | 'deny'),
      decidedBy: weight === 0 ? null : decided,
    };
  }

  private decidedBy(line: number, weight: number): LineDisposition['decidedBy'] {
    const { rows } = this;
    for (let i = 0; i < rows.count; i++) {
      if (rows.line[i] === line && OUTCOME_WEIGHT[rows.edit[i]][rows.reason[i]] === weight)
        return EDIT_ORDER[rows.edit[i]];
    }
    return null;
  }
}

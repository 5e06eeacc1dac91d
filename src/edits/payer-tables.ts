import { type Day, OPEN_DAY, parseDay } from '../codes/day.ts';
import { type PackedCode, packCodeText } from '../codes/packed.ts';
import { codeMatcher } from './code-patterns.ts';
import type { Outcome } from './finding.ts';
import type { Profile } from './profile.ts';
import { compileCondition, looksBack, type Test } from './rules/compile-rule.ts';

/** Days on which a local code may be reported. */
export interface LocalWindow {
  readonly from: Day;
  readonly to: Day;
  /** Place among the profile's local codes. */
  readonly number: number;
}

interface CompiledRule {
  readonly test: Test;
  readonly outcome: Outcome;
  readonly looksBack: boolean;
}

type Matcher = (code: PackedCode) => boolean;

/** What a payer's profile says of codes and lines, made once for all claims. */
export class PayerTables {
  readonly localCodes: ReadonlyMap<PackedCode, readonly LocalWindow[]>;
  /** By code the place among the profile's equivalents. */
  readonly equivalents: ReadonlyMap<PackedCode, number>;
  readonly rules: readonly CompiledRule[];
  /** Whether a code may be given as telehealth; null where the profile does not say. */
  readonly telehealth: Matcher | null;
  /** The policy's lists of codes; null where it has none. */
  readonly singleDose: Matcher | null;
  readonly waived: Matcher | null;
  readonly cliaExempt: Matcher;
  readonly alwaysTherapy: Matcher;

  constructor({ localCodes = [], equivalents = [], telehealthCodes, rules = [], policy }: Profile) {
    const { drugs, laboratory, therapy } = policy;
    this.singleDose = drugs.singleDose === null ? null : codeMatcher(drugs.singleDose);
    this.waived = laboratory.waived === null ? null : codeMatcher(laboratory.waived);
    this.cliaExempt = codeMatcher(laboratory.cliaExempt);
    this.alwaysTherapy = codeMatcher(therapy.always);
    this.telehealth = telehealthCodes === undefined ? null : codeMatcher(telehealthCodes);
    const windows = localCodes.map(({ code, from, to }, number) => ({
      code: packCodeText(code),
      window: { from: parseDay(from), to: to === undefined ? OPEN_DAY : parseDay(to), number },
    }));
    const byCode = Map.groupBy(windows, ({ code }) => code);
    this.localCodes = new Map([...byCode].map(([code, of]) => [code, of.map(({ window }) => window)]));
    this.equivalents = new Map(equivalents.map(({ code }, i) => [packCodeText(code), i]));
    this.rules = rules.map(({ when, outcome }) => ({
      test: compileCondition(when),
      outcome,
      looksBack: looksBack(when),
    }));
  }
}

import { type CodeSet, codeSet } from '../codes/code-set.ts';
import { packCodeText } from '../codes/packed.ts';
import type { Policy } from './policy.ts';

/** The policy's lists of codes, asked by packed code; null where the policy has none. */
export interface PolicyLists {
  readonly singleDose: CodeSet | null;
  readonly waived: CodeSet | null;
  readonly cliaExempt: CodeSet;
  readonly alwaysTherapy: CodeSet;
}

export const policyLists = ({ drugs, laboratory, therapy }: Policy): PolicyLists => ({
  singleDose: drugs.singleDose === null ? null : listed(drugs.singleDose),
  waived: laboratory.waived === null ? null : listed(laboratory.waived),
  cliaExempt: listed(laboratory.cliaExempt),
  alwaysTherapy: listed(therapy.always),
});

/** Codes, and ranges of codes such as `88000-88099`. */
function listed(codes: readonly string[]): CodeSet {
  const ranges = codeSet(codes.filter((code) => code.includes('-')).join(' '));
  const single = new Set(codes.filter((code) => !code.includes('-')).map(packCodeText));
  return { has: (code) => single.has(code) || ranges.has(code) };
}

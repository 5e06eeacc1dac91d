import type { EditCase } from './case.ts';

/** Cases of one sentence of a rule, each as its name, the claim's lines and what is found. */
export const rows = (
  rule: string,
  shared: Partial<EditCase>,
  cases: readonly (readonly [
    name: string,
    claim: readonly string[],
    expect: readonly string[],
    rest?: Partial<EditCase>,
  ])[],
): EditCase[] =>
  cases.map(([name, claim, expect, rest = {}]) => ({
    name: named(rule, name),
    rule,
    claim,
    expect,
    ...shared,
    ...rest,
  }));

/** Cases of one claim under different circumstances. */
export const circumstances = (
  rule: string,
  claim: readonly string[],
  cases: readonly (readonly [name: string, rest: Partial<EditCase>, expect: readonly string[]])[],
): EditCase[] => cases.map(([name, rest, expect]) => ({ name: named(rule, name), rule, claim, expect, ...rest }));

const named = (rule: string, name: string): string => `${rule.replace(/\.$/, '')}: ${name}`;

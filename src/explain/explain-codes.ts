import type { Codebook } from '../codebook/codebook.ts';
import { type Day, isoDay } from '../codes/day.ts';
import type { Setting } from '../codes/setting.ts';
import { type CheckClaimOptions, checkClaim } from '../edits/check-claim.ts';
import { OUTCOMES } from '../edits/edits.ts';
import type { Finding } from '../edits/finding.ts';
import { type ExampleLine, exampleClaim } from './example-claim.ts';
import { type Explanation, explain } from './explanation.ts';

/** A small claim that shows a rule, and what is found on it. */
export interface WorkedExample {
  readonly lines: readonly ExampleLine[];
  readonly on: string;
  readonly setting: Setting;
  readonly explanations: readonly Explanation[];
}

export interface ExampleRequest extends CheckClaimOptions {
  readonly on: Day;
  readonly setting: Setting;
}

/**
 * Two codes beside each other on a claim, and what is found against them.
 *
 * @example
 * examplePair(codebook, '11042', '97597', { on: parseDay('2024-07-01'), setting: 'professional' })
 */
export const examplePair = (
  codebook: Codebook,
  first: string,
  second: string,
  request: ExampleRequest,
): WorkedExample => worked(codebook, [{ code: first }, { code: second }], request);

/** A code alone with one unit, and with one more than its MUE where one is published. */
export function exampleCode(codebook: Codebook, code: string, request: ExampleRequest): readonly WorkedExample[] {
  const mue = codebook.mue(code, request);
  const examples = [worked(codebook, [{ code }], request)];
  if (mue.status === 'listed') examples.push(worked(codebook, [{ code, units: mue.mue.value + 1 }], request));
  return examples;
}

/** Checks the lines; the findings on lines, the gravest first. */
function worked(codebook: Codebook, lines: readonly ExampleLine[], request: ExampleRequest): WorkedExample {
  const { on, setting, ...options } = request;
  const claim = exampleClaim(lines, { on: isoDay(on), setting });
  const found = checkClaim(codebook, claim, { ...options, setting }).findings.filter(({ line }) => line !== null);
  const weight = ({ outcome }: Finding): number => OUTCOMES.indexOf(outcome);
  return {
    lines,
    on: isoDay(on),
    setting,
    explanations: found
      .toSorted((a, b) => weight(b) - weight(a))
      .map((finding) => explain(codebook, claim, finding, { ...options, setting })),
  };
}

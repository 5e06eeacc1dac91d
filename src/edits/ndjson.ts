import type { Finding, FindingMoney } from './finding.ts';

/** One finding as a line of the contract, keys in its order. */
export function findingLine(finding: Finding): string {
  return `{"claim":${asciiJson(finding.claim)},"line":${finding.line}${tailOf(finding)}`;
}

/** The line from `,"code"` on, its end included: what a finding says beside the claim and the line number. */
export function tailOf(finding: Finding): string {
  const { code, edit, outcome, reason, message, carc, rarc, group, source, resolutions } = finding;
  const words = { code, edit, outcome, reason, message, carc, rarc, group, with: finding.with, source, resolutions };
  const text = `,${asciiJson(words).slice(1)}\n`;
  return finding.atStake === undefined ? text : withMoney(text, finding);
}

/** The tail of a line with what it says of money before its end. */
const withMoney = (
  tail: string,
  { atStake = null, basis = null, besideAtStake = null }: Partial<FindingMoney>,
): string => `${tail.slice(0, -END.length)}${moneyText({ atStake, basis, besideAtStake })}${END}`;

/** The end of a line, behind which nothing but money is added. */
export const END = '}\n';

export const moneyText = ({ atStake, basis, besideAtStake }: FindingMoney): string =>
  `,"atStake":${atStake},"basis":${basis === null ? null : `"${basis}"`},"besideAtStake":${besideAtStake}`;

const NOT_ASCII = /[\u007f-\uffff]/g;

/** JSON in ASCII alone, so that a line can be written without regard to encodings. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(NOT_ASCII, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

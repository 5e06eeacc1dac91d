import type { Finding } from './finding.ts';

/** One finding as a line of the contract, keys in its order. */
export function findingLine(finding: Finding): string {
  return `{"claim":${asciiJson(finding.claim)},"line":${finding.line}${tailOf(finding)}`;
}

/** The line from `,"code"` on, its end included: what a finding says beside the claim and the line number. */
export function tailOf(finding: Finding): string {
  const { code, edit, outcome, reason, message, carc, rarc, group, source, resolutions } = finding;
  const words = { code, edit, outcome, reason, message, carc, rarc, group, with: finding.with, source, resolutions };
  return `,${asciiJson(words).slice(1)}\n`;
}

const NOT_ASCII = /[\u007f-\uffff]/g;

/** JSON in ASCII alone, so that a line can be written without regard to encodings. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(NOT_ASCII, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

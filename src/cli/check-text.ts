import colors from 'yoctocolors';
import type { CodedClaim } from '../claims/coded-claim.ts';
import { isoDay, NOT_A_DAY } from '../codes/day.ts';
import type { Checker } from '../edits/checker.ts';
import type { Finding, FindingSource, LineDisposition, Outcome, Resolution } from '../edits/finding.ts';
import type { CheckOutput } from './check-output.ts';
import type { CheckSummary } from './check-summary.ts';
import { wrap } from './wrap.ts';

const WORD: Readonly<Record<Outcome, string>> = { deny: 'denied', return: 'returned', review: 'review', info: 'note' };
const COLOR: Readonly<Record<Outcome, (text: string) => string>> = {
  deny: colors.red,
  return: colors.magenta,
  review: colors.yellow,
  info: colors.cyan,
};
const DOLLARS = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const COUNT = new Intl.NumberFormat('en-US');

/** For a person: by claim, the lines with what is wrong, why, and what would resolve it; counts at the end. */
export function textOutput(checker: Checker, width: number): CheckOutput {
  const notes = new Map<string, number>();
  return {
    claim: (claim) => claimText(checker, claim, notes, width),
    problem: () => '',
    end: (summary) => summaryText(summary, notes, width),
  };
}

function claimText(checker: Checker, claim: CodedClaim, notes: Map<string, number>, width: number): string {
  if (checker.rows.count === 0) return '';
  const { claim: id, findings, lines, setting } = checker.result();
  for (const { line, message } of findings) if (line === null) notes.set(message, (notes.get(message) ?? 0) + 1);
  if (findings.every(({ line }) => line === null)) return '';
  const head = `${colors.bold(`Claim ${id}`)}  ${colors.dim(`${setting}, ${counted(lines.length, 'line')}`)}  ${verdict(lines)}`;
  const blocks = lines.map((_, line) => lineText(claim, line, findings, width));
  return `${head}\n${blocks.filter((block) => block !== '').join('')}\n`;
}

function verdict(lines: readonly LineDisposition[]): string {
  const parts = (['deny', 'return', 'review'] as const).flatMap((disposition) => {
    const count = lines.filter((line) => line.disposition === disposition).length;
    return count === 0
      ? []
      : [COLOR[disposition](`${count} ${disposition === 'review' ? 'to review' : WORD[disposition]}`)];
  });
  return parts.length === 0 ? colors.green('nothing denied') : parts.join(', ');
}

function lineText(claim: CodedClaim, line: number, all: readonly Finding[], width: number): string {
  const number = claim.number[line];
  const findings = all.filter((finding) => finding.line === number);
  if (findings.length === 0) return '';
  const day = claim.from[line] === NOT_A_DAY ? 'no date' : isoDay(claim.from[line]);
  const units = Number.isNaN(claim.units[line]) ? '' : `  × ${claim.units[line]}`;
  const charge = Number.isNaN(claim.charge[line]) ? '' : `  ${DOLLARS.format(claim.charge[line] / 100)}`;
  const code = findings[0].code === '' ? '(none)' : (findings[0].code ?? '');
  const head = `  line ${number}  ${colors.bold(code)}${units}  ${day}${charge}\n`;
  return head + findings.map((finding) => findingText(finding, width)).join('');
}

function findingText(finding: Finding, width: number): string {
  const label = COLOR[finding.outcome](WORD[finding.outcome].padEnd(9));
  const beside =
    finding.with === null
      ? ''
      : ` (with line ${finding.with.line}${finding.with.claim ? ` of claim ${finding.with.claim}` : ''})`;
  const rows = [`    ${label}${wrap(finding.message + beside, width, 13)}`];
  const why = [finding.edit, finding.source === null ? '' : sourceText(finding.source), adjustmentText(finding)];
  rows.push(
    `    ${colors.dim('why'.padEnd(9))}${colors.dim(wrap(why.filter((part) => part !== '').join(' · '), width, 13))}`,
  );
  const resolves = finding.resolutions.map(resolutionText).join('; or ');
  if (resolves !== '') rows.push(`    ${colors.dim('resolve'.padEnd(9))}${wrap(resolves, width, 13)}`);
  return `${rows.join('\n')}\n`;
}

const sourceText = ({ release, row }: FindingSource): string =>
  `${release}: ${Object.entries(row)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')}`;

function adjustmentText({ carc, rarc, group }: Finding): string {
  return carc === null ? '' : `${group}-${carc}${rarc === null ? '' : ` ${rarc}`}`;
}

function resolutionText(resolution: Resolution): string {
  switch (resolution.kind) {
    case 'modifier':
      return `a modifier on line ${[...resolution.lines].sort((a, b) => a - b).join(' or ')}, where documented: ${resolution.modifiers.join(' ')}`;
    case 'units':
      return `at most ${resolution.most} unit${resolution.most === 1 ? '' : 's'}`;
    case 'split-lines':
      return `further lines with ${resolution.modifiers.join(' ')}`;
    case 'primary':
      return `bill a primary code: ${listed(resolution.codes)}`;
    case 'code':
      return `use ${resolution.codes.join(' or ')}`;
    case 'remove-modifier':
      return `take off ${resolution.modifiers.join(' or ')}`;
    case 'documentation':
      return 'documentation that supports it';
    case 'correct-claim':
      return 'correct the claim';
  }
}

const listed = (codes: readonly string[]): string =>
  codes.length > 12 ? `${codes.slice(0, 12).join(', ')} and ${codes.length - 12} more` : codes.join(', ');

const counted = (count: number, word: string): string => `${COUNT.format(count)} ${word}${count === 1 ? '' : 's'}`;

function summaryText(summary: CheckSummary, notes: ReadonlyMap<string, number>, width: number): string {
  const remarks = [...notes].map(
    ([message, count]) => `${colors.cyan('note')}  ${wrap(`${message} (${counted(count, 'claim')})`, width, 6)}\n`,
  );
  const edits = Object.entries(summary.byEdit).flatMap(([edit, outcomes]) => {
    const found = Object.entries(outcomes).filter(([, count]) => count > 0);
    const parts = found.map(([outcome, count]) => `${COUNT.format(count)} ${WORD[outcome as Outcome]}`);
    return parts.length === 0 ? [] : [`${edit} ${parts.join(', ')}`];
  });
  const counts = `${counted(summary.claims, 'claim')}, ${counted(summary.lines, 'line')}, ${counted(summary.findings, 'finding')}`;
  const problems = summary.problems === 0 ? '' : `; ${counted(summary.problems, 'problem')} in the input`;
  return `${remarks.join('')}${colors.bold(counts)}${edits.length === 0 ? '' : `: ${edits.join('; ')}`}${problems}\n`;
}

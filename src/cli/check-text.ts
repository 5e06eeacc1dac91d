import { type CodedClaim, EMPTY_MODIFIER, MODIFIER_SLOTS } from '../claims/coded-claim.ts';
import { isoDay, NOT_A_DAY } from '../codes/day.ts';
import { unpackModifier } from '../codes/packed.ts';
import type { Checker } from '../edits/checker.ts';
import { EDITS } from '../edits/edits.ts';
import type { EditId, Finding, LineDisposition, Outcome } from '../edits/finding.ts';
import { dollarAmount } from '../money.ts';
import { resolutionText } from '../report/resolution-text.ts';
import { sourceText } from '../report/source-text.ts';
import { counted, figure } from '../text.ts';
import type { CheckOutput } from './check-output.ts';
import type { CheckSummary } from './check-summary.ts';
import { bold, type Colour, cyan, dim, green, magenta, red, yellow } from './colors.ts';
import { printable } from './printable.ts';
import { wrap, wrapColoured } from './wrap.ts';

const WORD: Readonly<Record<Outcome, string>> = { deny: 'denied', return: 'returned', review: 'review', info: 'note' };
const COLOUR: Readonly<Record<Outcome, Colour>> = { deny: red, return: magenta, review: yellow, info: cyan };
const LABEL = 10;
const INDENT = 4 + LABEL;
const TITLES = new Map(EDITS.map(({ id, title }) => [id, title]));

/** An edit in a person's words. */
const titleOf = (edit: EditId): string => TITLES.get(edit) ?? edit;

/** For a person: by claim, the lines with what is wrong, why, and what would resolve it; counts at the end. */
export function textOutput(checker: Checker, width: number): CheckOutput {
  const notes = new Map<string, number>();
  return {
    claim: (claim) => claimText(checker, claim, notes, width),
    problem: () => {},
    end: (summary) => summaryText(summary, notes, width),
  };
}

/** '' for a claim of whose lines nothing is to be said; what concerns whole claims is counted in `notes`. */
function claimText(checker: Checker, claim: CodedClaim, notes: Map<string, number>, width: number): string {
  const { rows } = checker;
  if (rows.count === 0) return '';
  const { claim: id, findings, lines, setting } = checker.result();
  const byLine = new Map<number, Finding[]>();
  findings.forEach((finding, i) => {
    if (finding.line === null) notes.set(finding.message, (notes.get(finding.message) ?? 0) + 1);
    else byLine.set(rows.line[i], [...(byLine.get(rows.line[i]) ?? []), finding]);
  });
  if (byLine.size === 0) return '';
  const head = `${bold(`Claim ${printable(id)}`)}  ${dim(`${setting}, ${counted(lines.length, 'line')}`)}  ${verdict(lines)}`;
  const blocks = [...byLine]
    .sort(([a], [b]) => a - b)
    .map(([line, found]) => lineHead(claim, line, found[0].code) + found.map((f) => findingText(f, width)).join(''));
  return `${head}\n${blocks.join('')}\n`;
}

function verdict(lines: readonly LineDisposition[]): string {
  const parts = (['deny', 'return', 'review'] as const).flatMap((disposition) => {
    const found = lines.filter((line) => line.disposition === disposition).length;
    const word = disposition === 'review' ? 'to review' : WORD[disposition];
    return found === 0 ? [] : [COLOUR[disposition](`${found} ${word}`)];
  });
  return parts.length === 0 ? green('nothing denied') : parts.join(', ');
}

function lineHead(claim: CodedClaim, line: number, code: string | null): string {
  const day = claim.from[line] === NOT_A_DAY ? 'no date' : isoDay(claim.from[line]);
  const units = Number.isNaN(claim.units[line]) ? '' : `  × ${claim.units[line]}`;
  const charge = Number.isNaN(claim.charge[line]) ? '' : `  ${dollarAmount(claim.charge[line])}`;
  const coded = [code || '(no code)', ...modifiersOf(claim, line)].join('-');
  return `  line ${claim.number[line]}  ${bold(printable(coded))}${units}  ${day}${charge}\n`;
}

function modifiersOf(claim: CodedClaim, line: number): string[] {
  const start = line * MODIFIER_SLOTS;
  return Array.from(claim.modifiers.subarray(start, start + claim.modifierCount[line]), (modifier) =>
    modifier === EMPTY_MODIFIER ? '' : modifier < 0 ? '??' : unpackModifier(modifier),
  );
}

function findingText(finding: Finding, width: number): string {
  const { edit, outcome, message, source, resolutions } = finding;
  const row = (label: string, colour: Colour, text: string, textColour: Colour = (same) => same): string =>
    `    ${colour(label.padEnd(LABEL))}${wrapColoured(text, width, INDENT, textColour)}\n`;
  const why = [source === null ? titleOf(edit) : sourceText(edit, source), adjustmentText(finding)].filter(
    (x) => x !== '',
  );
  const resolves = resolutions.map(resolutionText).join('; or ');
  return [
    row(WORD[outcome], COLOUR[outcome], message + besideText(finding)),
    row('why', dim, why.join(' · '), dim),
    resolves === '' ? '' : row('resolve', dim, resolves),
    finding.atStake == null ? '' : row('stake', dim, stakeText(finding)),
  ].join('');
}

/** `$95.40, what Medicare allows; $128.11 for the line that is paid`. */
function stakeText({ atStake, basis, besideAtStake }: Finding): string {
  const beside = besideAtStake == null ? '' : `; ${dollarAmount(besideAtStake)} for the other line, which is paid`;
  return `${dollarAmount(atStake ?? 0)}, ${basis === 'allowed' ? 'what Medicare allows' : 'what was charged'}${beside}`;
}

function besideText({ with: other }: Finding): string {
  if (other === null) return '';
  return ` (With line ${other.line}${other.claim === undefined ? '' : ` of claim ${other.claim}`}.)`;
}

function adjustmentText({ carc, rarc, group }: Finding): string {
  return carc === null ? '' : `${group}-${carc}${rarc === null ? '' : ` ${rarc}`}`;
}

function summaryText(summary: CheckSummary, notes: ReadonlyMap<string, number>, width: number): string {
  const remarks = [...notes].map(
    ([message, claims]) => `${cyan('note')}  ${wrap(`${message} (${counted(claims, 'claim')})`, width, 6)}\n`,
  );
  const gap = remarks.length === 0 ? '' : '\n';
  return `${remarks.join('')}${gap}${editTable(summary)}${moneyText(summary, width)}${lastLine(summary)}\n`;
}

/** One edit a line by its title, with its outcomes, the gravest first. */
function editTable({ byEdit }: CheckSummary): string {
  const rows = (Object.entries(byEdit) as [EditId, Readonly<Record<Outcome, number>>][]).flatMap(([edit, outcomes]) => {
    const found = (Object.entries(outcomes) as [Outcome, number][]).filter(([, number]) => number > 0).toReversed();
    const parts = found.map(([outcome, number]) => `${figure(number)} ${WORD[outcome]}`);
    return parts.length === 0 ? [] : [[titleOf(edit), parts.join(', ')]];
  });
  const longest = Math.max(0, ...rows.map(([title]) => title.length));
  return rows.map(([title, outcomes]) => `${title.padEnd(longest)}  ${outcomes}\n`).join('');
}

/** What hangs on lines denied or returned, by the edit that decided; '' where money was not asked for. */
function moneyText({ money }: CheckSummary, width: number): string {
  if (money === undefined) return '';
  const { atStake, byAllowed, byEdit, unknownLines } = money;
  const edits = Object.entries(byEdit)
    .toSorted(([, a], [, b]) => b.atStake - a.atStake)
    .map(([edit, of]) => `${edit} ${dollarAmount(of.atStake)} on ${counted(of.lines, 'line')}`);
  const unknown = unknownLines === 0 ? '' : `; of ${counted(unknownLines, 'line')} not known`;
  const of = `${dollarAmount(byAllowed)} of it by what Medicare allows, the rest by what was charged${unknown}`;
  const text = `${dollarAmount(atStake)} at stake (${of})${edits.length === 0 ? '' : `: ${edits.join(', ')}`}`;
  return `${wrap(text, width, 2)}\n`;
}

/** Counts of claims, lines and findings, the latter by edit id as the machine formats name them. */
function lastLine(summary: CheckSummary): string {
  const { claims, lines, findings, byEdit, problems } = summary;
  const perEdit = Object.entries(byEdit).flatMap(([edit, outcomes]) => {
    const number = Object.values(outcomes).reduce((sum, of) => sum + of, 0);
    return number === 0 ? [] : [`${edit} ${figure(number)}`];
  });
  const counts = `${counted(claims, 'claim')}, ${counted(lines, 'line')}, ${counted(findings, 'finding')}`;
  const input = problems === 0 ? '' : `; ${counted(problems, 'problem')} in the input`;
  return `${bold(counts)}${perEdit.length === 0 ? '' : `: ${perEdit.join(', ')}`}${input}`;
}

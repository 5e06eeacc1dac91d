import type { Claim, ClaimLine } from '../claims/claim.ts';
import type { FindingSource, Outcome } from '../edits/finding.ts';
import type { Explanation, Rule, Trial, WorkedExample } from '../explain/index.ts';
import { resolutionText } from '../report/resolution-text.ts';
import { sourceText } from '../report/source-text.ts';
import { bold, type Colour, cyan, dim, green, magenta, red, yellow } from './colors.ts';
import type { EditPage } from './edit-page.ts';
import { printable } from './printable.ts';
import { table } from './table.ts';
import { wrap, wrapColoured } from './wrap.ts';

const LABEL = 12;
const WORD: Readonly<Record<Outcome, string>> = { deny: 'denied', return: 'returned', review: 'review', info: 'note' };
const COLOUR: Readonly<Record<Outcome, Colour>> = { deny: red, return: magenta, review: yellow, info: cyan };

/** A claim's findings for a person, each with its rule, its row through time and what comes of its resolutions. */
export function explainedClaim(claim: Claim, explanations: readonly Explanation[], width: number): string {
  const head = bold(`Claim ${printable(claim.id)}`);
  if (explanations.length === 0) return `${head}\n${green('Nothing is found on it.')}\n`;
  const lineOf = (number: number | null) => claim.lines.find((line) => line.number === number);
  return explanations
    .map((each) => `${head}${lineHead(lineOf(each.finding.line))}\n${explanationText(each, width)}`)
    .join('\n');
}

const lineHead = (line: ClaimLine | undefined): string =>
  line === undefined ? '' : `  line ${line.number}  ${bold(codedLine(line))}  ${line.from ?? 'no date'}`;

const codedLine = ({ code, modifiers, units }: Pick<ClaimLine, 'code' | 'modifiers' | 'units'>): string =>
  `${printable([code || '(no code)', ...modifiers].join('-'))}${units === null || units === 1 ? '' : ` × ${units}`}`;

/** What stands against codes on a claim of nobody. */
export function explainedExamples(examples: readonly WorkedExample[], width: number): string {
  return examples.map((example) => exampleText(example, width)).join('\n');
}

function exampleText({ lines, on, setting, explanations }: WorkedExample, width: number): string {
  const shown = lines.map(({ code, units = 1 }) => (units === 1 ? code : `${code} × ${units}`)).join(', ');
  const head = `${bold(`A claim with ${shown}`)}  ${dim(`one provider, ${on}, ${setting}`)}\n`;
  if (explanations.length === 0) return `${head}${green('Nothing is found against it.')}\n`;
  return `${head}${explanations.map((each) => explanationText(each, width)).join('\n')}`;
}

/** An edit's page and its reasons. */
export function explainedRule(rules: readonly Rule[], { what, why, whatToDo }: EditPage, width: number): string {
  const [{ edit, title, sources }] = rules;
  const reasons = rules.map(({ reason, outcome, means, adjustment }) => [
    reason,
    outcome,
    adjustment === null ? '' : adjustmentText(adjustment),
    means,
  ]);
  return [
    `${bold(edit)}  ${title}\n`,
    rowText('what', what, width),
    rowText('why', why, width),
    rowText('what to do', whatToDo, width),
    ...sources.map((source, i) => rowText(i === 0 ? 'sources' : '', ruleSourceText(source), width)),
    '\n',
    table(
      ['reason', 'outcome', 'Medicare', 'what it means'].map((column) => ({ title: column })),
      reasons,
      width,
    ),
  ].join('');
}

function explanationText({ finding, rule, history, trials }: Explanation, width: number): string {
  const { outcome, message, source, resolutions } = finding;
  return [
    rowText(WORD[outcome], message, width, COLOUR[outcome]),
    rowText('rule', `${rule.title} (${rule.edit}/${rule.reason}): ${rule.means}`, width),
    ...rule.sources.map((each) => rowText('', ruleSourceText(each), width, dim, dim)),
    source === null ? '' : rowText('row', sourceText(finding.edit, source), width),
    rule.adjustment === null ? '' : rowText('remittance', adjustmentText(rule.adjustment), width),
    resolutions.length === 0 ? '' : rowText('resolve', resolutions.map(resolutionText).join('; or '), width),
    ...trials.map((trial, i) => rowText(i === 0 ? 'tried out' : '', trialText(trial), width)),
    history.length < 2 ? '' : `\n${historyTable(history, source, width)}`,
  ].join('');
}

function trialText({ change, after, resolves }: Trial): string {
  const result = after === null ? 'nothing is found any more' : `${WORD[after.outcome]}: ${after.message}`;
  return `${change} → ${resolves ? '' : 'still '}${result}`;
}

function historyTable(history: Explanation['history'], source: FindingSource | null, width: number): string {
  const names = [...new Set(history.flatMap(({ row }) => Object.keys(row)))];
  const rows = history.map(({ release, row }) => [
    isSame(row, source?.row) ? '>' : ' ',
    release,
    ...names.map((name) => (row[name] === null || row[name] === undefined ? '' : String(row[name]))),
  ]);
  const columns = ['', 'release', ...names.map(words)];
  return table(
    columns.map((title) => ({ title })),
    rows,
    width,
  );
}

const isSame = (a: FindingSource['row'], b: FindingSource['row'] | undefined): boolean =>
  b !== undefined && Object.entries(b).every(([name, value]) => a[name] === undefined || a[name] === value);

/** `modifierIndicator` as `modifier indicator`. */
const words = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const adjustmentText = ({ group, carc, rarc }: NonNullable<Rule['adjustment']>): string =>
  `${group}-${carc}${rarc === null ? '' : ` ${rarc}`}`;

const ruleSourceText = ({ document, section, date }: Rule['sources'][number]): string =>
  [document, section, date].filter((part) => part !== undefined).join(', ');

const rowText = (
  label: string,
  text: string,
  width: number,
  labels: Colour = dim,
  texts: Colour = (same) => same,
): string =>
  `  ${labels(label.padEnd(LABEL))}${label.length >= LABEL ? ' ' : ''}${texts === dim ? wrapColoured(text, width, LABEL + 2, texts) : wrap(text, width, LABEL + 2)}\n`;

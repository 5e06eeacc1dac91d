import { type CodedClaim, EMPTY_MODIFIER, MODIFIER_SLOTS } from '../claims/coded-claim.ts';
import { isoDay, NOT_A_DAY } from '../codes/day.ts';
import { unpackModifier } from '../codes/packed.ts';
import type { Checker } from '../edits/checker.ts';
import { OUTCOMES } from '../edits/edits.ts';
import type { CheckResult, Finding, LineDisposition } from '../edits/finding.ts';
import { resolutionText } from './resolution-text.ts';
import { sourceText } from './source-text.ts';

/** Number, code with modifiers, units, dates, cents, disposition (index into DISPOSITIONS), rendering NPI. */
export type LineRecord = readonly [number, string, number | null, string, number | null, number, string];
/** Line's index (-1 the claim), edit, outcome (index into OUTCOMES), texts: message, why, adjustment, resolution. */
export type FindingRecord = readonly [number, number, number, number, number, number, number];
/** Id, setting, billing NPI, lines, findings. */
export type ClaimRecord = readonly [string, string, string, readonly LineRecord[], readonly FindingRecord[]];

/** Claims of a part of the run, and the texts that are new in it; a finding names texts by their number in the run. */
export interface DataBlock {
  readonly claims: readonly ClaimRecord[];
  readonly texts: readonly string[];
}

export const DISPOSITIONS: readonly LineDisposition['disposition'][] = ['pay', 'review', 'return', 'deny'];

/** Characters of records gathered before they are written. */
const PIECE = 1 << 17;
/** Texts remembered, to be written once. */
const MOST_TEXTS = 1 << 16;
const LONGEST_CODE = 20;

/** Puts claims with their findings into script elements of data, a piece at a time. */
export class DataBlocks {
  /** Characters written. */
  length = 0;
  private claims: ClaimRecord[] = [];
  private texts: string[] = [];
  private gathered = 0;
  private textCount = 0;
  private numbers = new Map<string, number>();

  /** Adds a claim with its findings; gives what is to be written now, '' for nothing yet. */
  add(claim: CodedClaim, checker: Checker, result: CheckResult): string {
    const { rows } = checker;
    const lines = result.lines.map((line, i) => lineRecord(claim, i, line));
    const findings = result.findings.map((finding, i) => this.findingRecord(finding, rows.line[i], rows.edit[i]));
    this.claims.push([result.claim, result.setting, npiText(claim.billing), lines, findings]);
    this.gathered += 40 + lines.length * 60 + findings.length * 30;
    return this.gathered < PIECE ? '' : this.take();
  }

  /** What is left to be written. */
  take(): string {
    if (this.claims.length === 0) return '';
    const block: DataBlock = { claims: this.claims, texts: this.texts };
    const element = dataElement('claims', block);
    this.claims = [];
    this.texts = [];
    this.gathered = 0;
    this.length += element.length;
    return element;
  }

  private findingRecord(finding: Finding, line: number, edit: number): FindingRecord {
    const { outcome, message, source, resolutions } = finding;
    return [
      line,
      edit,
      OUTCOMES.indexOf(outcome),
      this.text(message + besideText(finding)),
      this.text(source === null ? '' : sourceText(finding.edit, source)),
      this.text(adjustmentText(finding)),
      this.text(resolutions.map(resolutionText).join('; or ')),
    ];
  }

  private text(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    if (this.numbers.size === MOST_TEXTS) this.numbers = new Map();
    this.texts.push(text);
    this.gathered += text.length;
    this.numbers.set(text, this.textCount);
    return this.textCount++;
  }
}

/** Data for a page's script: no `<` in it could end the element. */
export const dataElement = (kind: string, data: unknown): string =>
  `<script type="application/json" data-${kind}>${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>\n`;

function lineRecord(claim: CodedClaim, i: number, { line, code, disposition }: LineDisposition): LineRecord {
  const { units, charge } = claim;
  return [
    line,
    [code.slice(0, LONGEST_CODE) || '(no code)', ...modifiersOf(claim, i)].join('-'),
    Number.isNaN(units[i]) ? null : units[i],
    datesText(claim.from[i], claim.to[i]),
    Number.isNaN(charge[i]) ? null : charge[i],
    DISPOSITIONS.indexOf(disposition),
    npiText(claim.rendering[i]),
  ];
}

function modifiersOf(claim: CodedClaim, line: number): string[] {
  const start = line * MODIFIER_SLOTS;
  return Array.from(claim.modifiers.subarray(start, start + claim.modifierCount[line]), (modifier) =>
    modifier === EMPTY_MODIFIER ? '' : modifier < 0 ? '??' : unpackModifier(modifier),
  );
}

const datesText = (from: number, to: number): string =>
  from === NOT_A_DAY ? '' : to === from || to === NOT_A_DAY ? isoDay(from) : `${isoDay(from)} to ${isoDay(to)}`;

/** A provider's NPI; '' for other identifiers, which may be a person's own. */
const npiText = (provider: number): string => (provider > 0 ? String(provider).padStart(10, '0') : '');

function besideText({ with: other }: Finding): string {
  if (other === null) return '';
  return ` (With line ${other.line}${other.claim === undefined ? '' : ` of claim ${other.claim}`}.)`;
}

function adjustmentText({ carc, rarc, group }: Finding): string {
  return carc === null ? '' : `${group}-${carc}${rarc === null ? '' : `, remark ${rarc}`}`;
}

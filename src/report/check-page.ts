import type { CodedClaim } from '../claims/coded-claim.ts';
import type { TableLayout } from '../claims/csv/table-layout.ts';
import type { Checker } from '../edits/checker.ts';
import { EDITS, OUTCOMES } from '../edits/edits.ts';
import { pageHead } from '../html/page-head.ts';
import { STYLE } from '../html/style.ts';
import { toneStyle } from '../html/tones.ts';
import type { Problem } from '../problems.ts';
import { DataBlocks, DISPOSITIONS, dataElement } from './data-blocks.ts';
import { bodyOf, TITLE } from './page-body.ts';
import { RunCounts } from './run-counts.ts';
import { CLAIMS_STYLE } from './style.ts';
import { OUTCOME_WORD, TONES } from './tones.ts';

/** Findings that a page holds, and characters of its data: a browser takes more, a person waits for it. */
const MOST_FINDINGS = 100_000;
const MOST_LENGTH = 60_000_000;

export interface CheckPageOptions {
  /** Names of the files that were checked, without folders. */
  readonly files: readonly string[];
  /** When the page is written, ISO. */
  readonly written: string;
}

/**
 * A check run as one HTML page that needs nothing else: figures, a chart by edit, and every claim with findings on its
 * lines, to be searched and filtered. Written as the claims come, so that its size does not matter here: the data first,
 * what is seen of it last. Holds claim ids, codes, dates of service, charges and NPIs; nothing else of a person.
 *
 * @example
 * const page = new CheckPage(checker, { files: ['claims.837'], written: '2024-07-01T12:00:00Z' })
 * for (const claim of claims) { checker.check(claim); out.write(page.claim(claim)) }
 * out.write(await page.end())
 */
export class CheckPage {
  private readonly checker: Checker;
  private readonly options: CheckPageOptions;
  private readonly blocks = new DataBlocks();
  private readonly counts = new RunCounts();
  private readonly layouts: TableLayout[] = [];
  private findings = 0;
  /** Claims with findings on lines: in the page, and left out for want of room. */
  private shown = 0;
  private leftOut = 0;
  private begun = false;

  constructor(checker: Checker, options: CheckPageOptions) {
    this.checker = checker;
    this.options = options;
  }

  /** Takes the claim that was checked last; gives what is to be written next. */
  claim(claim: CodedClaim): string {
    const { rows } = this.checker;
    if (rows.count === 0) {
      this.counts.addClean(claim);
      return this.begin();
    }
    const result = this.checker.result();
    this.counts.add(claim, result, rows.edit, (line) => this.checker.stake(line));
    if (!result.findings.some(({ line }) => line !== null)) return this.begin();
    if (this.findings + rows.count > MOST_FINDINGS || this.blocks.length > MOST_LENGTH) {
      this.leftOut++;
      return '';
    }
    this.findings += rows.count;
    this.shown++;
    return this.begin() + this.blocks.add(claim, this.checker, result);
  }

  problem(problem: Problem): void {
    this.counts.problem(problem);
  }

  layout(layout: TableLayout): void {
    this.layouts.push(layout);
  }

  /** The rest of the page. */
  async end(): Promise<string> {
    const names = {
      edits: EDITS.map(({ id, title }) => ({ id, title })),
      outcomes: OUTCOMES.map((outcome) => ({ outcome, word: OUTCOME_WORD[outcome] })),
      dispositions: DISPOSITIONS,
    };
    const { shown, leftOut, counts, layouts } = this;
    const body = await bodyOf({
      ...this.options,
      ...{ counts, layouts, shown, leftOut, codebook: this.checker.context.codebook },
    });
    return `${this.begin()}${this.blocks.take()}${dataElement('names', names)}</head>\n${body}`;
  }

  private begin(): string {
    if (this.begun) return '';
    this.begun = true;
    return `${pageHead(TITLE, STYLE + toneStyle(TONES) + CLAIMS_STYLE)}\n`;
  }
}

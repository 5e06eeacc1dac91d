import { basename } from 'node:path';
import type { CodedClaim } from '../claims/coded-claim.ts';
import type { ColumnMap } from '../claims/csv/column-map.ts';
import type { TableLayout } from '../claims/csv/table-layout.ts';
import type { FhirVersion } from '../claims/fhir/write-parts.ts';
import type { ClaimReaderOptions } from '../claims/reader.ts';
import type { Day } from '../codes/day.ts';
import type { Setting } from '../codes/setting.ts';
import { Checker, type CheckOptions } from '../edits/checker.ts';
import { FileHistory } from '../edits/file-history.ts';
import { isHarmless, type Problem, ProblemError } from '../problems.ts';
import { type AnswerRequest, answerOutput } from './check-answers.ts';
import { claimResponseOutput } from './check-claim-response.ts';
import { type CheckOutput, jsonOutput, ndjsonOutput } from './check-output.ts';
import { CheckCounts } from './check-summary.ts';
import { textOutput } from './check-text.ts';
import { type ClaimFile, claimFiles } from './claim-files.ts';
import { openChosenCodebook } from './codebook-source.ts';
import { columnMap } from './column-map-option.ts';
import { feedClaims } from './feed-claims.ts';
import { GatheredOutput } from './gathered-output.ts';
import { layoutText } from './layout-text.ts';
import { type OutStream, outStream } from './out-stream.ts';
import { ProblemLines } from './problem-lines.ts';
import { chosenProfile } from './profile-option.ts';
import { type Progress, progressBar, resultsGoToFile } from './progress.ts';
import { screenWidth } from './screen.ts';
import { now } from './today.ts';

export interface CheckRequest extends Omit<AnswerRequest, 'format'> {
  readonly paths: readonly string[];
  readonly codebook?: string;
  readonly format: 'text' | 'json' | 'ndjson' | 'html' | 'claimresponse' | AnswerRequest['format'];
  /** Where to write; standard output when left out. */
  readonly out?: string;
  /** Columns of CSV and parquet files: pairs, JSON, or the name of a file with either. */
  readonly map?: string;
  /** With claimresponse: the release of FHIR. */
  readonly fhir: FhirVersion;
  /** With claimresponse, 277ca and 835: when the answers are written, `YYYY-MM-DDTHH:MM`, UTC; now when left out. */
  readonly written?: string;
  /** A payer's profile: its name, or a file. */
  readonly profile?: string;
  readonly setting?: Setting;
  readonly asOf?: Day;
  readonly history: boolean;
  readonly summary: boolean;
  /** Say what hangs on findings in money, by the fees of a locality or state. */
  readonly money?: boolean;
  readonly locality?: string;
}

/** Checks all claims in the paths, writes to standard output as it goes, and gives the exit status. */
export async function runCheck(request: CheckRequest): Promise<0 | 1 | 2> {
  const { codebook } = await openChosenCodebook(request.codebook);
  const profile = await chosenProfile(request.profile);
  const checker = new Checker(codebook, {
    profile,
    ...(request.asOf !== undefined && { asOf: request.asOf }),
    ...(request.setting && { setting: request.setting }),
    ...moneyOf(request),
  });
  const map = request.map === undefined ? undefined : await columnMap(request.map);
  const { files, problems } = await claimFiles(request.paths);
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const out = await outStream(request.out);
  const output = await outputOf(checker, request, files);
  const progress = await progressBar('checking', size, request.out !== undefined || resultsGoToFile());
  const run = new CheckRun(checker, { ...request, map }, { output, out, progress });
  try {
    for (const problem of problems) run.refusePath(problem);
    for (const file of files) await run.file(file);
  } catch (error) {
    await out.drop();
    throw error;
  } finally {
    progress.stop();
  }
  return run.end(codebook.id);
}

interface CheckRunOptions {
  readonly setting?: Setting;
  readonly map: ColumnMap | undefined;
  readonly history: boolean;
}

/** Problems of one file in a JSON document; the rest are counted. */
const MOST_LISTED = 1_000;

/** One run over all files: what is counted, what is kept of earlier claims, and what is yet to be written. */
class CheckRun {
  private readonly checker: Checker;
  private readonly output: CheckOutput;
  private readonly progress: Progress;
  private readonly out: OutStream;
  private readonly written: GatheredOutput;
  private readonly counts: CheckCounts;
  private readonly history: FileHistory | null;
  private readonly options: CheckRunOptions;
  private shown = new ProblemLines();
  /** Problems of the file at hand. */
  private inFile = 0;
  /** Whether a part of the input may be missing from the answer. */
  private unread = false;

  constructor(
    checker: Checker,
    options: CheckRunOptions,
    { output, out, progress }: { output: CheckOutput; out: OutStream; progress: Progress },
  ) {
    this.checker = checker;
    this.counts = new CheckCounts(checker.context.profile.edits, checker.hasMoney);
    this.options = options;
    this.output = output;
    this.out = out;
    this.written = new GatheredOutput(out.stream);
    this.progress = progress;
    this.history = options.history ? new FileHistory() : null;
    output.attach?.((piece) => this.put(piece));
  }

  async file(file: ClaimFile): Promise<void> {
    const { setting, map } = this.options;
    const options: ClaimReaderOptions = {
      file: file.name,
      ...(setting && { setting }),
      ...(map && { map }),
      onClaim: (claim) => this.claim(claim),
      onProblem: (problem) => this.refuse(problem),
      onLayout: (layout) => this.layout(layout),
    };
    try {
      await feedClaims(file, options, { read: this.progress.add, pause: () => this.written.drained() });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.refuse(error);
    }
    this.endOfFile(file.name);
    await this.written.drained();
  }

  /** Counts those problems of the file that were not told one by one. */
  private endOfFile(file: string): void {
    this.say(this.shown.rest(file));
    if (this.inFile > MOST_LISTED) {
      const message = `and ${this.inFile - MOST_LISTED} more problems`;
      this.output.problem({ code: 'more-problems', message, file });
    }
    this.shown = new ProblemLines();
    this.inFile = 0;
  }

  private layout(layout: TableLayout): void {
    this.output.layout?.(layout);
    this.say(layoutText(layout));
  }

  private say(text: string): void {
    if (text !== '') this.progress.say(text);
  }

  refuse(problem: Problem): void {
    this.counts.problems++;
    if (!isHarmless(problem)) this.unread = true;
    this.inFile++;
    if (this.inFile <= MOST_LISTED) this.output.problem(problem);
    this.say(this.shown.line(problem));
  }

  /** A path that could not be read: each is a file of its own. */
  refusePath(problem: Problem): void {
    this.refuse(problem);
    this.endOfFile(problem.file ?? '');
  }

  async end(codebook: string): Promise<0 | 1 | 2> {
    const { counts } = this;
    if (counts.claims === 0 && counts.problems === 0) {
      this.refuse({ code: 'no-claims', message: 'The input holds no claim.' });
    }
    this.written.add(await this.output.end(counts.summary(codebook)));
    await this.written.end();
    await this.out.end();
    if (this.unread) return 2;
    return counts.claimsWithObjections > 0 ? 1 : 0;
  }

  private claim(claim: CodedClaim): void {
    this.history?.lookBack(claim);
    this.checker.check(claim);
    this.history?.keep(claim);
    this.counts.add(this.checker, claim);
    this.put(this.output.claim(claim));
  }

  private put(piece: string | Uint8Array): void {
    const { output, written } = this;
    if (typeof piece === 'string') written.add(piece);
    // Who wants no piece back must not have it kept for that: an answer may come in many at once.
    else written.addPiece(piece, output.written && (() => output.written?.(piece)));
  }
}

/** A page always says money; of a state the equipment's fees are too. */
function moneyOf({ money, locality, format }: CheckRequest): Pick<CheckOptions, 'money'> {
  if (locality === undefined) return money === true || format === 'html' ? { money: {} } : {};
  return { money: { locality, ...(/^[A-Z]{2}$/.test(locality) && { state: locality }) } };
}

async function outputOf(checker: Checker, request: CheckRequest, files: readonly ClaimFile[]): Promise<CheckOutput> {
  const { format, fhir, summary, written } = request;
  const time = written === undefined ? now() : `${written.slice(0, 16)}:00Z`;
  if (format === 'claimresponse') return claimResponseOutput(checker, { version: fhir, created: time });
  if (format === 'html') {
    const { CheckPage } = await import('../report/check-page.ts');
    return new CheckPage(checker, { files: files.map(({ name }) => basename(name)), written: time });
  }
  if (format === '277ca' || format === '835') return answerOutput(checker, { ...request, format }, time);
  if (format === 'text') return textOutput(checker, screenWidth());
  return format === 'json' ? jsonOutput(checker) : ndjsonOutput(checker, summary);
}

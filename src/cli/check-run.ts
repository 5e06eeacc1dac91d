import type { Claim } from '../claims/claim.ts';
import type { CodedClaim } from '../claims/coded-claim.ts';
import { addHistory } from '../claims/encode.ts';
import type { FhirVersion } from '../claims/fhir/write-parts.ts';
import { createClaimReader } from '../claims/index.ts';
import type { Day } from '../codes/day.ts';
import type { Setting } from '../codes/setting.ts';
import { Checker } from '../edits/checker.ts';
import { historyKey, relevantHistory } from '../edits/history.ts';
import { isHarmless, type Problem, ProblemError } from '../problems.ts';
import { claimResponseOutput } from './check-claim-response.ts';
import { type CheckOutput, jsonOutput, ndjsonOutput } from './check-output.ts';
import { CheckCounts } from './check-summary.ts';
import { textOutput } from './check-text.ts';
import { type ClaimFile, claimFiles } from './claim-files.ts';
import { openChosenCodebook } from './codebook-source.ts';
import { GatheredOutput } from './gathered-output.ts';
import { ProblemLines } from './problem-lines.ts';
import { type Progress, progressBar, resultsGoToFile } from './progress.ts';
import { screenWidth } from './screen.ts';
import { now } from './today.ts';

export interface CheckRequest {
  readonly paths: readonly string[];
  readonly codebook?: string;
  readonly format: 'text' | 'json' | 'ndjson' | 'claimresponse';
  /** With claimresponse: the release of FHIR. */
  readonly fhir: FhirVersion;
  /** With claimresponse: when the answers are written, `YYYY-MM-DDTHH:MM`, UTC; now when left out. */
  readonly written?: string;
  readonly setting?: Setting;
  readonly asOf?: Day;
  readonly history: boolean;
  readonly summary: boolean;
}

/** Checks all claims in the paths, writes to standard output as it goes, and gives the exit status. */
export async function runCheck(request: CheckRequest): Promise<0 | 1 | 2> {
  const { codebook } = await openChosenCodebook(request.codebook);
  const checker = new Checker(codebook, {
    ...(request.asOf !== undefined && { asOf: request.asOf }),
    ...(request.setting && { setting: request.setting }),
  });
  const { files, problems } = await claimFiles(request.paths);
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const progress = await progressBar('checking', size, resultsGoToFile());
  const run = new CheckRun(checker, request, progress);
  try {
    for (const problem of problems) run.refusePath(problem);
    for (const file of files) await run.file(file);
  } finally {
    progress.stop();
  }
  return run.end(codebook.id);
}

/** Problems of one file in a JSON document; the rest are counted. */
const MOST_LISTED = 1_000;

/** One run over all files: what is counted, what is kept of earlier claims, and what is yet to be written. */
class CheckRun {
  private readonly checker: Checker;
  private readonly output: CheckOutput;
  private readonly progress: Progress;
  private readonly written = new GatheredOutput(process.stdout);
  private readonly counts = new CheckCounts();
  private readonly history: Map<string, Claim[]> | null;
  private readonly setting: Setting | undefined;
  private shown = new ProblemLines();
  /** Problems of the file at hand. */
  private inFile = 0;
  /** Whether a part of the input may be missing from the answer. */
  private unread = false;

  constructor(checker: Checker, request: CheckRequest, progress: Progress) {
    this.checker = checker;
    this.progress = progress;
    this.setting = request.setting;
    this.history = request.history ? new Map() : null;
    this.output = outputOf(checker, request);
  }

  async file(file: ClaimFile): Promise<void> {
    const reader = createClaimReader({
      file: file.name,
      ...(this.setting && { setting: this.setting }),
      onClaim: (claim) => this.claim(claim),
      onProblem: (problem) => this.refuse(problem),
    });
    try {
      for await (const chunk of file.open(this.progress.add)) {
        reader.write(chunk);
        await this.written.drained();
      }
      reader.end();
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
    this.written.add(this.output.end(counts.summary(codebook)));
    await this.written.end();
    if (this.unread) return 2;
    return counts.claimsWithObjections > 0 ? 1 : 0;
  }

  private claim(claim: CodedClaim): void {
    if (this.history !== null) this.lookBack(claim, this.history);
    this.checker.check(claim);
    this.counts.add(this.checker, claim);
    const text = this.output.claim(claim);
    if (typeof text === 'string') this.written.add(text);
    else this.written.addPiece(text, () => this.output.written?.(text));
  }

  /** Adds what came before of the same beneficiary and billing provider, and keeps this claim for later ones. */
  private lookBack(claim: CodedClaim, history: Map<string, Claim[]>): void {
    const whole = claim.toClaim();
    const key = historyKey(whole);
    const earlier = history.get(key);
    if (earlier === undefined) history.set(key, [whole]);
    else {
      addHistory(claim, relevantHistory(whole, earlier));
      earlier.push(whole);
    }
  }
}

function outputOf(checker: Checker, { format, fhir, summary, written }: CheckRequest): CheckOutput {
  if (format === 'claimresponse') {
    const created = written === undefined ? now() : `${written.slice(0, 16)}:00Z`;
    return claimResponseOutput(checker, { version: fhir, created });
  }
  if (format === 'text') return textOutput(checker, screenWidth());
  return format === 'json' ? jsonOutput(checker) : ndjsonOutput(checker, summary);
}

import type { Claim } from '../claims/claim.ts';
import type { CodedClaim } from '../claims/coded-claim.ts';
import { addHistory, beneficiaryKey } from '../claims/encode.ts';
import { createClaimReader } from '../claims/index.ts';
import type { Day } from '../codes/day.ts';
import { billingKey } from '../edits/check-claim.ts';
import { Checker } from '../edits/checker.ts';
import { formatProblem, type Problem, ProblemError } from '../problems.ts';
import type { Setting } from '../releases/release.ts';
import { type CheckOutput, jsonOutput, ndjsonOutput } from './check-output.ts';
import { CheckCounts } from './check-summary.ts';
import { textOutput } from './check-text.ts';
import { type ClaimFile, claimFiles } from './claim-files.ts';
import { openChosenCodebook } from './codebook-source.ts';
import { byteProgress } from './progress.ts';

export interface CheckRequest {
  readonly paths: readonly string[];
  readonly codebook?: string;
  readonly format: 'text' | 'json' | 'ndjson';
  readonly setting?: Setting;
  readonly asOf?: Day;
  readonly history: boolean;
  readonly summary: boolean;
}

/** Text that is gathered before it is written. */
const WRITE_AT = 1 << 18;

/** Checks all claims in the paths, writes to standard output as it goes, and gives the exit status. */
export async function runCheck(request: CheckRequest): Promise<0 | 1 | 2> {
  const codebook = await openChosenCodebook(request.codebook);
  const options = {
    ...(request.asOf !== undefined && { asOf: request.asOf }),
    ...(request.setting && { setting: request.setting }),
  };
  const run = new CheckRun(new Checker(codebook, options), request);
  const { files, problems } = await claimFiles(request.paths);
  for (const problem of problems) run.refuse(problem);
  const progress = byteProgress(
    'checking',
    files.reduce((sum, { size }) => sum + size, 0),
  );
  for (const file of files) await run.file(file, progress.add);
  progress.stop();
  return run.end(codebook.id);
}

class CheckRun {
  private readonly checker: Checker;
  private readonly output: CheckOutput;
  private readonly counts = new CheckCounts();
  private readonly history: Map<string, Claim[]> | null;
  private readonly setting: Setting | undefined;
  private pending = '';
  private refused = false;

  constructor(checker: Checker, request: CheckRequest) {
    this.checker = checker;
    this.setting = request.setting;
    this.history = request.history ? new Map() : null;
    this.output =
      request.format === 'text'
        ? textOutput(checker, Math.min(process.stdout.columns ?? 100, 120))
        : request.format === 'json'
          ? jsonOutput(checker)
          : ndjsonOutput(checker, request.summary);
  }

  async file(file: ClaimFile, read: (bytes: number) => void): Promise<void> {
    const reader = createClaimReader({
      file: file.name,
      ...(this.setting && { setting: this.setting }),
      onClaim: (claim) => this.claim(claim),
      onProblem: (problem) => this.refuse(problem),
    });
    try {
      for await (const chunk of file.open()) {
        reader.write(chunk);
        read(chunk.length);
        await this.flush(WRITE_AT);
      }
      reader.end();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.refuse(error);
    }
    await this.flush(1);
  }

  refuse(problem: Problem): void {
    this.refused = true;
    this.counts.problems++;
    const text = this.output.problem(problem);
    if (text === '') process.stderr.write(`${formatProblem(problem)}\n`);
    this.pending += text;
  }

  async end(codebook: string): Promise<0 | 1 | 2> {
    const { counts } = this;
    if (counts.claims === 0 && counts.problems === 0) {
      this.refuse({ code: 'no-claims', message: 'The input holds no claim.' });
    }
    this.pending += this.output.end(counts.summary(codebook));
    await this.flush(1);
    if (this.refused) return 2;
    return counts.claimsWithObjections > 0 ? 1 : 0;
  }

  private claim(claim: CodedClaim): void {
    if (this.history !== null) this.lookBack(claim, this.history);
    this.checker.check(claim);
    this.counts.add(this.checker, claim);
    this.pending += this.output.claim(claim);
  }

  /** Adds what came before of the same beneficiary and billing provider, and keeps this claim for later ones. */
  private lookBack(claim: CodedClaim, history: Map<string, Claim[]>): void {
    const whole = claim.toClaim();
    const key = `${beneficiaryKey(whole)}\n${billingKey(whole)}`;
    const earlier = history.get(key);
    if (earlier === undefined) history.set(key, [whole]);
    else {
      addHistory(claim, earlier);
      earlier.push(whole);
    }
  }

  private async flush(atLeast: number): Promise<void> {
    if (this.pending.length < atLeast) return;
    const text = this.pending;
    this.pending = '';
    if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

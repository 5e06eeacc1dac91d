import type { CodedClaim } from '../claims/coded-claim.ts';
import { EDITS, OUTCOMES } from '../edits/edits.ts';
import type { CheckResult, EditId } from '../edits/finding.ts';
import type { Stake } from '../edits/money/stake.ts';
import { PROBLEMS, type Problem, type ProblemCode } from '../problems.ts';

/** Lines that one edit decided, and what was charged for them. */
export interface AtStake {
  lines: number;
  /** Cents. */
  charges: number;
  /** Of lines of which it is known, the lower of what Medicare allows and what was charged, in cents. */
  allowed: number;
  allowedLines: number;
}

const MOST_NOTES = 200;
const MOST_PLACES = 3;

/** What of a run is told in figures. Charges are integer cents. */
export class RunCounts {
  claims = 0;
  lines = 0;
  claimsWithObjections = 0;
  /** Lines by what becomes of them. */
  readonly byDisposition = { pay: 0, review: 0, return: 0, deny: 0 };
  /** Findings by edit and weight of outcome. */
  readonly byEdit = EDITS.map(() => OUTCOMES.map(() => 0));
  /** Lines denied or returned, by the edit that decided. */
  readonly atStake = new Map<EditId, AtStake>(
    EDITS.map(({ id }) => [id, { lines: 0, charges: 0, allowed: 0, allowedLines: 0 }]),
  );
  /** Lines denied or returned whose charge is not given. */
  withoutCharge = 0;
  /** Claims by what is said of them as a whole. */
  readonly notes = new Map<string, number>();
  readonly problems = new Map<ProblemCode, { count: number; places: string[] }>();

  /** Counts a claim on which nothing was found. */
  addClean(claim: CodedClaim): void {
    this.claims++;
    this.lines += claim.ownLines;
    this.byDisposition.pay += claim.ownLines;
  }

  add(claim: CodedClaim, { lines, findings }: CheckResult, edits: Uint8Array, stakeOf: (line: number) => Stake): void {
    this.claims++;
    this.lines += lines.length;
    lines.forEach(({ disposition, decidedBy }, i) => {
      this.byDisposition[disposition]++;
      if (disposition === 'deny' || disposition === 'return') this.object(claim.charge[i], decidedBy, stakeOf(i));
    });
    if (lines.some(({ disposition }) => disposition === 'deny' || disposition === 'return'))
      this.claimsWithObjections++;
    findings.forEach(({ outcome, line, message }, i) => {
      this.byEdit[edits[i]][OUTCOMES.indexOf(outcome)]++;
      if (line === null) this.note(message);
    });
  }

  problem(problem: Problem): void {
    const { code, message, file, line, segment } = problem;
    const known = this.problems.get(code) ?? { count: 0, places: [] };
    this.problems.set(code, known);
    known.count++;
    if (known.places.length === MOST_PLACES) return;
    const name = file?.replace(/^.*[/\\]/, '');
    const place = [name, line && `line ${line}`, segment && `segment ${segment}`].filter(Boolean).join(', ');
    known.places.push(place === '' ? message : `${place}: ${message}`);
  }

  /** Cents of all lines denied or returned. */
  get charges(): number {
    return [...this.atStake.values()].reduce((sum, { charges }) => sum + charges, 0);
  }

  /** Lines denied or returned of which it is known what Medicare allows, and cents at stake on them. */
  get allowed(): { readonly lines: number; readonly cents: number } {
    const all = [...this.atStake.values()];
    return {
      lines: all.reduce((sum, { allowedLines }) => sum + allowedLines, 0),
      cents: all.reduce((sum, { allowed }) => sum + allowed, 0),
    };
  }

  private object(charge: number, edit: EditId | null, { cents, isAllowed }: Stake): void {
    const stake = this.atStake.get(edit ?? EDITS[0].id);
    if (Number.isNaN(charge)) this.withoutCharge++;
    if (stake === undefined) return;
    stake.lines++;
    if (!Number.isNaN(charge)) stake.charges += charge;
    if (!isAllowed) return;
    stake.allowed += cents ?? 0;
    stake.allowedLines++;
  }

  private note(message: string): void {
    const count = this.notes.get(message);
    if (count !== undefined || this.notes.size < MOST_NOTES) this.notes.set(message, (count ?? 0) + 1);
  }
}

/** What a problem is and what to do about it. */
export const problemWords = (code: ProblemCode): { title: string; action: string } => PROBLEMS[code];

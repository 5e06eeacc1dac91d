import type { Codebook, PairRow, When } from '../codebook/codebook.ts';
import { parseCode } from '../codes/code.ts';
import { isoDay, isoDayOrOpen, NOT_A_DAY } from '../codes/day.ts';
import type { Setting } from '../codes/setting.ts';
import { knownDaysOf } from '../edits/known-days.ts';
import { ProblemError } from '../problems.ts';

/** A PTP row as `pair --json` prints it. */
export interface RowFacts {
  readonly columnOne: string;
  readonly columnTwo: string;
  readonly effective: string;
  /** Inclusive; null while the row is open. */
  readonly deletion: string | null;
  readonly modifierIndicator: 0 | 1 | 9;
  readonly prior1996: boolean;
  readonly rationale: string;
  readonly release: string;
}

/** All that is known of two codes on one date: what `pair --json` prints. */
export interface PairFacts {
  readonly codes: readonly [string, string];
  readonly status: 'edit-in-force' | 'no-edit-in-force' | 'not-loaded';
  readonly reason: string | null;
  readonly inForce: RowFacts | null;
  readonly history: readonly RowFacts[];
  /** What keeps the answer from being the whole story: a code not in force, a date after the tables loaded. */
  readonly remarks: readonly string[];
}

/** Whether two codes stand against each other. Throws a ProblemError for what is no code, and for one code twice. */
export function pairFacts(
  codebook: Codebook,
  first: string,
  second: string,
  when: When & { setting: Setting },
): PairFacts {
  const codes = [procedure(first), procedure(second)] as const;
  if (codes[0] === codes[1]) throw new ProblemError('not-a-pair', `${codes[0]} is given twice.`);
  const answer = codebook.pair(codes[0], codes[1], when);
  const remarks = codes.flatMap((code) => remark(codebook, code, when));
  if (answer.status === 'not-loaded') {
    return { codes, status: 'not-loaded', reason: answer.reason, inForce: null, history: [], remarks };
  }
  const known = knownDaysOf(codebook, when.asOf).ptp[when.setting];
  if (known !== NOT_A_DAY && when.on > known)
    remarks.push(`The tables loaded speak through ${isoDay(known)}: what changed since is unknown.`);
  return {
    codes,
    status: answer.inForce === null ? 'no-edit-in-force' : 'edit-in-force',
    reason: null,
    inForce: answer.inForce === null ? null : rowFacts(answer.inForce),
    history: answer.history.map(rowFacts),
    remarks,
  };
}

function procedure(text: string): string {
  const code = parseCode(text);
  if (code.kind === 'procedure') return code.code;
  throw new ProblemError(
    'not-a-pair',
    code.kind === 'invalid' ? code.message : `${code.code} is a modifier, not a code.`,
  );
}

/** A code that is itself unknown or not in force. */
function remark(codebook: Codebook, code: string, when: When): string[] {
  const answer = codebook.code(code, when);
  switch (answer.status) {
    case 'listed':
      return answer.inForce
        ? []
        : [`${code} is itself not in force on ${isoDay(when.on)} (valid ${window(answer.entry)}).`];
    case 'unknown':
      return [`${code} is unknown: ${answer.reason}`];
    default:
      return [];
  }
}

const window = ({ from, to }: { from: number; to: number }): string =>
  `${isoDay(from)} to ${isoDayOrOpen(to) ?? 'no end published'}`;

const rowFacts = ({ effective, deletion, release, ...row }: PairRow): RowFacts => ({
  columnOne: row.columnOne,
  columnTwo: row.columnTwo,
  effective: isoDay(effective),
  deletion: isoDayOrOpen(deletion),
  modifierIndicator: row.modifierIndicator,
  prior1996: row.prior1996,
  rationale: row.rationale,
  release: release.id,
});

import type { CodedClaim } from '../claims/coded-claim.ts';
import type { Checker } from './checker.ts';
import { EDITS } from './edits.ts';
import type { Finding } from './finding.ts';
import { claimIdOf, codeOfLine, findingOf } from './finding-texts.ts';

/** Findings whose words are kept for the next time they occur. */
const MOST_KEPT = 20_000;

/** The parts of a finding's line around what differs from claim to claim. */
interface KeptWords {
  /** From `,"code"` to `,"with":`. */
  readonly middle: string;
  /** From `,"source"` to the end of the line. */
  readonly end: string;
}

/**
 * Writes the findings of the checker's current claim as newline-delimited JSON, one finding a line, in ASCII
 * (other characters escaped). The words of a finding depend on its code, row and detail alone, so they are
 * made once and kept; resolutions that name lines are made each time.
 */
export class NdjsonWriter {
  private readonly kept = new Map<string, KeptWords>();
  private readonly checker: Checker;

  constructor(checker: Checker) {
    this.checker = checker;
  }

  /** The lines for the claim that was checked last; '' where there is no finding. */
  lines(claim: CodedClaim): string {
    const { rows } = this.checker;
    if (rows.count === 0) return '';
    const start = `{"claim":${asciiJson(claimIdOf(claim))},"line":`;
    let text = '';
    for (let i = 0; i < rows.count; i++) {
      const line = rows.line[i];
      const words = this.words(claim, i);
      text += start + (line < 0 ? 'null' : claim.number[line]) + words.middle + this.with(claim, i) + words.end;
    }
    return text;
  }

  private words(claim: CodedClaim, i: number): KeptWords {
    const { rows, setting } = this.checker;
    const line = rows.line[i];
    const code = line < 0 ? '' : claim.code[line] >= 0 ? claim.code[line] : codeOfLine(claim, line);
    const day = EDITS[rows.edit[i]].needsDay[rows.reason[i]] && line >= 0 ? claim.from[line] : '';
    const key = `${setting[0]}${rows.edit[i]}.${rows.reason[i]}.${rows.row[i]}.${rows.detail[i]}.${code}.${day}.${this.linesNamed(claim, i)}`;
    let words = this.kept.get(key);
    if (words === undefined) {
      words = wordsOf(findingOf(this.checker.context, claim, setting, rows, i));
      if (this.kept.size >= MOST_KEPT) this.kept.clear();
      this.kept.set(key, words);
    }
    return words;
  }

  /** The line numbers that the finding's resolutions may name. */
  private linesNamed(claim: CodedClaim, i: number): string {
    const { rows } = this.checker;
    const other = rows.other[i];
    return other < 0 ? '' : `${claim.number[rows.line[i]]}-${claim.number[other]}`;
  }

  private with(claim: CodedClaim, i: number): string {
    const other = this.checker.rows.other[i];
    if (other < 0) return 'null';
    const earlier = claim.historyClaim[other];
    const claimId = earlier < 0 ? '' : `,"claim":${asciiJson(claim.historyClaims[earlier])}`;
    return `{"line":${claim.number[other]},"code":${asciiJson(codeOfLine(claim, other))}${claimId}}`;
  }
}

function wordsOf(finding: Finding): KeptWords {
  const { code, edit, outcome, reason, message, carc, rarc, group, source, resolutions } = finding;
  const middle = asciiJson({ code, edit, outcome, reason, message, carc, rarc, group });
  const end = asciiJson({ source, resolutions });
  return { middle: `,${middle.slice(1, -1)},"with":`, end: `,${end.slice(1)}\n` };
}

/** One finding as a line of the contract, keys in its order. */
export function findingLine(finding: Finding): string {
  const { claim, line, code, edit, outcome, reason, message, carc, rarc, group, source, resolutions } = finding;
  const ordered = { claim, line, code, edit, outcome, reason, message, carc, rarc, group };
  return `${asciiJson({ ...ordered, with: finding.with, source, resolutions })}\n`;
}

const NOT_ASCII = /[\u007f-\uffff]/g;

/** JSON in ASCII alone, so that a line can be written without regard to encodings. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(NOT_ASCII, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

import type { CodedClaim } from '../claims/coded-claim.ts';
import type { Checker } from './checker.ts';
import { EDITS } from './edits.ts';
import type { Finding } from './finding.ts';
import { claimIdOf, findingOf, withOf } from './finding-texts.ts';

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
 * (other characters escaped): the same text as `findingLine` of each finding. The words of a finding depend on its
 * setting, reason, row, detail and code, and on the day and the line numbers where its message says so; they are
 * made once for equal facts and kept.
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
    const { rows } = this.checker;
    const line = rows.line[i];
    // What is no code may be any text of any length: not kept.
    if (line >= 0 && claim.code[line] < 0) return this.make(claim, i);
    const key = this.key(claim, i);
    let words = this.kept.get(key);
    if (words === undefined) {
      words = this.make(claim, i);
      if (this.kept.size >= MOST_KEPT) this.kept.clear();
      this.kept.set(key, words);
    }
    return words;
  }

  private make(claim: CodedClaim, i: number): KeptWords {
    const { context, rows, setting } = this.checker;
    return wordsOf(findingOf(context, claim, setting, rows, i));
  }

  private key(claim: CodedClaim, i: number): string {
    const { rows, setting } = this.checker;
    const edit = EDITS[rows.edit[i]];
    const { needsDay, needsLines } = edit.messages[edit.reasons[rows.reason[i]]];
    const line = rows.line[i];
    const other = rows.other[i];
    const code = line < 0 ? -1 : claim.code[line];
    const day = needsDay && line >= 0 ? claim.from[line] : '';
    const numbers = needsLines && line >= 0 && other >= 0 ? `${claim.number[line]}-${claim.number[other]}` : '';
    return `${setting[0]}${rows.edit[i]}.${rows.reason[i]}.${rows.row[i]}.${rows.detail[i]}.${code}.${day}.${numbers}`;
  }

  private with(claim: CodedClaim, i: number): string {
    const other = this.checker.rows.other[i];
    return other < 0 ? 'null' : asciiJson(withOf(claim, other));
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
